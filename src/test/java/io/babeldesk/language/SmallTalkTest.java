package io.babeldesk.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.language.SmallTalk.Kind;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallTalkTest {

    private static final SmallTalk SMALL_TALK = new SmallTalk(new Messages());

    private static Optional<Kind> kind(String text, String language) {
        return SMALL_TALK.in(text, Language.of(language));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | Hi there!                     | HELLO
                    en | hello, I have a question      | HELLO
                    en | how are you?                  | HELLO
                    en | Hi, are you a robot?          | WHO_ARE_YOU
                    en | ok thx, bye!                  | THANKS
                    en | ok                            | OK
                    en | you are useless idiots        | UPSET
                    de | Ihr seid doch alle Betrüger!  | UPSET
                    de | vielen Dank und tschüss       | THANKS
                    de | Auf Wiedersehen               | GOODBYE
                    de | thx                           | THANKS
                    es | muchísimas gracias            | THANKS
                    es | sois unos ladrones            | UPSET
                    fr | merci bcp                     | THANKS
                    fr | t'es qui                      |
                    it | arrivederci                   | GOODBYE
                    pt | vlw                           | THANKS
                    ru | Здравствуйте! У меня вопрос   | HELLO
                    ru | до свидания                   | GOODBYE
                    ar | شكرا جزيلا                     | THANKS
                    ar | انتم نصابين                    | UPSET
                    ja | どうもありがとうございました       | THANKS
                    ja | ロボットですか？                  | WHO_ARE_YOU
                    ko | 안녕하세요                       | HELLO
                    ko | 안녕히 계세요                    | GOODBYE
                    tr | sağol                         | THANKS
                    tr | çok teşekkürler, görüşürüz    | THANKS
                    zh | 你们是骗子                       | UPSET
                    zh | 你好，请问                       | HELLO
                    nl | thanks                        | THANKS
                    en | It doesn't work!              | VAGUE
                    en | hi, I have a problem          | HELLO
                    de | Es funktioniert nicht.        | VAGUE
                    fr | Ça ne marche pas              | VAGUE
                    es | no funciona                   | VAGUE
                    ru | Не работает                   | VAGUE
                    ar | عندي مشكلة                     | VAGUE
                    zh | 出错了                         | VAGUE
                    en | the code doesn't work         |
                    de | Mein Akku funktioniert nicht  |
                    """)
    void isRecognisedInItsLanguage(String language, String text, Kind kind) {
        assertThat(kind(text, language)).isEqualTo(Optional.ofNullable(kind));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | hi, where is my parcel?
                    en | thanks, and what about express?
                    en | is this a return label
                    de | Hallo, mein Paket ist kaputt
                    es | hola, me llegó roto
                    ja | 返品したいです
                    zh | 你好，我要退货
                    ko | 안녕하세요 배송 언제 와요
                    """)
    void aQuestionIsNoneThoughItBeginsWithAGreeting(String language, String text) {
        assertThat(kind(text, language)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "😡😡, UPSET",
        "👍, OK",
        "❤️, OK",
        "🤷, UNCLEAR",
        "?!, UNCLEAR",
        "'', UNCLEAR",
        "#LW-204815, UNCLEAR",
        "204815, UNCLEAR",
        "https://larkwell.example/p/mug-42, UNCLEAR",
        "www.larkwell.example, UNCLEAR"
    })
    void signsNumbersAndLinksAloneAskForNothing(String text, Kind kind) {
        assertThat(kind(text, "de")).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LW-204815 is late", "see https://larkwell.example/p/mug-42", "2 mugs", "size 42"})
    void whatIsSaidBesidesANumberOrALinkCounts(String text) {
        assertThat(kind(text, "en")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | my name is Jane and you are idiots | true
                    zh | 这家店真是垃圾啊气死我了               | true
                    en | where is my parcel                 | false
                    de | Ist das ein Missverständnis?       | false
                    """)
    void angerIsHeardInLongerMessagesToo(String language, String text, boolean upset) {
        assertThat(SMALL_TALK.isUpset(text, Language.of(language))).isEqualTo(upset);
    }
}
