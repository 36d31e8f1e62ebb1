package io.babeldesk.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentWordingTest {

    private static final Instant MORNING = Instant.parse("2026-11-22T05:10:30Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | America/New_York | Nov 22, 2026, 12:10 AM EST
                    en | Europe/Berlin    | Nov 22, 2026, 6:10 AM GMT+1
                    de | Europe/Berlin    | 22. Nov. 2026, 06:10 MEZ
                    fr | Europe/Paris     | 22 nov. 2026, 06:10 UTC+1
                    ja | Asia/Tokyo       | 2026年11月22日 14:10 JST
                    zh | Asia/Shanghai    | 2026年11月22日 GMT+8 13:10
                    ko | Asia/Seoul       | 2026년 11월 22일 오후 2:10 GMT+9
                    """)
    void isSaidAsPeopleWriteItWithItsZone(String language, String zone, String said) {
        assertThat(MomentWording.say(MORNING, ZoneId.of(zone), Language.of(language))
                        .replaceAll("\\h", " "))
                .isEqualTo(said);
    }
}
