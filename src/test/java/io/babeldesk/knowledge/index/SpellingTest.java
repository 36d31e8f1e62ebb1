package io.babeldesk.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.knowledge.PassageSearch;
import io.babeldesk.knowledge.PassageSearch.Result;
import io.babeldesk.language.Language;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A slip of the pen is read as the word of the base that was meant; all else is left as it is written. */
class SpellingTest {

    private static final PassageIndex INDEX = PassageIndex.inMemory(List.of());

    @SuppressWarnings("NullAway.Init") // set before the tests
    private static PassageSearch search;

    @BeforeAll
    static void index(@TempDir Path root) {
        search = INDEX.index(SmallBases.in(root));
    }

    @AfterAll
    static void close() {
        search.close();
        INDEX.close();
    }

    private static Result search(String asked, String written, String question) {
        return search.search(question, Language.of(asked), Language.of(written), article -> true, 3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | the gaurantee                | the guarantee
                    en | where is my tracking numbber | where is my tracking number
                    en | broken battry                | broken battery
                    en | workshpo                     | workshop
                    de | das defekte Gerrät           | das defekte Gerät
                    de | Gerät in die Werkstat        | Gerät in die Werkstatt
                    fr | l'apparreil                  | l'appareil
                    es | el paquette                  | el paquete
                    it | il numero di spedizzione     | il numero di spedizione
                    pt | o código de rastreamneto     | o código de rastreamento
                    ru | номер посыклу                | номер посылку
                    ar | البطارية المكسوررة           | البطارية المكسورة
                    """)
    void aSlipIsReadAsTheWordThatWasMeant(String language, String misspelt, String meant) {
        assertThat(search(language, language, misspelt).known())
                .isEqualTo(search(language, language, meant).known());
        assertThat(search(language, language, misspelt).hits().getFirst().passage())
                .isEqualTo(search(language, language, meant).hits().getFirst().passage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | en | roab            | short words have too many neighbours
                    en | en | barcel          | the first letter is seldom wrong
                    en | en | battl           | two letters are missing
                    en | en | trackinh2       | what holds a digit is no word
                    zh | zh | 包褁             | two characters are a word there
                    ja | ja | 荷勿             | two characters are a word there
                    de | en | parcell         | words of another language are no slips
                    en | en | poetry or painting, number and all that weather | what is hardly known is about something else
                    """)
    void whatMayBeAnotherWordIsLeftAsItIsWritten(String asked, String written, String question, String why) {
        assertThat(search(asked, written, question).known()).as(why).isLessThan(0.5);
    }
}
