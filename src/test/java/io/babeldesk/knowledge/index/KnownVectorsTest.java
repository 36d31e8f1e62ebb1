package io.babeldesk.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.babeldesk.knowledge.Embedder;
import io.babeldesk.knowledge.EmbeddingFailed;
import io.babeldesk.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Vectors that outlive the process. Each {@code new KnownVectors} is a process of its own. */
class KnownVectorsTest {

    /** A model that tells lines apart by their length. */
    private static final class ByLength implements Embedder {

        final List<String> asked = new ArrayList<>();
        int dimensions = 4;
        double turn;
        boolean broken;

        @Override
        public String model() {
            return "by-length";
        }

        @Override
        public boolean reads(Language language) {
            return true;
        }

        @Override
        public OptionalDouble sameFrom() {
            return OptionalDouble.empty();
        }

        @Override
        public List<float[]> embed(List<String> texts, Duration patience) {
            if (broken) {
                throw new EmbeddingFailed("broken");
            }
            asked.addAll(texts);
            return texts.stream()
                    .map(text -> {
                        float[] vector = new float[dimensions];
                        vector[0] = (float) Math.cos(text.length() + turn);
                        vector[1] = (float) Math.sin(text.length() + turn);
                        return vector;
                    })
                    .toList();
        }

        @Override
        public void close() {}
    }

    private final ByLength model = new ByLength();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path root;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @BeforeEach
    void nameTheFolder() {
        folder = root.resolve("data").resolve("vectors");
    }

    private KnownVectors process() {
        model.asked.clear();
        return new KnownVectors(Optional.of(folder));
    }

    private Path file() {
        return folder.resolve("by-length.vectors");
    }

    private void bring(KnownVectors vectors, String... lines) {
        Map<Fingerprint, String> texts = new LinkedHashMap<>();
        List.of(lines).forEach(line -> texts.put(Fingerprint.of(line), line));
        vectors.bring(texts, model);
        texts.keySet().forEach(line -> assertThat(vectors.of(line, model)).hasSize(model.dimensions));
    }

    @Test
    void aRestartEmbedsNothingButItsSample() {
        bring(process(), "when is my refund paid", "where is my parcel");
        float[] before = process().of(Fingerprint.of("where is my parcel"), model);
        assertThat(before).as("nothing is read before it is needed").isNull();

        KnownVectors next = process();
        bring(next, "where is my parcel", "when is my refund paid");

        assertThat(model.asked).hasSize(1);
        assertThat(next.of(Fingerprint.of("where is my parcel"), model))
                .containsExactly(model.embed(List.of("where is my parcel"), Duration.ZERO)
                        .getFirst());
    }

    @Test
    void onlyWhatIsNewIsEmbeddedAndKept() {
        bring(process(), "one");
        bring(process(), "one", "two and three");
        assertThat(model.asked).contains("two and three").doesNotContain("one");

        bring(process(), "one", "two and three");
        assertThat(model.asked).hasSize(1);
    }

    @Test
    void processesBesideEachOtherAddToTheSameFile() {
        KnownVectors service = process();
        KnownVectors command = process();
        bring(service, "of the service");
        bring(command, "of the command");
        bring(service, "more of the service");
        bring(command, "more of the command");

        bring(process(), "more of the command", "of the service", "more of the service", "of the command");
        assertThat(model.asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 11, 12, 13, 40, 47, 48, 49})
    void aFileThatWasCutOffIsEmbeddedAnew(int length) throws IOException {
        bring(process(), "one", "two and three");
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), java.util.Arrays.copyOf(whole, length));

        bring(process(), "one", "two and three");
        assertThat(model.asked).contains("one", "two and three");
        bring(process(), "one", "two and three");
        assertThat(model.asked).hasSize(1);
    }

    @Test
    void aFileThatHoldsOtherThingsIsEmbeddedAnew() throws IOException {
        bring(process(), "one", "two and three");
        byte[] whole = Files.readAllBytes(file());
        for (int place = 0; place < whole.length; place += 9) {
            byte[] broken = whole.clone();
            broken[place] ^= 0x10;
            Files.write(file(), broken);

            bring(process(), "one", "two and three");
            assertThat(model.asked).as("broken at %d", place).contains("one", "two and three");
        }
        Files.write(file(), new byte[100_000]);
        bring(process(), "one");
        assertThat(model.asked).contains("one");
    }

    @Test
    void anotherModelUnderTheSameNameGetsVectorsOfItsOwn() {
        bring(process(), "one");
        model.turn = 1;
        bring(process(), "one");
        assertThat(model.asked).contains("one");

        model.dimensions = 6;
        bring(process(), "one");
        assertThat(model.asked).contains("one");
    }

    @Test
    void aRemovedFileIsMadeAgain() throws IOException {
        KnownVectors running = process();
        bring(running, "one");
        Files.delete(file());
        bring(running, "two and three");

        bring(process(), "one", "two and three");
        assertThat(model.asked).contains("one");
        bring(process(), "one", "two and three");
        assertThat(model.asked).hasSize(1);
    }

    @Test
    void withoutAPlaceToKeepThemTheyAreKnownAllTheSame() throws IOException {
        Files.createDirectories(folder.getParent());
        Files.writeString(folder, "a file where the folder should be");
        KnownVectors vectors = process();
        bring(vectors, "one");
        bring(vectors, "one", "two and three");
        assertThat(model.asked).containsOnlyOnce("one");
    }

    @Test
    void aModelThatIsAwayIsAskedAgainLater() {
        KnownVectors vectors = process();
        model.broken = true;
        assertThatThrownBy(() -> bring(vectors, "one")).isInstanceOf(EmbeddingFailed.class);
        model.broken = false;
        bring(vectors, "one");
    }

    @Test
    void whatNoEditionHasAnyMoreIsLetGoOnceItIsMuch() throws IOException {
        KnownVectors vectors = process();
        String[] lines =
                IntStream.range(0, 10_010).mapToObj(number -> "line " + number).toArray(String[]::new);
        bring(vectors, lines);
        long full = Files.size(file());
        Set<Fingerprint> some =
                List.of(lines).subList(0, 2_000).stream().map(Fingerprint::of).collect(Collectors.toSet());

        vectors.keep(some);
        assertThat(file()).as("8,010 stale ones are not many").hasSize(full);

        vectors.keep(Set.of(Fingerprint.of("line 7")));
        assertThat(Files.size(file())).isLessThan(200);
        assertThat(vectors.of(Fingerprint.of("line 8"), model)).isNull();
        bring(process(), "line 7");
        assertThat(model.asked).hasSize(1);
    }
}
