package io.babeldesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.Redaction;
import io.babeldesk.conversation.Turn;
import io.babeldesk.conversation.TurnTranslations;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What machines made of turns. */
interface KeepsTranslations extends StoreVocabulary {

    TurnTranslations translations();

    private Turn says(Conversation conversation, String text) {
        shopperSays(conversation, text);
        return turnsOf(conversation).getLast();
    }

    @Test
    default void keepsOneATurnAndLanguageOfTheLastWay() {
        Turn said = says(conversation(), "Wo ist mein Paket?");
        Turn other = says(conversation(), "Danke");
        translations().keep(said, SPANISH, "translate.1", "¿Dónde está mi paquete?");
        assertThat(translations().find(said.id(), SPANISH, "translate.1")).contains("¿Dónde está mi paquete?");
        assertThat(translations().find(said.id(), GERMAN, "translate.1")).isEmpty();
        assertThat(translations().find(other.id(), SPANISH, "translate.1")).isEmpty();
        assertThat(translations().find("trn_none", SPANISH, "translate.1")).isEmpty();
        translations().keep(said, SPANISH, "translate.2", "¿Dónde está el paquete? \u2067😀\u2069");
        assertThat(translations().find(said.id(), SPANISH, "translate.1")).isEmpty();
        assertThat(translations().find(said.id(), SPANISH, "translate.2"))
                .contains("¿Dónde está el paquete? \u2067😀\u2069");
    }

    @Test
    default void forgetsThemWithTheShopper() {
        Conversation conversation = conversation();
        Turn said = says(conversation, "Ich bin Erika Muster");
        translations().keep(said, SPANISH, "translate.1", "Soy Erika Muster");
        store().erase(conversation.shopper(), NOON);
        assertThat(translations().find(said.id(), SPANISH, "translate.1")).isEmpty();
        // One that was on its way while she was forgotten.
        translations().keep(said, SPANISH, "translate.1", "Soy Erika Muster");
        assertThat(translations().find(said.id(), SPANISH, "translate.1")).isEmpty();
    }

    @Test
    default void forgetsThemWithWhatIsTakenOutOfTheTurn() {
        Turn said = says(conversation(), "Meine Nummer ist 0170 1234567");
        translations().keep(said, SPANISH, "translate.1", "Mi número es 0170 1234567");
        store().redact(said.id(), new Redaction(List.of(new Redaction.Span(17, 29)), "…"), NOON);
        assertThat(translations().find(said.id(), SPANISH, "translate.1")).isEmpty();
    }
}
