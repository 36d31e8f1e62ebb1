package io.babeldesk.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest extends UnderManyLocales {

    @ParameterizedTest
    @CsvSource({
        "en, en",
        "EN, en",
        "ID, id",
        "IT, it",
        "pt-BR, pt",
        "pt_BR, pt",
        "zh-Hant-TW, zh",
        "nb, no",
        "nn-NO, no",
        "no, no",
        "iw, he",
        "in, id",
        "tl, fil",
        "fil, fil",
        "de-u-co-phonebk, de",
        "es-419, es",
        "DE-at, de"
    })
    void readsTagsAsTheirBaseLanguage(String tag, String code) {
        assertThat(Language.ofTag(tag)).contains(new Language(code));
        assertThat(Language.of(tag)).hasToString(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "e", "english", "und", "zxx", "mul", "12", "*", "de DE", "de-", "-de", "日本", "x-klingon"})
    void readsNothingElse(String tag) {
        assertThat(Language.ofTag(tag)).isEmpty();
    }

    @Test
    void saysWhatACodeLooksLike() {
        assertThatThrownBy(() -> Language.of("english")).hasMessageContaining("'english' is not a language code; use");
        assertThatThrownBy(() -> new Language("EN")).hasMessageContaining("'EN' is not a language code; use");
    }

    @Test
    void plainFormsMeetHoweverTheyAreWritten() {
        assertThat(PlainForm.of("İNGİLİZCE"))
                .isEqualTo(PlainForm.of("ingilizce"))
                .isEqualTo("ingilizce");
        assertThat(PlainForm.of("français")).isEqualTo("francais");
        assertThat(PlainForm.of("Straße")).isEqualTo("strasse");
        assertThat(PlainForm.of("العَرَبِيَّة")).isEqualTo(PlainForm.of("العربيه"));
        assertThat(PlainForm.of("ألمانيا")).isEqualTo(PlainForm.of("المانيا"));
        assertThat(PlainForm.of("l’été")).isEqualTo("l'ete");
        assertThat(PlainForm.of("韓國")).isEqualTo("韩国");
    }
}
