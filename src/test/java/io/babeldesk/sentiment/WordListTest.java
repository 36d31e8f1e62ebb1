package io.babeldesk.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.language.Language;
import io.babeldesk.sentiment.WordList.Match;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordListTest {

    @Test
    void everyLanguageHasWordsForEveryFeeling() {
        assertThat(WordList.LANGUAGES)
                .hasSize(35)
                .allSatisfy(language ->
                        assertThat(feelings(language)).as(language.code()).isEqualTo(EnumSet.allOf(Feeling.class)));
    }

    private static Set<Feeling> feelings(Language language) {
        return WordList.of(language).phrases().stream()
                .map(WordList.Phrase::feeling)
                .collect(Collectors.toSet());
    }

    @Test
    void noPhraseIsEmpty() {
        assertThat(WordList.LANGUAGES)
                .allSatisfy(language -> assertThat(WordList.of(language).phrases())
                        .as(language.code())
                        .noneMatch(phrase -> phrase.text().replace("*", "").isBlank()));
    }

    @Test
    void findsTheLongestPhrase() {
        WordList list = WordList.parse("good: money\nrefund: money back, give me*", "en");
        assertThat(list.longest("money back now", 0, false)).isEqualTo(new Match(Feeling.REFUND, 10));
        assertThat(list.longest("money belt", 0, false)).isEqualTo(new Match(Feeling.GOOD, 5));
        assertThat(list.longest("give mercy", 0, false)).isEqualTo(new Match(Feeling.REFUND, 7));
        assertThat(list.longest("moneys", 0, false)).isNull();
    }
}
