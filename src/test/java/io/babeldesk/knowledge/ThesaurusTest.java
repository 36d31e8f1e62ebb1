package io.babeldesk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.language.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThesaurusTest {

    private static final Map<String, List<String>> ENGLISH = Thesaurus.in(Language.ENGLISH);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en", "zh", "es", "fr", "de", "it", "pt", "ru", "ar", "ja", "ko", "tr", "nl", "pl", "sv", "da", "no",
                "fi", "cs", "ro", "hu", "el", "uk", "bg", "he", "fa", "hi", "bn", "th", "vi", "id", "ms"
            })
    void everyLanguageThatIsUnderstoodHasWordsForNearlyEveryMeaning(String language) {
        Map<String, List<String>> words = Thesaurus.in(Language.of(language));

        assertThat(ENGLISH.keySet()).containsAll(words.keySet());
        assertThat(words)
                .hasSizeGreaterThan(1_600)
                .allSatisfy((meaning, terms) -> assertThat(terms)
                        .as(meaning)
                        .isNotEmpty()
                        .doesNotHaveDuplicates()
                        .allSatisfy(term -> assertThat(term).isNotBlank().isEqualTo(term.strip())));
    }

    @Test
    void aMeaningIsNoConceptOfAShop() {
        assertThat(ENGLISH.keySet()).allMatch(Thesaurus::isMeaning);
        assertThat(Thesaurus.isMeaning("refund")).isFalse();
    }

    @Test
    void aLanguageWithoutAListHasNoWords() {
        assertThat(Thesaurus.in(Language.of("sw"))).isEmpty();
    }
}
