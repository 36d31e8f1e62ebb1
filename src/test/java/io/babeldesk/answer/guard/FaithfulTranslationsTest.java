package io.babeldesk.answer.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.answer.TranslationGuard.Fault;
import io.babeldesk.answer.TranslationGuard.Worded;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.PlainText;
import io.babeldesk.knowledge.ArticleId;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.FactWording;
import io.babeldesk.knowledge.PassageRenderer;
import io.babeldesk.knowledge.Translation;
import io.babeldesk.knowledge.intake.KnowledgeFolder;
import io.babeldesk.language.Language;
import io.babeldesk.language.LanguageDetector;
import io.babeldesk.language.LanguageWish;
import io.babeldesk.language.LetterSequences;
import io.babeldesk.language.Messages;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The demo shop's articles are the same in twelve languages: what translators wrote must pass, and what is falsified not. */
class FaithfulTranslationsTest {

    private static final Edition DEMO = new KnowledgeFolder(Path.of("knowledge-base"), Clock.systemUTC())
            .read()
            .edition()
            .orElseThrow();
    private static final PassageRenderer RENDERER = new PassageRenderer(new FactWording(new Messages()));
    private static final FaithfulTranslations GUARD = new FaithfulTranslations(
            DEMO::glossary,
            new LanguageDetector(new LanguageWish(new Messages()), DEMO.shop().languages(), new LetterSequences()));
    private static final Pattern SMALL = Pattern.compile("(?<![0-9.,:/-])[2-9](?![0-9.,:/-])");
    /** A message is no longer. */
    private static final int LONGEST = 600;

    private record Pair(Worded original, Worded translation) {
        Optional<Fault> fault() {
            return GUARD.fault(original, translation, "");
        }
    }

    private static List<Pair> pairs(Language from, Language to) {
        List<Pair> pairs = new ArrayList<>();
        for (ArticleId article : DEMO.articles().keySet()) {
            Translation one = DEMO.translation(article, from).orElseThrow();
            Translation other = DEMO.translation(article, to).orElseThrow();
            for (int i = 0; i < Math.min(one.passages().size(), other.passages().size()); i++) {
                Worded original = text(one, i);
                Worded translation = text(other, i);
                if (original.text().length() < LONGEST && !original.text().isBlank()) {
                    pairs.add(new Pair(original, translation));
                }
            }
        }
        return pairs;
    }

    private static Worded text(Translation translation, int passage) {
        return new Worded(
                PlainText.of(RENDERER.render(
                                translation.passages().get(passage).blocks(),
                                DEMO.policies(),
                                translation.language(),
                                Optional.of(new Market("DE")),
                                DEMO.shop().markets())
                        .blocks()),
                translation.language());
    }

    @Test
    void whatTranslatorsWrotePasses() {
        int all = 0;
        List<String> held = new ArrayList<>();
        for (Language language : DEMO.shop().languages()) {
            for (Pair pair : pairs(Language.ENGLISH, language)) {
                if (!language.equals(Language.ENGLISH)) {
                    all++;
                    pair.fault()
                            .ifPresent(why -> held.add(language + " " + why + ": "
                                    + pair.original().text() + "\n   "
                                    + pair.translation().text()));
                }
            }
        }
        assertThat(all).isGreaterThan(600);
        assertThat(held.size() / (double) all).as(String.join("\n", held)).isLessThan(0.04);
    }

    @Test
    void anotherNumberIsHeld() {
        int all = 0;
        int passed = 0;
        for (String code : List.of("de", "ar", "ja", "tr")) {
            for (Pair pair : pairs(Language.ENGLISH, Language.of(code))) {
                String text = pair.translation().text();
                String falsified = SMALL.matcher(text).replaceFirst("41");
                if (!falsified.equals(text)) {
                    all++;
                    passed += new Pair(pair.original(), new Worded(falsified, Language.of(code)))
                                    .fault()
                                    .isEmpty()
                            ? 1
                            : 0;
                }
            }
        }
        assertThat(all).isGreaterThan(20);
        assertThat(passed).isZero();
    }

    @Test
    void anotherLanguageIsHeld() {
        long passed = pairs(Language.ENGLISH, Language.of("de")).stream()
                .filter(pair -> new Pair(
                                pair.original(), new Worded(pair.translation().text(), Language.of("tr")))
                        .fault()
                        .isEmpty())
                .count();
        assertThat(passed).isZero();
    }
}
