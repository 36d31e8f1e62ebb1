package io.babeldesk.answer.guard;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a language names months and weekdays, in the form of {@link Plain}: by CLDR, and as people shorten them. Stateless. */
final class CalendarNames {

    private static final int[] CONTEXTS = {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE};

    private CalendarNames() {}

    /** 1 for January to 12 by name. */
    static Map<String, Integer> months(ULocale locale) {
        Map<String, Integer> months = new HashMap<>();
        DateFormatSymbols symbols = symbols(locale);
        for (int context : CONTEXTS) {
            for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                String[] names = symbols.getMonths(context, width);
                for (int i = 0; i < 12; i++) {
                    String name = Plain.of(names[i]).replaceAll("\\.$", "");
                    if (name.length() >= (name.charAt(0) < 0x250 ? 3 : 2)
                            && !name.matches(".*[0-9].*")
                            && name.matches(".*\\p{L}.*")) {
                        months.putIfAbsent(name, i + 1);
                    }
                }
            }
        }
        return months;
    }

    /** 1 for Monday to 7 by name. */
    static Map<String, Integer> weekdays(ULocale locale) {
        Map<String, Integer> weekdays = new HashMap<>();
        DateFormatSymbols symbols = symbols(locale);
        for (int context : CONTEXTS) {
            String[] days = symbols.getWeekdays(context, DateFormatSymbols.WIDE);
            for (int i = 1; i <= 7; i++) {
                weekdays.putIfAbsent(Plain.of(days[i]), i == 1 ? 7 : i - 1);
            }
        }
        switch (locale.getLanguage()) {
            case "zh" -> addChinese(weekdays);
            case "ja" -> shorten(weekdays, "曜日", "曜");
            case "pt" -> shorten(weekdays, "-feira", "");
            default -> {}
        }
        return weekdays;
    }

    /** A shop dates by the Gregorian calendar, whatever the locale's own is. */
    private static DateFormatSymbols symbols(ULocale locale) {
        return DateFormatSymbols.getInstance(new ULocale(locale.getName() + "@calendar=gregorian"));
    }

    private static void addChinese(Map<String, Integer> weekdays) {
        String days = "一二三四五六日";
        for (int i = 0; i < 7; i++) {
            for (String week : List.of("周", "星期", "礼拜")) {
                weekdays.put(week + days.charAt(i), i + 1);
            }
        }
        weekdays.put("周天", 7);
        weekdays.put("星期天", 7);
    }

    private static void shorten(Map<String, Integer> weekdays, String end, String instead) {
        List.copyOf(weekdays.entrySet())
                .forEach(day -> weekdays.put(day.getKey().replace(end, instead), day.getValue()));
    }
}
