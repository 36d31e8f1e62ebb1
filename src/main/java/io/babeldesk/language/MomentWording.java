package io.babeldesk.language;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;

/** Says when something was, as people of a language write it, with the zone: "Nov 22, 2026, 6:10 AM GMT+1". Stateless. */
public final class MomentWording {

    private MomentWording() {}

    public static String say(Instant when, ZoneId zone, Language language) {
        DateFormat format = DateFormat.getInstanceForSkeleton("yMMMdjmz", ULocale.forLocale(language.locale()));
        format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
        return format.format(Date.from(when));
    }
}
