package io.babeldesk.answer.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.answer.Draft;
import io.babeldesk.answer.Evidence;
import io.babeldesk.answer.SentenceGuard;
import io.babeldesk.answer.Verdict;
import io.babeldesk.conversation.PlainText;
import io.babeldesk.conversation.Source;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.intake.KnowledgeFolder;
import io.babeldesk.language.Language;
import io.babeldesk.language.LanguageDetector;
import io.babeldesk.language.LanguageWish;
import io.babeldesk.language.LetterSequences;
import io.babeldesk.language.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Sentences over passages in every answering language: true (+), falsified in one value (-), and unsupported without any
 * value (!). Every third pair of a file was held out while the guard was made, and is judged apart.
 */
class GuardCorpusTest {

    private static final List<String> LANGUAGES =
            List.of("en", "de", "es", "fr", "it", "pt", "ru", "ar", "zh", "ja", "ko", "tr");

    private static final Edition DEMO = new KnowledgeFolder(Path.of("knowledge-base"), Clock.systemUTC())
            .read()
            .edition()
            .orElseThrow();
    private static final LanguageDetector DETECTOR =
            new LanguageDetector(new LanguageWish(new Messages()), DEMO.shop().languages(), new LetterSequences());
    static final ClaimGuard GUARD =
            new ClaimGuard(DEMO::glossary, new OutputPolicy(() -> DETECTOR), new OwnSentences(new Messages()));

    /** One sentence over one passage. */
    record Pair(char kind, Language written, String passage, Language language, String sentence, boolean heldOut) {
        Verdict verdict() {
            Source source = new Source("a/b", written, "", "", 1);
            Evidence evidence = new Evidence(
                    List.of(new Evidence.Cited(1, source, PlainText.paragraph(passage), Map.of())),
                    List.of(),
                    Optional.empty());
            SentenceGuard.Judging judging = GUARD.over(evidence, language, "");
            return judging.judge(new Draft(sentence, List.of(1)));
        }

        boolean isRight() {
            return (verdict() instanceof Verdict.Kept) == (kind == '+');
        }
    }

    static List<Pair> read(String name, Optional<Language> language) {
        try (InputStream file = GuardCorpusTest.class.getResourceAsStream(name)) {
            List<Pair> pairs = new ArrayList<>();
            String passage = "";
            Language written = language.orElse(Language.ENGLISH);
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (line.isBlank()) {
                    continue;
                }
                String rest = line.substring(2);
                Language of = written;
                if (language.isEmpty()) {
                    of = Language.of(rest.substring(0, 2));
                    rest = rest.substring(3);
                }
                if (line.charAt(0) == '>') {
                    passage = rest;
                    written = of;
                } else {
                    pairs.add(new Pair(line.charAt(0), written, passage, of, rest, pairs.size() % 3 == 2));
                }
            }
            return pairs;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Pair> all() {
        return LANGUAGES.stream()
                .flatMap(code -> read("corpus/" + code + ".txt", Optional.of(Language.of(code))).stream())
                .toList();
    }

    @Test
    void theCorpusIsLargeEnough() {
        assertThat(all()).hasSizeGreaterThanOrEqualTo(400);
    }

    @Test
    void falsifiedValuesAreHeld() {
        assertThat(wrong('-', false)).as("tuned on").isLessThanOrEqualTo(0.01);
        assertThat(wrong('-', true)).as("held out").isLessThanOrEqualTo(0.01);
    }

    @Test
    void trueSentencesLeave() {
        assertThat(wrong('+', false)).as("tuned on").isLessThanOrEqualTo(0.02);
        assertThat(wrong('+', true)).as("held out").isLessThanOrEqualTo(0.1);
    }

    @Test
    void unsupportedSentencesAreHeld() {
        assertThat(wrong('!', false)).as("tuned on").isLessThanOrEqualTo(0.02);
        assertThat(wrong('!', true)).as("held out").isLessThanOrEqualTo(0.05);
    }

    @Test
    void falsifiedValuesAreHeldAcrossLanguages() {
        assertThat(read("across.txt", Optional.empty()))
                .filteredOn(pair -> pair.kind() != '+')
                .allMatch(Pair::isRight);
    }

    @Test
    void trueSentencesLeaveAcrossLanguages() {
        List<Pair> all = read("across.txt", Optional.empty()).stream()
                .filter(pair -> pair.kind() == '+')
                .toList();
        // Across languages only the glossary tells what words mean, so that some true sentences are held too.
        assertThat(all.stream().filter(Pair::isRight).count()).isGreaterThanOrEqualTo(all.size() * 3L / 4);
    }

    private static double wrong(char kind, boolean heldOut) {
        List<Pair> pairs = all().stream()
                .filter(pair -> pair.kind() == kind && pair.heldOut() == heldOut)
                .toList();
        List<Pair> wrong = pairs.stream().filter(pair -> !pair.isRight()).toList();
        return (double) wrong.size() / pairs.size();
    }
}
