package io.babeldesk.answer;

import io.babeldesk.answer.Evidence.Cited;
import io.babeldesk.answer.Prompt.ToolOffer;
import io.babeldesk.conversation.Block;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.PlainText;
import io.babeldesk.conversation.Source;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.FactWording;
import io.babeldesk.knowledge.Placeholder.GrammaticalCase;
import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a model may ask for. Each tool is code that checks its arguments and what this shopper may know; what it brings is
 * data like any passage. None changes anything, and text cannot call one. Safe for use by many threads.
 */
final class ToolBox {

    static final String SEARCH = "search_again";
    static final String FACT = "show_policy_fact";
    static final String PERSON = "ask_for_person";

    private static final int LONGEST_QUERY = 200;

    static final List<ToolOffer> OFFERS = List.of(
            new ToolOffer(
                    SEARCH,
                    "Looks for other passages when those given do not answer the question.",
                    List.of(new ToolOffer.Argument("query", "what to look for, in the customer's language"))),
            new ToolOffer(
                    FACT,
                    "Shows one fact of the shop's policy in the customer's country.",
                    List.of(new ToolOffer.Argument("key", "the fact's key, such as returns.window"))),
            new ToolOffer(PERSON, "Names how the customer reaches a person, when nothing else helps.", List.of()));

    private final Answerer passages;
    private final Gathering gathering;
    private final FactWording wording;

    ToolBox(Answerer passages, Gathering gathering, FactWording wording) {
        this.passages = passages;
        this.gathering = gathering;
        this.wording = wording;
    }

    /** What came of a call. */
    sealed interface Result {
        /** More to answer from. */
        record Found(List<Cited> passages) implements Result {}

        record PersonAsked() implements Result {}

        /** Not a tool, not its arguments, or not for this shopper. */
        record Refused(String why) implements Result {}
    }

    Result call(ModelStream.ToolCall call, Question question, Evidence evidence, Edition edition) {
        return switch (call.tool()) {
            case SEARCH -> search(call.arguments(), question, evidence, edition);
            case FACT -> fact(call.arguments(), question, evidence, edition);
            case PERSON -> new Result.PersonAsked();
            default -> new Result.Refused("unknown tool");
        };
    }

    private Result search(Map<String, String> arguments, Question question, Evidence evidence, Edition edition) {
        String query = arguments.getOrDefault("query", "").strip();
        if (!arguments.keySet().equals(Set.of("query")) || query.isEmpty() || query.length() > LONGEST_QUERY) {
            return new Result.Refused("bad arguments");
        }
        Reply found = passages.answer(new Question(query, question.language(), evidence.market(), List.of()));
        List<Cited> more = new ArrayList<>();
        if (found instanceof Reply.Answered answered) {
            for (Source source : answered.sources()) {
                int number = evidence.passages().size() + more.size() + 1;
                boolean known = evidence.passages().stream()
                        .anyMatch(cited -> cited.source().article().equals(source.article())
                                && cited.source().heading().equals(source.heading()));
                if (!known) {
                    gathering.cited(source, number, edition, evidence.market()).ifPresent(more::add);
                }
            }
        }
        return more.isEmpty() ? new Result.Refused("nothing found") : new Result.Found(more);
    }

    private Result fact(Map<String, String> arguments, Question question, Evidence evidence, Edition edition) {
        String key = arguments.getOrDefault("key", "");
        if (!arguments.keySet().equals(Set.of("key"))) {
            return new Result.Refused("bad arguments");
        }
        Optional<Market> market = evidence.market();
        Language language = question.language();
        return edition.policies()
                .fact(key)
                .flatMap(fact -> (market.isPresent()
                                ? fact.in(market.get())
                                : fact.inAll(edition.shop().markets()))
                        .map(value -> {
                            String said = wording.say(value, language, market, GrammaticalCase.NOMINATIVE);
                            List<Block> blocks = PlainText.paragraph(key + ": " + said);
                            Source source = evidence.passages().getFirst().source();
                            int number = evidence.passages().size() + 1;
                            return (Result) new Result.Found(
                                    List.of(new Cited(number, source, blocks, Map.of(key, fact.rule()))));
                        }))
                .orElseGet(() -> new Result.Refused("no such fact here"));
    }
}
