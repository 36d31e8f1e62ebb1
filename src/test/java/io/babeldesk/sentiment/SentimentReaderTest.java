package io.babeldesk.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.language.Language;
import io.babeldesk.sentiment.Sentiment.Label;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentimentReaderTest {

    private static final Language ENGLISH = Language.ENGLISH;

    private final SentimentReader reader = SentimentReader.shipped();

    /** What shoppers write, in every language; the rows held out were not looked at while tuning. */
    private record Row(Language language, Label label, boolean angry, String part, String text) {

        static Row of(String line) {
            String[] cells = line.split("\t", -1);
            return new Row(
                    Language.of(cells[0]),
                    Label.valueOf(cells[1].toUpperCase(Locale.ROOT)),
                    cells[2].equals("angry"),
                    cells[3],
                    cells[4]);
        }

        String missedBy(Sentiment read) {
            return language + ": \"" + text + "\" was read as " + read;
        }
    }

    private static List<Row> rows() {
        try (InputStream file = SentimentReaderTest.class.getResourceAsStream("shop-messages.tsv")) {
            String table = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return table.lines().skip(1).map(Row::of).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> missed(List<Row> rows) {
        return rows.stream()
                .filter(row -> {
                    Sentiment read = read(row);
                    return read.label() != row.label() || read.angry() != row.angry();
                })
                .map(row -> row.missedBy(read(row)))
                .toList();
    }

    private Sentiment read(Row row) {
        return reader.read(row.text(), row.language());
    }

    @ParameterizedTest
    @ValueSource(strings = {"seen", "held-out"})
    void readsWhatShoppersWriteInEveryLanguage(String part) {
        List<Row> rows = rows().stream().filter(row -> row.part().equals(part)).toList();
        assertThat(missed(rows)).as("of " + rows.size()).hasSizeLessThanOrEqualTo(rows.size() / 50);
    }

    @Test
    void theTableHasSixRowsInEachOfThirtyTwoLanguages() {
        Map<Language, Long> rows = rows().stream().collect(Collectors.groupingBy(Row::language, Collectors.counting()));
        assertThat(rows).hasSize(32);
        assertThat(rows.values()).allSatisfy(count -> assertThat(count).isGreaterThanOrEqualTo(6));
    }

    @Test
    void neverCallsAQuestionForAParcelAngry() {
        assertThat(rows().stream().filter(row -> row.label() == Label.NEUTRAL))
                .allSatisfy(row -> assertThat(read(row).angry()).as(row.text()).isFalse());
    }

    @Test
    void hearsMoreAngerInShouting() {
        assertThat(reader.read("WHERE IS MY MONEY, YOU THIEVES!!!", ENGLISH).anger())
                .isGreaterThan(reader.read("where is my money", ENGLISH).anger());
    }

    @Test
    void emojiSpeakInEveryLanguage() {
        assertThat(reader.read("😡🤬", Language.of("ko")).angry()).isTrue();
        assertThat(reader.read("❤😍", Language.of("fi")).label()).isEqualTo(Label.POSITIVE);
    }

    @Test
    void negationTurnsAWord() {
        assertThat(reader.read("this is good", ENGLISH).label()).isEqualTo(Label.POSITIVE);
        assertThat(reader.read("this is not good", ENGLISH).label()).isEqualTo(Label.NEGATIVE);
    }

    @Test
    void vietnameseKeepsItsMarks() {
        Language vietnamese = Language.of("vi");
        assertThat(reader.read("Tôi muốn hỏi về đơn hàng", vietnamese).label()).isEqualTo(Label.NEUTRAL);
        assertThat(reader.read("Dịch vụ quá tồi", vietnamese).label()).isEqualTo(Label.NEGATIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u0000",
                "\ud83d",
                "12345",
                "?!",
                "https://shop.example/a",
                "\u200f\u200b",
                "۱۲۳",
                "👩‍👩‍👧"
            })
    void readsWhateverArrives(String text) {
        Sentiment read = reader.read(text, Language.of("xx"));
        assertThat(read.confidence()).isBetween(0.0, 1.0);
        assertThat(read.intensity()).isBetween(0.0, 1.0);
        assertThat(read.anger()).isBetween(0.0, 1.0);
    }

    @Test
    void readsTheSameUnderTheTurkishLocale() {
        Locale before = Locale.getDefault();
        Sentiment usual = reader.read("THIS IS RIDICULOUS", ENGLISH);
        try {
            Locale.setDefault(Locale.of("tr"));
            assertThat(new SentimentReader(MoodModel.shipped()).read("THIS IS RIDICULOUS", ENGLISH))
                    .isEqualTo(usual);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aLongTextCostsNoMoreThanItsBeginning() {
        String repeated = "the parcel is late again ".repeat(20_000);
        assertThat(reader.read(repeated, ENGLISH)).isEqualTo(reader.read(repeated.substring(0, 2_000), ENGLISH));
    }
}
