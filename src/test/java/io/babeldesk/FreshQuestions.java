package io.babeldesk;

import io.babeldesk.conversation.Market;
import io.babeldesk.knowledge.ArticleId;
import io.babeldesk.knowledge.SavedQuestion;
import io.babeldesk.knowledge.SavedQuestion.Wanted;
import io.babeldesk.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Questions to the demo shop, 184 a language, that were written from the titles and headings of its articles alone: three for each
 * article, 40 that are no shop's matter, 12 that do not say what is wanted. They stay a measure only as long as nobody reads
 * them before working on the search or its lists.
 */
final class FreshQuestions {

    private static final List<String> LANGUAGES =
            List.of("ar", "de", "en", "es", "fr", "it", "ja", "ko", "pt", "ru", "tr", "zh");

    private FreshQuestions() {}

    static List<SavedQuestion> all() {
        return LANGUAGES.stream().map(Language::of).flatMap(FreshQuestions::in).toList();
    }

    private static Stream<SavedQuestion> in(Language language) {
        String file = "fresh-questions/" + language + ".tsv";
        try (InputStream lines = FreshQuestions.class.getResourceAsStream(file)) {
            if (lines == null) {
                throw new IllegalStateException(file + " is not on the class path");
            }
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().toList().stream().map(line -> question(line.split("\t", -1), language, file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static SavedQuestion question(String[] fields, Language language, String file) {
        Wanted wanted = switch (fields[0]) {
            case "foreign" -> Wanted.DECLINE;
            case "vague" -> Wanted.ASK_BACK;
            default -> Wanted.ANSWER;
        };
        List<ArticleId> accepted = ArticleId.parse(fields[0]).stream().toList();
        return new SavedQuestion(
                fields[2],
                language,
                Optional.of(new Market(fields[1])),
                wanted,
                accepted,
                List.of(),
                List.of(),
                true,
                file);
    }
}
