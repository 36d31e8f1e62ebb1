package io.babeldesk.answer;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.util.ULocale;
import io.babeldesk.answer.Reply.Saying;
import io.babeldesk.answer.Understanding.Meaning;
import io.babeldesk.conversation.Block;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.Provenance;
import io.babeldesk.conversation.ReplyMode;
import io.babeldesk.conversation.Source;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.KnowledgeBase;
import io.babeldesk.knowledge.Passage;
import io.babeldesk.knowledge.PassageRenderer;
import io.babeldesk.knowledge.PassageRenderer.Rendering;
import io.babeldesk.knowledge.PassageSearch;
import io.babeldesk.knowledge.PassageSearch.Hit;
import io.babeldesk.knowledge.Shop;
import io.babeldesk.language.Language;
import io.babeldesk.language.LanguageWish;
import io.babeldesk.language.SmallTalk;
import io.babeldesk.retrieval.Retrieval;
import io.babeldesk.retrieval.Retriever;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Answers in the shop's own words: the best passage with the facts of the shopper's market, or no answer at all. Nothing
 * is made up, so nothing can be wrong about the policy.
 */
public final class PassageAnswerer implements Answerer {

    private static final Set<String> PLEASANTRIES = Set.of("greeting", "thanks", "goodbye");
    private static final String PERSON = "human-agent";
    /** A wish for a person is clear if little else is said. */
    private static final int FEW_WORDS = 4;

    private final KnowledgeBase base;
    private final Understanding understanding;
    private final PassageRenderer renderer;
    private final OwnWords words;
    private final LongSupplier nanos;

    /** @param nanos a running clock, for the timings in the provenance */
    public PassageAnswerer(
            KnowledgeBase base,
            Retriever retriever,
            PassageRenderer renderer,
            OwnWords words,
            LanguageWish wish,
            LongSupplier nanos) {
        this.base = base;
        this.understanding = new Understanding(retriever, wish, words.messages());
        this.renderer = renderer;
        this.words = words;
        this.nanos = nanos;
    }

    @Override
    public Reply answer(Question question) {
        return base.read((edition, search) -> new Answering(edition, search, question).reply());
    }

    /** One question on its way to a reply. */
    private final class Answering {
        private final Edition edition;
        private final PassageSearch search;
        private final Question question;
        private final Shop shop;
        private Language language;
        private final Map<String, Duration> timings = new LinkedHashMap<>();
        private String text;
        private Optional<Market> market;

        Answering(Edition edition, PassageSearch search, Question question) {
            this.edition = edition;
            this.search = search;
            this.question = question;
            this.shop = edition.shop();
            this.language = question.language();
            this.text = question.text();
            this.market = question.market();
        }

        Reply reply() {
            long begun = nanos.getAsLong();
            Meaning meaning = understanding.of(question, edition, search);
            timings.put("retrieval", Duration.ofNanos(nanos.getAsLong() - begun));
            language = meaning.language();
            return switch (meaning) {
                case Meaning.Matter matter -> {
                    text = matter.query();
                    market = matter.market();
                    yield judge(matter.found());
                }
                case Meaning.OtherLanguage _ ->
                    asking(own("reply.language-changed", Map.of("language", nameOf(language))));
                case Meaning.Chat chat -> chatting(chat.kind());
                case Meaning.Injection _ -> new Reply.Declined(saying(own("reply.declined"), nothing()));
                case Meaning.Elsewhere elsewhere -> elsewhere(elsewhere.country(), nothing());
            };
        }

        private Reply chatting(SmallTalk.Kind kind) {
            return switch (kind) {
                case HELLO -> new Reply.AskedBack(saying(own("reply.hello"), nothing()), offers().starters());
                case THANKS, OK -> asking(own("reply.thanks"));
                case GOODBYE -> asking(own("reply.goodbye"));
                case WHO_ARE_YOU ->
                    new Reply.AskedBack(saying(own("widget.disclosure"), nothing()), offers().starters());
                case UPSET -> asking(own("reply.upset"));
                case VAGUE, UNCLEAR ->
                    new Reply.AskedBack(saying(own("reply.ask-more"), nothing()), offers().starters());
            };
        }

        private Reply asking(List<Block> blocks) {
            return new Reply.AskedBack(saying(blocks, nothing()), List.of());
        }

        /** What can be said of a country that has no terms of its own: that there are none, and where there are. */
        private Reply elsewhere(Market country, Retrieval found) {
            ListFormatter list = ListFormatter.getInstance(ULocale.forLocale(language.locale()));
            Map<String, String> countries = Map.of(
                    "country", MarketMention.name(country, language), "countries", list.format(offers().marketNames()));
            return new Reply.NeedsPerson(saying(own("reply.elsewhere", countries), found));
        }

        private Reply judge(Retrieval found) {
            if (found.concepts().contains(PERSON)
                    && (found.otherWords() <= FEW_WORDS || found.confidence() < Cutoffs.ANSWER)) {
                return new Reply.NeedsPerson(saying(own("reply.asked-person"), found), Reply.Why.ASKED);
            }
            if (!found.concepts().isEmpty() && found.otherWords() == 0 && PLEASANTRIES.containsAll(found.concepts())) {
                return chatting(
                        found.concepts().contains("greeting")
                                ? SmallTalk.Kind.HELLO
                                : found.concepts().contains("thanks") ? SmallTalk.Kind.THANKS : SmallTalk.Kind.GOODBYE);
            }
            if (found.confidence() >= Cutoffs.ANSWER) {
                return isAnyOfSeveral(found) ? choosing(found) : answered(found);
            }
            if (understanding.isUpset(text, language)) {
                return asking(own("reply.upset"));
            }
            boolean isMatter = isMatter(found);
            if (isMatter) {
                Optional<Market> elsewhere = understanding.elsewhere(text, language, edition);
                if (elsewhere.isPresent()) {
                    return elsewhere(elsewhere.get(), found);
                }
            }
            if (isMatter
                    && (isVague(found)
                            || found.hits().stream().anyMatch(hit -> hit.covered() >= Cutoffs.ASK_BACK_COVERED))) {
                return choosing(found);
            }
            if (isMatter) {
                return new Reply.NeedsPerson(saying(words.needsPerson(language, shop), found));
            }
            if (isVague(found)) {
                return chatting(SmallTalk.Kind.VAGUE);
            }
            return new Reply.Declined(saying(own("reply.declined"), found));
        }

        private Reply choosing(Retrieval found) {
            return new Reply.AskedBack(saying(own("reply.ask-choose"), found), offers().of(found.hits()));
        }

        /** "How long does it take?" is answered by many articles, and no one stands out. */
        private boolean isAnyOfSeveral(Retrieval found) {
            boolean few = found.words() <= Cutoffs.FEW_WORDS && found.article() < Cutoffs.CLEAR;
            return (few || isVague(found)) && found.written().equals(language);
        }

        private boolean isVague(Retrieval found) {
            return found.vagueness() >= Cutoffs.VAGUE;
        }

        /**
         * By the evidence; or because a thing of the shop's is named and no word is one that the base never uses. "I have a
         * problem with my order" is said of each article and so speaks for none.
         */
        private boolean isMatter(Retrieval found) {
            boolean evident =
                    found.matter() >= Cutoffs.MATTER && !found.concepts().isEmpty();
            return evident
                    || (found.matter() >= Cutoffs.OTHER_MATTER
                            && found.known() >= Cutoffs.ALL_KNOWN
                            && found.otherWords() <= Cutoffs.FEW_OTHER_WORDS
                            && !new Aside(edition.glossary()).areAll(found.concepts()));
        }

        private Reply answered(Retrieval found) {
            for (Hit hit : found.hits()) {
                long begun = nanos.getAsLong();
                Rendering rendering = renderer.render(hit.passage(), edition, market);
                timings.put("rendering", Duration.ofNanos(nanos.getAsLong() - begun));
                Optional<Market> elsewhere = dependsOnTheMarket(hit.passage())
                        ? understanding.elsewhere(text, language, edition)
                        : Optional.empty();
                if (elsewhere.isPresent()) {
                    // The terms of the market that she is known to buy from are not those that she asks for.
                    return elsewhere(elsewhere.get(), found);
                }
                if (rendering.needsMarket()) {
                    return new Reply.AskedBack(saying(own("reply.ask-market"), found), offers().markets());
                }
                if (!rendering.blocks().isEmpty()) {
                    return answered(found, hit, rendering);
                }
                // Nothing of this passage holds in the market: the next best may.
            }
            return new Reply.NeedsPerson(saying(words.needsPerson(language, shop), found));
        }

        private Reply answered(Retrieval found, Hit hit, Rendering rendering) {
            Language written = hit.passage().language();
            List<Block> blocks = new ArrayList<>();
            if (!written.equals(language)) {
                blocks.addAll(own("reply.other-language", Map.of("language", nameOf(written))));
            }
            blocks.addAll(rendering.blocks());
            return new Reply.Answered(
                    new Saying(
                            language,
                            market,
                            found.confidence(),
                            List.copyOf(blocks),
                            provenance(found, rendering.rules())),
                    List.of(source(hit)),
                    offers().beside(hit, found, market),
                    ReplyMode.PASSAGE);
        }

        private boolean dependsOnTheMarket(Passage passage) {
            return renderer.render(passage, edition, Optional.empty()).needsMarket();
        }

        private Source source(Hit hit) {
            Passage passage = hit.passage();
            String title = edition.translation(passage.article(), passage.language())
                    .map(translation -> translation.title())
                    .orElse(passage.heading());
            return new Source(
                    passage.article().toString(), passage.language(), title, passage.heading(), round(hit.covered()));
        }

        private Offers offers() {
            return new Offers(edition, language, renderer);
        }

        private List<Block> own(String key) {
            return words.say(language, key, shop);
        }

        private List<Block> own(String key, Map<String, String> arguments) {
            return words.say(language, key, shop, arguments);
        }

        private String nameOf(Language named) {
            return ULocale.forLocale(named.locale()).getDisplayLanguage(ULocale.forLocale(language.locale()));
        }

        private Saying saying(List<Block> blocks, Retrieval found) {
            return new Saying(language, market, found.confidence(), blocks, provenance(found, Map.of()));
        }

        private Provenance provenance(Retrieval found, Map<String, String> rules) {
            return new Provenance(
                    text,
                    language,
                    found.hits().stream().map(this::source).toList(),
                    rules,
                    edition.revision(),
                    found.confidence(),
                    Map.copyOf(timings));
        }

        private Retrieval nothing() {
            return new Retrieval(List.of(), 0, 0, 0, 0, 0, Set.of(), 0, 0, language);
        }
    }

    private static double round(double score) {
        return Math.round(score * 1000) / 1000.0;
    }
}
