package io.babeldesk.answer.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.answer.Draft;
import io.babeldesk.answer.Evidence;
import io.babeldesk.answer.Verdict;
import io.babeldesk.conversation.PlainText;
import io.babeldesk.conversation.Source;
import io.babeldesk.knowledge.Embedder;
import io.babeldesk.knowledge.EmbeddingFailed;
import io.babeldesk.knowledge.embedding.Embeddings;
import io.babeldesk.language.Language;
import io.babeldesk.language.LanguageDetector;
import io.babeldesk.language.LanguageWish;
import io.babeldesk.language.LetterSequences;
import io.babeldesk.language.Messages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Where words are not enough, a sentence model may tell that a passage says the same. */
class MeaningSupportTest {

    private static final String PASSAGE = "Our parrots arrive in a crate. Please feed them on the first evening.";
    private static final String SAME = "Birds come boxed.";
    private static final String OTHER = "Cats sleep late.";

    /** Holds all that is said of birds for one matter, and the rest for another. */
    private static final class OfBirds implements Embedder {
        private final OptionalDouble sameFrom;
        private final AtomicInteger asked = new AtomicInteger();
        private volatile boolean down;

        OfBirds(OptionalDouble sameFrom) {
            this.sameFrom = sameFrom;
        }

        @Override
        public String model() {
            return "birds";
        }

        @Override
        public boolean reads(Language language) {
            return language.equals(Language.ENGLISH);
        }

        @Override
        public OptionalDouble sameFrom() {
            return sameFrom;
        }

        @Override
        public List<float[]> embed(List<String> texts, Duration patience) {
            asked.incrementAndGet();
            if (down) {
                throw new EmbeddingFailed("down");
            }
            return texts.stream()
                    .map(text -> text.matches(".*(?:parrot|Bird).*") ? new float[] {1, 0} : new float[] {0.6f, 0.8f})
                    .toList();
        }

        @Override
        public void close() {}
    }

    private static Verdict judge(Embedder embedder, String passage, String language, String sentence) {
        LanguageDetector detector = new LanguageDetector(
                new LanguageWish(new Messages()), Set.of(Language.of(language)), new LetterSequences());
        ClaimGuard guard = new ClaimGuard(
                List::of, new OutputPolicy(() -> detector), new OwnSentences(new Messages()), List.of(embedder));
        Source source = new Source("a/b", Language.of(language), "", "", 1);
        Evidence evidence = new Evidence(
                List.of(new Evidence.Cited(
                        1, source, PlainText.paragraph(passage).stream().toList(), Map.of())),
                List.of(),
                Optional.empty());
        return guard.over(evidence, Language.of(language), "").judge(new Draft(sentence, List.of(1)));
    }

    @Test
    void aSentenceNearEnoughInMeaningLeaves() {
        OfBirds birds = new OfBirds(OptionalDouble.of(0.9));

        assertThat(judge(birds, PASSAGE, "en", SAME)).isInstanceOf(Verdict.Kept.class);
        assertThat(judge(birds, "Our parrots arrive in a crate.", "en", OTHER)).isInstanceOf(Verdict.Held.class);
    }

    @Test
    void aModelOfWhichNothingIsKnownIsNotAsked() {
        OfBirds birds = new OfBirds(OptionalDouble.empty());

        assertThat(judge(birds, PASSAGE, "en", SAME)).isInstanceOf(Verdict.Held.class);
        assertThat(birds.asked).hasValue(0);
    }

    @Test
    void aModelIsNotAskedInALanguageThatItDoesNotRead() {
        OfBirds birds = new OfBirds(OptionalDouble.of(0.9));

        assertThat(judge(birds, "Unsere Papageien kommen in einer Kiste.", "de", "Vögel kommen verpackt."))
                .isInstanceOf(Verdict.Held.class);
        assertThat(birds.asked).hasValue(0);
    }

    @Test
    void wordsAloneJudgeWhereTheModelIsAway() {
        OfBirds birds = new OfBirds(OptionalDouble.of(0.9));
        birds.down = true;

        assertThat(judge(birds, PASSAGE, "en", SAME)).isInstanceOf(Verdict.Held.class);
        assertThat(judge(birds, PASSAGE, "en", "Our parrots arrive in a crate."))
                .isInstanceOf(Verdict.Kept.class);
    }

    @Test
    void aFalseValueIsHeldHoweverNearTheSentenceIs() {
        OfBirds birds = new OfBirds(OptionalDouble.of(0.9));

        assertThat(judge(birds, "Our parrots arrive within 3 days.", "en", "Birds come after 4 days."))
                .isInstanceOf(Verdict.Held.class);
    }

    @Test
    void theModelForChineseFindsTheSameInOtherWords() {
        List<Embedder> models = new Embeddings(model -> {}, System::nanoTime).builtIn();
        Embedder chinese = models.stream()
                .filter(model -> model.reads(Language.of("zh")))
                .findFirst()
                .orElseThrow();
        chinese.embed(List.of("好"), Duration.ofSeconds(60));
        String passage = "处方药须上传有效处方，经药师审核后才能发货。药品一经售出，除质量问题外不予退换。";
        String same = "处方药要上传有效处方，药师审核通过后我们才发货。";

        assertThat(judge(new OfBirds(OptionalDouble.empty()), passage, "zh", same))
                .isInstanceOf(Verdict.Held.class);
        assertThat(judge(chinese, passage, "zh", same)).isInstanceOf(Verdict.Kept.class);
        assertThat(judge(chinese, passage, "zh", "我们的店员会上门帮您安装家具。")).isInstanceOf(Verdict.Held.class);
        models.forEach(Embedder::close);
    }
}
