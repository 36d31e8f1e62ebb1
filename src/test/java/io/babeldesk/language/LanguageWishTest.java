package io.babeldesk.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.ULocale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageWishTest extends UnderManyLocales {

    private static final LanguageWish WISH = new LanguageWish(new Messages());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    in English please                              | en
                    English, please!                               | en
                    ENGLISH                                        | en
                    Can we speak English?                          | en
                    can you speak Spanish?                         | es
                    Do you speak German?                           | de
                    could you answer in Italian                    | it
                    please write in TURKISH                        | tr
                    I'd like to continue in French please          | fr
                    I don't speak English, German please           | de
                    English, not German                            | en
                    is there anyone who speaks Korean?             | ko
                    switch to Chinese                              | zh
                    auf Deutsch bitte                              | de
                    Bitte auf Englisch                             | en
                    Kannst du auf Spanisch antworten?              | es
                    Sprechen Sie Türkisch?                         | tr
                    ich spreche kein Deutsch, Englisch bitte       | en
                    Können wir auf Deutsch weitermachen?           | de
                    en français s'il vous plaît                    | fr
                    en français s’il vous plaît                    | fr
                    en francais svp                                | fr
                    Parlez-vous anglais ?                          | en
                    vous pouvez me répondre en allemand ?          | de
                    je ne parle pas anglais, en français svp       | fr
                    en español por favor                           | es
                    en espanol porfa                               | es
                    ¿Hablas inglés?                                | en
                    puede responder en portugués                   | pt
                    no hablo inglés, español por favor             | es
                    in italiano per favore                         | it
                    parlate tedesco?                               | de
                    Parli l'inglese?                               | en
                    non parlo inglese, italiano per favore         | it
                    em português por favor                         | pt
                    portugues pfv                                  | pt
                    você fala inglês?                              | en
                    não falo inglês, português por favor           | pt
                    """)
    void recognisesWishesInLanguagesOfWestEurope(String text, String language) {
        assertThat(WISH.in(text)).contains(Language.of(language));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    по-русски пожалуйста                           | ru
                    По-русски, пожалуйста!                         | ru
                    можно на русском                               | ru
                    на русском языке пожалуйста                    | ru
                    вы говорите по-английски?                      | en
                    можно по-немецки                               | de
                    я не говорю по-английски, можно по-русски?     | ru
                    بالعربية من فضلك                               | ar
                    بالعربي لو سمحت                                | ar
                    هل تتكلم العربية؟                              | ar
                    هل يمكنك الرد باللغة العربية                   | ar
                    باللغة الانجليزية من فضلك                      | en
                    لا أتكلم الإنجليزية، بالعربية من فضلك          | ar
                    Türkçe lütfen                                  | tr
                    turkce lutfen                                  | tr
                    İngilizce konuşabilir misiniz?                 | en
                    ingilizce lütfen                               | en
                    INGILIZCE                                      | en
                    Türkçe yazabilir misiniz?                      | tr
                    İngilizce bilmiyorum, Türkçe lütfen            | tr
                    请用中文                                        | zh
                    可以说中文吗？                                   | zh
                    請用中文回答                                     | zh
                    会说英语吗                                       | en
                    请用英文回复                                     | en
                    我不会英语，请用中文                               | zh
                    能不能讲日语                                     | ja
                    日本語でお願いします                               | ja
                    日本語で                                         | ja
                    英語で話せますか                                   | en
                    英語はできません、日本語でお願いします                 | ja
                    中国語は話せますか                                 | zh
                    한국어로 부탁드려요                                | ko
                    한국어로 해주세요                                 | ko
                    한국말로 답변해 주세요                              | ko
                    영어로 가능한가요?                                 | en
                    영어 못해요 한국어로 부탁합니다                       | ko
                    """)
    void recognisesWishesInOtherScripts(String text, String language) {
        assertThat(WISH.in(text)).contains(Language.of(language));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "hello",
                "please",
                "a manual in English",
                "is the German plug included",
                "does the manual come in Spanish?",
                "do you ship to Germany",
                "I need a German dictionary",
                "I don't speak English",
                "ich spreche kein Deutsch",
                "Gibt es die Anleitung auf Deutsch?",
                "ich wohne in Deutschland",
                "Deutschland",
                "Italia",
                "España",
                "Türkiye",
                "China",
                "日本",
                "韩国",
                "한국",
                "Россия",
                "in Deutschland bitte",
                "en España por favor",
                "Turkey",
                "Turquie",
                "la notice est-elle en français ?",
                "есть инструкция на русском?",
                "有中文说明书吗",
                "日本語の説明書はありますか",
                "한국어 설명서가 있나요",
                "هل يوجد دليل باللغة العربية",
                "Türkçe kullanım kılavuzu var mı",
                "manual em português",
                "I would like to return the English version of the book that I ordered last week, please"
            })
    void leavesOtherMessagesAlone(String text) {
        assertThat(WISH.in(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en", "zh", "es", "fr", "de", "it", "pt", "ru", "ar", "ja", "ko", "tr", "nl", "pl", "sv", "da", "no",
                "fi", "cs", "ro", "hu", "el", "uk", "bg", "he", "fa", "hi", "bn", "th", "vi", "id", "ms"
            })
    void knowsEachLanguageByItsEnglishAndItsOwnName(String code) {
        Language language = Language.of(code);
        ULocale named = ULocale.forLocale(language.locale());
        assertThat(WISH.in(named.getDisplayLanguage(ULocale.ENGLISH) + " please"))
                .contains(language);
        // In these two it is the country's name, unless "language" stands before it.
        String own = switch (code) {
            case "th" -> "ภาษาไทย";
            case "id" -> "Bahasa Indonesia";
            default -> named.getDisplayLanguage(named);
        };
        assertThat(WISH.in(own)).contains(language);
    }

    @Test
    void isDoneWithAnythingAtOnce() {
        assertThat(WISH.in("で".repeat(79) + "x")).isEmpty();
        assertThat(WISH.in("ききき".repeat(20) + "漢字")).isEmpty();
        assertThat(WISH.in("\ud83d\ude00 \ud83d")).isEmpty();
        assertThat(WISH.in("English ".repeat(2_000))).isEmpty();
    }
}
