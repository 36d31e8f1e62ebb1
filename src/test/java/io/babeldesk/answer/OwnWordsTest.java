package io.babeldesk.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.Block;
import io.babeldesk.conversation.Inline;
import io.babeldesk.conversation.PlainText;
import io.babeldesk.knowledge.HoursWording;
import io.babeldesk.knowledge.Shop;
import io.babeldesk.language.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the assistant says of itself, in every language that is understood. */
class OwnWordsTest extends AnswerVocabulary {

    private final OwnWords words = new OwnWords(MESSAGES);
    private final Shop larkwell = shop.base().edition().shop();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en", "zh", "es", "fr", "de", "it", "pt", "ru", "ar", "ja", "ko", "tr", "nl", "pl", "sv", "da", "no",
                "fi", "cs", "ro", "hu", "el", "uk", "bg", "he", "fa", "hi", "bn", "th", "vi", "id", "ms"
            })
    void thePeopleAreLinkedWithTheirHours(String code) {
        Language language = Language.of(code);
        String hours = new HoursWording(MESSAGES).say(larkwell.hours(), language);
        for (List<Block> said :
                List.of(words.needsPerson(language, larkwell), words.say(language, "reply.asked-person", larkwell))) {
            assertThat(((Block.Paragraph) said.getFirst()).children())
                    .filteredOn(inline -> inline instanceof Inline.Link)
                    .extracting(inline -> ((Inline.Link) inline).href())
                    .containsExactlyInAnyOrder("mailto:help@larkwell.example", "tel:+442079460958");
            assertThat(PlainText.of(said))
                    .contains("help@larkwell.example", "+44 20 7946 0958", hours)
                    .doesNotContainPattern("[{}\ue000\ue001]|\\bnull\\b");
        }
        assertThat(PlainText.of(words.say(language, "reply.declined", larkwell)))
                .contains("Larkwell");
        assertThat(PlainText.of(words.say(language, "reply.other-language", larkwell, Map.of("language", "Deutsch"))))
                .contains("Deutsch");
    }
}
