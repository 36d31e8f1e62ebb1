package io.babeldesk.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursWordingTest {

    private final HoursWording wording = new HoursWording(new Messages());
    private final Map<DayOfWeek, Shop.Span> days = new EnumMap<>(DayOfWeek.class);

    private void open(DayOfWeek first, DayOfWeek last, int from, int to) {
        for (DayOfWeek day = first; ; day = day.plus(1)) {
            days.put(day, new Shop.Span(LocalTime.of(from, 0), LocalTime.of(to, 0)));
            if (day == last) {
                return;
            }
        }
    }

    private String say(String language) {
        return wording.say(new Shop.Hours(ZoneId.of("Europe/Berlin"), days), Language.of(language))
                .replaceAll("[\u00a0\u202f]", " ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | Mon to Thu: 8:00 AM–8:00 PM, Fri: 8:00 AM–6:00 PM
                    de | Mo bis Do: 08:00–20:00, Fr: 08:00–18:00
                    fr | du lun. au jeu. : 08:00–20:00, ven. : 08:00–18:00
                    es | de lun a jue: 8:00–20:00, vie: 8:00–18:00
                    it | da lun a gio: 08:00–20:00, ven: 08:00–18:00
                    pt | de seg. a qui.: 08:00–20:00, sex.: 08:00–18:00
                    ru | пн — чт: 08:00–20:00, пт: 08:00–18:00
                    tr | Pzt–Per: 08:00–20:00, Cum: 08:00–18:00
                    zh | 周一至周四：08:00–20:00，周五：08:00–18:00
                    ja | 月～木：8:00～20:00、金：8:00～18:00
                    ko | 월~목: 오전 8:00~오후 8:00, 금: 오전 8:00~오후 6:00
                    ar | من الاثنين إلى الخميس: 8:00 ص حتى 8:00 م، الجمعة: 8:00 ص حتى 6:00 م
                    """)
    void joinsDaysWithTheSameHoursAndPartsTheOthers(String language, String expected) {
        open(DayOfWeek.MONDAY, DayOfWeek.THURSDAY, 8, 20);
        open(DayOfWeek.FRIDAY, DayOfWeek.FRIDAY, 8, 18);
        assertThat(say(language)).isEqualTo(expected);
    }

    @Test
    void aDayOffPartsARun() {
        open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, 8, 20);
        days.remove(DayOfWeek.WEDNESDAY);
        assertThat(say("de")).isEqualTo("Mo bis Di: 08:00–20:00, Do bis Fr: 08:00–20:00");
    }

    @Test
    void saysSundayWithItsOwnName() {
        open(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, 8, 20);
        assertThat(say("de")).isEqualTo("Sa bis So: 08:00–20:00");
    }
}
