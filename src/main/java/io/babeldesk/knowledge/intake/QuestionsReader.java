package io.babeldesk.knowledge.intake;

import io.babeldesk.conversation.Market;
import io.babeldesk.knowledge.ArticleId;
import io.babeldesk.knowledge.SavedQuestion;
import io.babeldesk.knowledge.SavedQuestion.Wanted;
import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a file of saved questions. */
final class QuestionsReader {

    private QuestionsReader() {}

    /** @param facts the keys that {@code must_contain} may name */
    static List<SavedQuestion> read(
            YamlMap yaml, boolean heldOut, Set<ArticleId> articles, Set<String> facts, Collection<Market> markets) {
        List<SavedQuestion> questions = new ArrayList<>();
        Optional<Language> language = yaml.required("language", Language::ofTag, "a language code such as en");
        for (YamlMap entry : yaml.maps("questions")) {
            String question = entry.text("question");
            Optional<Market> market = entry.optional("market", Market::ofCode, "a country code such as DE");
            List<ArticleId> accepted = articles(entry, articles);
            Optional<Boolean> refused = entry.optional("refused", QuestionsReader::bool, "true");
            Optional<Boolean> askedBack = entry.optional("asked_back", QuestionsReader::bool, "true");
            List<String> mustContain = entry.oneOrMore("must_contain");
            List<String> mustNotSay = entry.oneOrMore("must_not_say");
            entry.rejectOthers();
            market.filter(known -> !markets.contains(known))
                    .ifPresent(known -> entry.error(
                            "market", "'" + known + "' is not a market of shop.yaml; add it there or correct it"));
            List<Wanted> wanted = new ArrayList<>();
            if (entry.has("article")) {
                wanted.add(Wanted.ANSWER);
            }
            if (refused.orElse(false)) {
                wanted.add(Wanted.DECLINE);
            }
            if (askedBack.orElse(false)) {
                wanted.add(Wanted.ASK_BACK);
            }
            if (wanted.size() != 1) {
                entry.error(
                        "question",
                        wanted.isEmpty()
                                ? "found neither 'article:' nor 'refused: true' nor 'asked_back: true'; "
                                        + "say what must come out"
                                : "found more than one of 'article:', 'refused: true' and 'asked_back: true'; "
                                        + "keep one of them");
                wanted.add(Wanted.ANSWER);
            }
            for (String fact : mustContain) {
                if (!facts.contains(fact)) {
                    entry.error("must_contain", "there is no fact '" + fact + "' in policies.yaml; correct the key");
                }
            }
            language.ifPresent(known -> questions.add(new SavedQuestion(
                    question,
                    known,
                    market,
                    wanted.getFirst(),
                    accepted,
                    mustContain,
                    mustNotSay,
                    heldOut,
                    entry.file() + ":" + entry.line("question"))));
        }
        yaml.rejectOthers();
        return questions;
    }

    private static List<ArticleId> articles(YamlMap entry, Set<ArticleId> known) {
        List<ArticleId> accepted = new ArrayList<>();
        for (String text : entry.oneOrMore("article")) {
            ArticleId.parse(text)
                    .filter(known::contains)
                    .ifPresentOrElse(
                            accepted::add,
                            () -> entry.error(
                                    "article",
                                    "there is no article '" + text + "'; write the id of one, such as topic/slug"));
        }
        return accepted;
    }

    private static Optional<Boolean> bool(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
