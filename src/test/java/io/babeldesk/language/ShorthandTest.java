package io.babeldesk.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShorthandTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Whens my pkgs here?     | when is my packages here?
            en | cant pay w/ my card     | can't pay w/ my card
            es | ¿DND está y xq tarda?   | ¿dónde está y por qué tarda?
            fr | svp qd arrive ma cmde   | svp quand arrive ma commande
            de | vlt bestellnr falsch    | vielleicht Bestellnummer falsch
            pt | qdo chega? vc sabe      | quando chega? você sabe
            tr | nzmn gelcek             | ne zaman gelecek
            ru | скоко ждать, пж         | сколько ждать, пожалуйста
            it | dnd                     | dnd
            zh | q什么时候到               | q什么时候到
            """)
    void spellsOutWhatTheLanguageShortensAndNothingElse(String language, String typed, String full) {
        assertThat(Shorthand.spelledOut(typed, new Language(language))).isEqualTo(full);
    }
}
