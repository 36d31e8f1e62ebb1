package io.babeldesk.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignMattersTest {

    private static final double LENGTH = 100;

    private static final LanguageAnalyzers ANALYZERS = new LanguageAnalyzers();

    private final ForeignMatters matters =
            new ForeignMatters(ANALYZERS, Glossaries.of(List.of(), ANALYZERS).withThesaurus());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en", "zh", "es", "fr", "de", "it", "pt", "ru", "ar", "ja", "ko", "tr", "nl", "pl", "sv", "da", "no",
                "fi", "cs", "ro", "hu", "el", "uk", "bg", "he", "fa", "hi", "bn", "th", "vi", "id", "ms"
            })
    void everyLanguageThatIsUnderstoodHasAListOfItsOwn(String language) throws IOException {
        try (InputStream list = ForeignMatters.class.getResourceAsStream("foreign-matters/" + language + ".txt")) {
            assertThat(list).isNotNull();
            List<String> lines = new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(lines)
                    .hasSizeGreaterThanOrEqualTo(200)
                    .doesNotHaveDuplicates()
                    .noneMatch(String::isBlank);
        }
    }

    @Test
    void aWordCountsAsOftenAsTheListSaysItForItsLength() {
        ForeignMatters.Matters english = matters.in(Language.ENGLISH);
        double weather = english.rate(Fields.ABOUT, "poem", LENGTH);
        assertThat(weather).isPositive();
        assertThat(english.rate(Fields.ABOUT, "poem", 2 * LENGTH)).isEqualTo(2 * weather);
        assertThat(english.rate(Fields.ABOUT_GRAMS, "^poe", LENGTH)).isPositive();
        assertThat(english.rate(Fields.ABOUT, "qwxyz", LENGTH)).isZero();
    }

    @Test
    void acrossLanguagesItCountsWhatTheWordsMean() {
        String weather = "~weather";

        assertThat(matters.across(Language.of("de")).rate(Fields.ABOUT_SENSES, weather, LENGTH))
                .isPositive();
        assertThat(matters.in(Language.of("de")).rate(Fields.ABOUT_SENSES, weather, LENGTH))
                .isZero();
    }

    @Test
    void whatHasNoListSaysNothing() {
        assertThat(matters.in(Language.of("sw")).rate(Fields.ABOUT, "poem", LENGTH))
                .isZero();
        assertThat(matters.in(Language.ENGLISH).rate(Fields.TITLE, "poem", LENGTH))
                .isZero();
    }
}
