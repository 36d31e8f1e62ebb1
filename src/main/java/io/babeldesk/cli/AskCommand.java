package io.babeldesk.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.babeldesk.answer.Question;
import io.babeldesk.answer.Reply;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.PlainText;
import io.babeldesk.conversation.Source;
import io.babeldesk.language.Language;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts one question to the base. */
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = "Puts one question to the knowledge base, without a server.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:answered", "1:failure", "2:usage", "3:asked back", "4:declined", "5:needs a person"})
final class AskCommand implements Callable<Integer> {

    private final Services services;
    private final PrintStream out;
    private final ObjectMapper json = new ObjectMapper();

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final Folders folders = new Folders();

    @Mixin
    private final Data data = new Data();

    @Option(
            names = "--lang",
            paramLabel = "LOCALE",
            description = "The page's locale; clear text in another language overrides it.")
    private @Nullable String lang;

    @Option(
            names = "--market",
            paramLabel = "COUNTRY",
            description = "The country that the shopper buys from, such as DE.")
    private @Nullable String market;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean asJson;

    @Parameters(paramLabel = "QUESTION", arity = "1..*", description = "The question.")
    private List<String> words = List.of();

    AskCommand(Services services, PrintStream out) {
        this.services = services;
        this.out = out;
    }

    @Override
    public Integer call() {
        Optional<Language> page = Optional.ofNullable(lang)
                .map(tag -> Language.ofTag(tag)
                        .orElseThrow(() -> wrong(
                                "'" + tag + "' is not a language code; give one such as --lang de or --lang pt-BR")));
        try (Services.OpenBase open = services.open(folders.knowledgeBase, data.folder)) {
            Optional<Market> buysFrom = Optional.ofNullable(market).map(code -> market(code, open));
            String text = String.join(" ", words);
            Language language = open.languages().choose(text, page, List.of());
            open.deepen(language::equals);
            Reply reply = open.answerer().answer(new Question(text, language, buysFrom, List.of()));
            out.println(asJson ? json(reply) : PlainText.of(reply.saying().blocks()) + sources(reply));
            return ExitCode.of(reply);
        }
    }

    private Market market(String code, Services.OpenBase open) {
        List<Market> markets = open.base().edition().shop().markets();
        return Market.ofCode(code)
                .filter(markets::contains)
                .orElseThrow(() -> wrong("'" + code + "' is not a market of this shop; give one of " + markets));
    }

    private ParameterException wrong(String what) {
        return new ParameterException(
                Objects.requireNonNull(spec, "set by picocli").commandLine(), what);
    }

    private static String sources(Reply reply) {
        if (!(reply instanceof Reply.Answered answered)) {
            return "";
        }
        Source source = answered.sources().getFirst();
        return "\n\n[" + source.article() + "] " + source.title();
    }

    private String json(Reply reply) {
        Map<String, Double> timings = new LinkedHashMap<>();
        reply.saying().provenance().timings().forEach((step, time) -> timings.put(step, time.toNanos() / 1e6));
        List<Source> sources = reply instanceof Reply.Answered answered ? answered.sources() : List.of();
        String mode = reply instanceof Reply.Answered answered
                ? answered.mode().name().toLowerCase(Locale.ROOT)
                : "passage";
        try {
            return json.writeValueAsString(new Printed(
                    kind(reply),
                    reply.saying().language().code(),
                    reply.saying().market().map(Market::code).orElse(null),
                    Math.round(reply.saying().confidence() * 1000) / 1000.0,
                    PlainText.of(reply.saying().blocks()),
                    sources.stream().map(PrintedSource::of).toList(),
                    mode,
                    timings));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a reply is always JSON", e);
        }
    }

    private static String kind(Reply reply) {
        return switch (reply) {
            case Reply.Answered answered -> "answered";
            case Reply.AskedBack asked -> "asked_back";
            case Reply.Declined declined -> "declined";
            case Reply.NeedsPerson person -> "needs_person";
        };
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    private record Printed(
            String reply,
            String language,
            @Nullable String market,
            double confidence,
            String text,
            List<PrintedSource> sources,
            String mode,
            @JsonProperty("timings_ms") Map<String, Double> timings) {}

    private record PrintedSource(String article, String language, String title, String heading, double score) {
        static PrintedSource of(Source source) {
            return new PrintedSource(
                    source.article(), source.language().code(), source.title(), source.heading(), source.score());
        }
    }
}
