package io.babeldesk.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.PassageSearch;
import io.babeldesk.knowledge.PassageSearch.Result;
import io.babeldesk.knowledge.intake.FolderOnDisk;
import io.babeldesk.language.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No text that a shopper can send breaks the search, or holds it up. */
@Timeout(120)
class RubbishTest {

    private static final List<Language> ALL = Stream.of(
                    "en", "zh", "es", "fr", "de", "it", "pt", "ru", "ar", "ja", "ko", "tr", "nl", "pl", "sv", "da",
                    "no", "fi", "cs", "ro", "hu", "el", "uk", "bg", "he", "fa", "hi", "bn", "th", "vi", "id", "ms")
            .map(Language::of)
            .toList();

    private static final PassageIndex INDEX = PassageIndex.inMemory();

    @SuppressWarnings("NullAway.Init") // set before the tests
    private static Edition edition;

    @SuppressWarnings("NullAway.Init") // set before the tests
    private static PassageSearch search;

    @BeforeAll
    static void index(@TempDir Path root) {
        edition = SmallBases.in(root);
        search = INDEX.index(edition);
    }

    @AfterAll
    static void close() {
        search.close();
        INDEX.close();
    }

    private static Result find(String text, Language asked) {
        return search.search(text, asked, Language.ENGLISH, article -> true, 8);
    }

    static Stream<String> rubbish() {
        Random random = new Random(7);
        return Stream.of(
                "",
                " \n\t ",
                "😀😀😀 👩‍👩‍👧‍👦🏳️‍🌈",
                "the of and a",
                "?!…。，、؟",
                "\ud83d",
                "a\ude00b \ud83d c",
                "\u0000\u0001\ufffe\uffff",
                "\u202e\u200b\u200f\u2066 refund \u2069",
                "x".repeat(4_000),
                "退".repeat(4_000),
                "é".repeat(2_000) + "\u0301".repeat(2_000),
                "a\u0300\u0301\u0302".repeat(1_000),
                "((((*:*)) AND NOT \"~^[] TO {",
                "1".repeat(500) + " 1.000.000,00 ١٢٣",
                "http://x.example/?q=" + "a%20".repeat(900),
                words(random, 10_000),
                letters(random, 4_000),
                letters(random, 4_000));
    }

    private static String words(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Integer.toString(random.nextInt(50_000), 36))
                .collect(Collectors.joining(" "));
    }

    private static String letters(Random random, int count) {
        StringBuilder text = new StringBuilder();
        random.ints(count, 0, Character.MAX_VALUE).forEach(c -> text.append((char) c));
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("rubbish")
    void isSearchedInEveryLanguage(String text) {
        for (Language language : ALL) {
            Result result = find(text, language);
            assertThat(result.known()).isBetween(0.0, 1.0);
            assertThat(result.weight()).isNotNegative().isFinite();
            assertThat(result.hits())
                    .allSatisfy(hit -> assertThat(hit.covered()).isBetween(0.0, 1.0));
        }
    }

    @Test
    void whatSaysNothingFindsNothing() {
        for (String text : List.of("", "  ", "the of and", "😀", "?!")) {
            assertThat(find(text, Language.ENGLISH).hits()).isEmpty();
        }
    }

    @Test
    void isSearchedUnderOtherDefaultLocales() {
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("tr", "ar-SA", "th-TH-u-nu-thai")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(find("TRACKING NUMBER AND SHIPPING", Language.ENGLISH)
                                .hits()
                                .getFirst()
                                .passage()
                                .article())
                        .hasToString("shop/delivery");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void searchesGoOnWhileAnotherEditionIsIndexed(@TempDir Path other) throws InterruptedException, ExecutionException {
        Edition second = FolderOnDisk.in(other).edition();
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> searching = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                searching.add(threads.submit(() -> {
                    int count = 0;
                    while (!done.get()) {
                        assertThat(find("tracking number", Language.ENGLISH).hits())
                                .isNotEmpty();
                        count++;
                    }
                    return count;
                }));
            }
            for (int i = 0; i < 20; i++) {
                INDEX.index(i % 2 == 0 ? second : edition).close();
            }
            done.set(true);
            for (Future<Integer> one : searching) {
                assertThat(one.get()).isPositive();
            }
        } catch (CancellationException e) {
            throw new AssertionError(e);
        }
    }
}
