package io.babeldesk.answer;

import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.PlainText;
import io.babeldesk.conversation.ReplyKind;
import io.babeldesk.conversation.Turn;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.Passage;
import io.babeldesk.knowledge.PassageSearch;
import io.babeldesk.knowledge.PassageSearch.Hit;
import io.babeldesk.knowledge.PassageSearch.Query;
import io.babeldesk.language.FollowUpWords;
import io.babeldesk.language.Language;
import io.babeldesk.language.LanguageWish;
import io.babeldesk.language.Messages;
import io.babeldesk.language.PromptInjection;
import io.babeldesk.language.SmallTalk;
import io.babeldesk.retrieval.Retrieval;
import io.babeldesk.retrieval.Retriever;
import java.util.List;
import java.util.Optional;

/**
 * What a message means, taken with the conversation that it stands in. A question that stands by itself is taken as it
 * is; "and to Brazil?" asks for what was asked before. Safe for use by many threads.
 */
final class Understanding {

    /** A country is the answer to our question for it if little else is said. */
    private static final int FEW_WORDS = 4;

    private static final int A_FEW_WORDS_LONG = 60;

    /** "And how long does that take?": "that" and "take" are words, too. */
    private static final int FEW_OTHER_WORDS = 2;

    /** Of what it says so, this share is known: else it speaks of something new. */
    private static final double MOSTLY_KNOWN = 0.6;

    /** How far back a chain of questions is followed that each lean on the one before. */
    private static final int DEEPEST = 3;

    private final Retriever retriever;
    private final LanguageWish wish;
    private final SmallTalk smallTalk;
    private final FollowUpWords followUps;
    private final PromptInjection injection = new PromptInjection();
    private final MarketMention mention = new MarketMention();

    Understanding(Retriever retriever, LanguageWish wish, Messages messages) {
        this.retriever = retriever;
        this.wish = wish;
        this.smallTalk = new SmallTalk(messages);
        this.followUps = new FollowUpWords(messages);
    }

    /** What a message comes to. */
    sealed interface Meaning {

        /** The language to answer in. */
        Language language();

        /**
         * A question.
         *
         * @param query what was searched for
         * @param market the country that it is asked for, if known
         */
        record Matter(String query, Language language, Optional<Market> market, Retrieval found) implements Meaning {}

        /** Another language is wished for, and nothing had been asked before. */
        record OtherLanguage(Language language) implements Meaning {}

        record Chat(Language language, SmallTalk.Kind kind) implements Meaning {}

        /** It gives the assistant orders instead of asking something. */
        record Injection(Language language) implements Meaning {}

        /** The shopper is in a country that the shop does not sell to. */
        record Elsewhere(Language language, Market country) implements Meaning {}
    }

    /** A question of the shopper, with the turns before it. */
    private record Said(String text, Language language, List<Turn> earlier) {}

    /** @param topic the question that stands by itself, which this one is or leans on */
    private record Reading(String topic, String query, Retrieval found) {}

    Meaning of(Question question, Edition edition, PassageSearch search) {
        return new Within(edition, search).meaning(question);
    }

    /** Whether the shopper is beside herself. */
    boolean isUpset(String text, Language language) {
        return smallTalk.isUpset(text, language);
    }

    /** The country that the text names, if the shop neither sells to it nor speaks of it. */
    Optional<Market> elsewhere(String text, Language language, Edition edition) {
        return mention.elsewhere(text, language, edition.shop().markets())
                .filter(country -> !isSpokenOf(country, language, edition));
    }

    /** Parcels come from China: that the base says so makes China no place where the shopper is. */
    private static boolean isSpokenOf(Market country, Language language, Edition edition) {
        String name = MarketMention.name(country, language);
        return edition.translations().stream()
                .filter(translation -> translation.language().equals(language))
                .flatMap(translation -> translation.passages().stream())
                .anyMatch(passage -> PlainText.of(passage.blocks()).contains(name));
    }

    /** Meanings within one edition. */
    private final class Within {
        private final Edition edition;
        private final PassageSearch search;

        Within(Edition edition, PassageSearch search) {
            this.edition = edition;
            this.search = search;
        }

        Meaning meaning(Question question) {
            String text = question.text();
            Language language = question.language();
            if (wish.in(text).isPresent()) {
                return lastQuestion(question.earlier())
                        .<Meaning>map(before -> again(before, language, question.market()))
                        .orElseGet(() -> new Meaning.OtherLanguage(language));
            }
            if (injection.isIn(text)) {
                return new Meaning.Injection(language);
            }
            Optional<SmallTalk.Kind> talk = smallTalk.in(text, language);
            Optional<Said> before = lastQuestion(question.earlier());
            // "It doesn't work" is said of what was spoken of before.
            if (talk.filter(kind -> kind != SmallTalk.Kind.VAGUE || before.isEmpty())
                    .isPresent()) {
                return new Meaning.Chat(language, talk.get());
            }
            boolean asked = answersWhichMarket(text, question.earlier());
            Optional<Market> named = namedMarket(text, language, asked);
            if (before.isPresent() && (asked || isOnly(text, language, named))) {
                Language spoken = asked ? question.earlier().getLast().language() : language;
                if (named.isPresent()) {
                    return again(before.get(), spoken, named);
                }
                Optional<Market> elsewhere =
                        elsewhere(text, language, edition).or(() -> elsewhere(text, spoken, edition));
                if (elsewhere.isPresent()) {
                    return new Meaning.Elsewhere(spoken, elsewhere.get());
                }
            }
            Optional<Market> market = named.or(question::market);
            Reading reading = reading(new Said(text, language, question.earlier()), market, 0);
            return new Meaning.Matter(reading.query(), language, market, reading.found());
        }

        private Optional<Market> namedMarket(String text, Language language, boolean asked) {
            List<Market> markets = edition.shop().markets();
            Optional<Market> named = mention.in(text, language, markets);
            // A bare name of a country may be taken for another language than that of the conversation.
            return named.isPresent() || !asked
                    ? named
                    : edition.shop().languages().stream()
                            .flatMap(spoken -> mention.in(text, spoken, markets).stream())
                            .findFirst();
        }

        /** Whether nothing is said but a country: "and to Brazil?" */
        private boolean isOnly(String text, Language language, Optional<Market> named) {
            if (text.length() > A_FEW_WORDS_LONG) {
                return false;
            }
            Optional<Market> country = named.or(
                    () -> mention.elsewhere(text, language, edition.shop().markets()));
            return country.isPresent() && followUps.areAllOf(mention.without(text, language, country.get()), language);
        }

        /** An earlier question once more: for a market that is known now, or in another language. */
        private Meaning again(Said before, Language language, Optional<Market> market) {
            Reading reading = reading(before, market, 0);
            Retrieval found = before.language().equals(language) ? reading.found() : in(language, reading.found());
            return new Meaning.Matter(reading.query(), language, market, found);
        }

        private Reading reading(Said said, Optional<Market> market, int depth) {
            Retrieval alone = retrieve(said.text(), said.language(), market);
            Reading byItself = new Reading(said.text(), said.text(), alone);
            Optional<Said> before = lastQuestion(said.earlier());
            if (before.isEmpty() || depth == DEEPEST) {
                return byItself;
            }
            String own = followUps.cutFrom(said.text(), said.language());
            if (!leans(own.equals(said.text()) ? alone : retrieve(own, said.language(), market))) {
                return byItself;
            }
            Reading earlier = reading(before.get(), market, depth + 1);
            String topic = before.get().language().equals(said.language())
                    ? earlier.topic()
                    : heading(earlier.found(), said.language()).orElse(earlier.topic());
            Query leaning = new Query(own, Optional.of(topic));
            Retrieval together = retriever.retrieve(edition, search, leaning, said.language(), market);
            return together.confidence() >= Cutoffs.ANSWER ? new Reading(topic, leaning.text(), together) : byItself;
        }

        /** Whether a question leaves out what it is about. */
        private boolean leans(Retrieval own) {
            Aside aside = new Aside(edition.glossary());
            return !own.concepts().isEmpty()
                    && aside.areAll(own.concepts())
                    && own.otherWords() <= (aside.areMeasures(own.concepts()) ? FEW_OTHER_WORDS : 0)
                    && own.known() >= MOSTLY_KNOWN;
        }

        private Retrieval retrieve(String text, Language language, Optional<Market> market) {
            return retriever.retrieve(edition, search, text, language, market);
        }

        /** The best hit's heading, as the article has it in another language. */
        private Optional<String> heading(Retrieval found, Language language) {
            return in(language, found).hits().stream()
                    .findFirst()
                    .filter(hit -> hit.passage().language().equals(language))
                    .map(hit -> hit.passage().heading());
        }

        /** The same sections in another language, where the article has them. */
        private Retrieval in(Language language, Retrieval found) {
            List<Hit> hits = found.hits().stream()
                    .map(hit -> hit.withPassage(in(language, hit.passage())))
                    .toList();
            return new Retrieval(
                    hits,
                    found.confidence(),
                    found.matter(),
                    found.article(),
                    found.vagueness(),
                    found.known(),
                    found.concepts(),
                    found.otherWords(),
                    found.words(),
                    language);
        }

        private Passage in(Language language, Passage passage) {
            return edition.translation(passage.article(), language)
                    .map(translation -> translation.passages())
                    .filter(passages -> passages.size() > passage.number())
                    .map(passages -> passages.get(passage.number()))
                    .orElse(passage);
        }

        /** The last turn in which the shopper asked for something that was the shop's matter. */
        private Optional<Said> lastQuestion(List<Turn> turns) {
            boolean declined = false;
            for (int i = turns.size() - 1; i >= 0; i--) {
                List<Turn> earlier = turns.subList(0, i);
                switch (turns.get(i)) {
                    case Turn.OfAssistant assistant ->
                        declined = assistant.reply().kind() == ReplyKind.DECLINED;
                    case Turn.OfShopper shopper -> {
                        if (!declined && asksForSomething(shopper, earlier)) {
                            return Optional.of(new Said(shopper.text(), shopper.language(), earlier));
                        }
                    }
                    case Turn.OfAgent _, Turn.OfNote _, Turn.OfSystem _ -> {}
                }
            }
            return Optional.empty();
        }

        private boolean asksForSomething(Turn.OfShopper turn, List<Turn> earlier) {
            boolean asked = answersWhichMarket(turn.text(), earlier);
            Optional<Market> named = namedMarket(turn.text(), turn.language(), asked);
            return !turn.text().isBlank()
                    && wish.in(turn.text()).isEmpty()
                    && smallTalk.in(turn.text(), turn.language()).isEmpty()
                    && !(asked && named.isPresent())
                    && !isOnly(turn.text(), turn.language(), named);
        }
    }

    /** Whether the shopper was asked for her country just before and has said no more than that. */
    private static boolean answersWhichMarket(String text, List<Turn> earlier) {
        return wasAskedBack(earlier) && text.split("\\s+").length <= FEW_WORDS;
    }

    private static boolean wasAskedBack(List<Turn> earlier) {
        return !earlier.isEmpty()
                && earlier.getLast() instanceof Turn.OfAssistant assistant
                && assistant.reply().kind() == ReplyKind.ASKED_BACK;
    }
}
