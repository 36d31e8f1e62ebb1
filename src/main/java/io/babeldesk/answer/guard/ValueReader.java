package io.babeldesk.answer.guard;

import io.babeldesk.answer.guard.Lexicon.Form;
import io.babeldesk.answer.guard.Value.Reference;
import io.babeldesk.language.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds every value in a text of a language. What one kind of value has taken is blanked out for the next. Immutable;
 * safe for use by many threads.
 */
final class ValueReader {

    /**
     * What was found.
     *
     * @param claims each must be said by the passages; a duration of several parts is one, by its sum
     * @param rest the text without its values
     */
    record Reading(List<Value> claims, String rest) {
        /** All that may be repeated from this text, bare numbers too. */
        Set<Value> stated() {
            Set<Value> stated = new LinkedHashSet<>(claims);
            for (Value claim : claims) {
                if (claim instanceof Value.Quantity quantity) {
                    stated.add(new Value.Counted(quantity.from()));
                    stated.add(new Value.Counted(quantity.to()));
                }
            }
            return stated;
        }
    }

    private static final Pattern EMAIL = Pattern.compile("[a-z0-9._%+-]+@[a-z0-9-]+(?:\\.[a-z0-9-]+)+");
    private static final Pattern LINK =
            Pattern.compile("(?:[a-z][a-z0-9+]{1,9}:(?://)?[^\\s<>\"'()]+)|(?:www\\.[^\\s<>\"'()]+)"
                    + "|(?<![a-z0-9@.])(?:[a-z0-9-]+\\.)+[a-z]{2,12}(?:/[^\\s<>\"'()]*)?(?![a-z0-9@])");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\[\\[[a-z]+_[0-9]+]]");
    private static final Pattern PHONE =
            Pattern.compile("(?<![a-z0-9])(?:\\+|0)?[(]?[0-9](?:[ ()/.-]{0,2}[0-9]){6,16}(?![a-z0-9])");
    private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(?:[., '][0-9]{3})+(?:[.,][0-9]{1,2})?");
    private static final Pattern ISO = Pattern.compile("(?<![0-9])([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?![0-9])");
    private static final Pattern NUMERIC =
            Pattern.compile("(?<![0-9.,])([0-9]{1,2})([./-])([0-9]{1,2})\\2([0-9]{4}|[0-9]{2})(?![0-9])");
    private static final Pattern CJK_DATE =
            Pattern.compile("(?:([0-9]{4})\\s*[年년]\\s*)?([0-9]{1,2})\\s*[月월]\\s*([0-9]{1,2})\\s*[日号號일]");
    private static final Pattern CJK_MONTH =
            Pattern.compile("(?:([0-9]{4})\\s*[年년]\\s*)?(?<![0-9])([0-9]{1,2})\\s*[月월](?![间間])");
    private static final Pattern VI_DATE = Pattern.compile("([0-9]{1,2}) thang ([0-9]{1,2})(?:,? nam ([0-9]{4}))?");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9])[0-9]+(?:[.,'][0-9]+)*(?: [0-9]{3}(?![0-9]))*(?:[.,][0-9]+)?(?![0-9])");
    private static final Pattern CLOCK =
            Pattern.compile("(?<![0-9.,:])([0-2]?[0-9])[:h]([0-5][0-9])(?::[0-5][0-9])?(?![0-9:])");
    private static final Pattern CJK_CLOCK =
            Pattern.compile("([0-2]?[0-9])\\s*(?:[时時点點]|시(?!간))(?![间間])(?:\\s*([0-5]?[0-9])\\s*[分분])?");
    private static final Pattern CODE = Pattern.compile(
            "#?(?<![\\p{L}0-9])(?=[a-z0-9-]*[0-9])(?=[a-z0-9-]*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*(?![a-z0-9])");
    private static final Pattern JOINT = Pattern.compile(
            "\\s*(?:-|~|/|\\.\\.\\.?|…)\\s*|\\s(?:[^\\s0-9.,;:!?]{1,8}\\s){1,2}|[至到と及から부터에서]{1,3}\\s?|(?:から|부터|에서|至|到)\\s*");
    private static final Pattern AND = Pattern.compile("\\s*(?:,|[^\\s0-9.;:!?]{1,4})?\\s*");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}']+");
    private static final Pattern HAN_NUMBER = Pattern.compile("[〇零一二两兩三四五六七八九十百千万]+");
    private static final Pattern HANGUL_NUMBER =
            Pattern.compile("(?<![\\p{L}])[일이삼사오육칠팔구십백천만]+(?=\\s?(?:영업일|일(?!반)|주|개월|년|시간|퍼센트|%|원))");
    private static final String TAKEN = "\u0001";

    private static final Map<Language, ValueReader> ALL = new ConcurrentHashMap<>();

    private final Lexicon words;
    private final Optional<Pattern> dayMonth;
    private final Optional<Pattern> monthDay;
    private final Optional<Pattern> months;
    private final Pattern weekdays;

    static ValueReader of(Language language) {
        return ALL.computeIfAbsent(language, ValueReader::new);
    }

    private ValueReader(Language language) {
        this.words = Lexicon.of(language);
        String names = String.join(
                "|", words.namesOf(words.months).stream().map(Pattern::quote).toList());
        boolean named = !names.isEmpty() && !Set.of("zh", "ja").contains(language.code());
        this.dayMonth = named
                ? Optional.of(
                        Pattern.compile(
                                "(?<![0-9.,])([0-3]?[0-9])(?:\\.|st|nd|rd|th|er|º|ª|°|-?го|-?е)?\\s*(?:de |of |di |d'|[בה])?(?:("
                                        + names
                                        + ")\\.?)(?![\\p{L}])\\p{L}{0,0}(?:\\s*(?:de |del |,|[คพ]\\.ศ\\.)?\\s*([12][0-9]{3}))?"))
                : Optional.empty();
        this.monthDay = named
                ? Optional.of(Pattern.compile("(?<!\\p{L})(" + names
                        + ")\\.?\\s+([0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9:.,][0-9]|[0-9])(?:,?\\s+([12][0-9]{3}))?"))
                : Optional.empty();
        this.months = named
                ? Optional.of(
                        Pattern.compile("(?<!\\p{L})(" + names + ")(?!\\p{L})(?:\\s+(?:de |del )?([12][0-9]{3}))?"))
                : Optional.empty();
        String days = String.join(
                "|", words.namesOf(words.weekdays).stream().map(this::weekday).toList());
        this.weekdays = Pattern.compile(
                words.isUnspaced() || language.code().equals("ko")
                        ? "(" + days + ")"
                        : "(?<!\\p{L})(?:[وبلف]?)(" + days + ")(?!\\p{L})");
    }

    /** Weekdays take endings: mondays, montags, понедельнику, maanantaina. */
    private String weekday(String name) {
        if (words.isUnspaced() || name.length() < 5) {
            return Pattern.quote(name);
        }
        return Pattern.quote(name.substring(0, name.length() - 1)) + "\\p{L}?\\p{L}{0,5}";
    }

    Reading read(String text) {
        return new Pass(Plain.of(text)).read();
    }

    /** One walk over a text. */
    private final class Pass {
        private final List<Value> claims = new ArrayList<>();
        private String rest;

        Pass(String text) {
            this.rest = " " + text + " ";
        }

        Reading read() {
            take(EMAIL, m -> add(new Reference(Reference.Kind.EMAIL, m.group())));
            take(LINK, m -> add(new Reference(Reference.Kind.LINK, link(m.group()))));
            take(PLACEHOLDER, m -> add(new Reference(Reference.Kind.CODE, m.group())));
            dates();
            phones();
            spellNumbers();
            times();
            quantities();
            take(CODE, m -> add(new Reference(Reference.Kind.CODE, m.group().replace("#", ""))));
            take(NUMBER, this::bare);
            weekdays();
            return new Reading(List.copyOf(claims), rest);
        }

        private boolean add(Value value) {
            claims.add(value);
            return true;
        }

        private interface Taker {
            /** Whether the match is a value. */
            boolean take(MatchResult match);
        }

        private void take(Pattern pattern, Taker taker) {
            Matcher matcher = pattern.matcher(rest);
            StringBuilder left = null;
            while (matcher.find()) {
                if (matcher.end() > matcher.start() && taker.take(matcher)) {
                    left = left == null ? new StringBuilder(rest) : left;
                    blank(left, matcher.start(), matcher.end());
                }
            }
            if (left != null) {
                rest = left.toString();
            }
        }

        private static void blank(StringBuilder text, int start, int end) {
            for (int i = start; i < end; i++) {
                text.setCharAt(i, TAKEN.charAt(0));
            }
        }

        private static String link(String written) {
            return written.replaceFirst("^https?://", "")
                    .replaceFirst("^www\\.", "")
                    .replaceFirst("[/.,;:!?。]+$", "");
        }

        // Dates

        private void dates() {
            take(ISO, m -> day(m.group(2), m.group(3), m.group(1)));
            take(CJK_DATE, m -> day(m.group(2), m.group(3), m.group(1)));
            take(VI_DATE, m -> day(m.group(2), m.group(1), m.group(3)));
            take(NUMERIC, this::numericDate);
            dayMonth.ifPresent(pattern -> take(pattern, m -> day(month(m.group(2)), m.group(1), m.group(3))));
            monthDay.ifPresent(pattern -> take(pattern, m -> day(month(m.group(1)), m.group(2), m.group(3))));
            take(CJK_MONTH, m -> month(Integer.parseInt(m.group(2)), m.group(1)));
            months.ifPresent(pattern -> take(
                    pattern,
                    m -> (m.group(1).length() > 3 || m.group(2) != null)
                            && !words.numbers.containsKey(m.group(1))
                            && !Set.of("may", "march", "mars", "marca", "mart").contains(m.group(1))
                            && month(words.months.getOrDefault(m.group(1), 0), m.group(2))));
        }

        private String month(String name) {
            return String.valueOf(words.months.getOrDefault(name, 0));
        }

        private boolean month(int month, String year) {
            return month >= 1 && month <= 12 && add(new Value.Month(month, year(year)));
        }

        private boolean day(String month, String day, String year) {
            int monthDay = Integer.parseInt(month) * 100 + Integer.parseInt(day);
            return isDay(monthDay) && add(new Value.Day(Set.of(monthDay), year(year)));
        }

        private boolean numericDate(MatchResult m) {
            int first = Integer.parseInt(m.group(1));
            int second = Integer.parseInt(m.group(3));
            Set<Integer> either = new HashSet<>();
            if (isDay(second * 100 + first)) {
                either.add(second * 100 + first);
            }
            if (isDay(first * 100 + second) && !m.group(2).equals(".")) {
                either.add(first * 100 + second);
            }
            String year = m.group(4).length() == 2 ? "20" + m.group(4) : m.group(4);
            return !either.isEmpty() && add(new Value.Day(Set.copyOf(either), year(year)));
        }

        private static boolean isDay(int monthDay) {
            return monthDay / 100 >= 1 && monthDay / 100 <= 12 && monthDay % 100 >= 1 && monthDay % 100 <= 31;
        }

        /** The Buddhist era is 543 years ahead. */
        private static Optional<Integer> year(@org.jspecify.annotations.Nullable String year) {
            return Optional.ofNullable(year).map(Integer::valueOf).map(y -> y > 2400 && y < 2700 ? y - 543 : y);
        }

        private void weekdays() {
            Matcher matcher = ValueReader.this.weekdays.matcher(rest);
            List<Integer> days = new ArrayList<>();
            List<int[]> places = new ArrayList<>();
            while (matcher.find()) {
                int day = day(matcher.group(1));
                if (day > 0) {
                    days.add(day);
                    places.add(new int[] {matcher.start(), matcher.end()});
                }
            }
            StringBuilder left = new StringBuilder(rest);
            for (int i = 0; i < days.size(); i++) {
                add(new Value.Weekday(days.get(i)));
                if (i > 0 && isRange(rest.substring(places.get(i - 1)[1], places.get(i)[0]))) {
                    for (int day = days.get(i - 1) % 7 + 1; day != days.get(i); day = day % 7 + 1) {
                        add(new Value.Weekday(day));
                    }
                }
                blank(left, places.get(i)[0], places.get(i)[1]);
            }
            rest = left.toString();
        }

        private static boolean isRange(String between) {
            return between.length() <= 8 && !between.contains(",") && !between.contains("、");
        }

        private int day(String written) {
            Integer known = words.weekdays.get(written);
            if (known != null) {
                return known;
            }
            return words.weekdays.entrySet().stream()
                    .filter(name -> name.getKey().length() >= 5
                            && written.startsWith(
                                    name.getKey().substring(0, name.getKey().length() - 1)))
                    .max((a, b) ->
                            Integer.compare(a.getKey().length(), b.getKey().length()))
                    .map(Map.Entry::getValue)
                    .orElse(0);
        }

        // Phones

        private void phones() {
            take(PHONE, m -> {
                String digits = m.group().replaceAll("[^0-9]", "");
                boolean marked =
                        m.group().matches("[+(].*|0[0-9].*") || m.group().matches(".*[0-9]-[0-9]{3,}.*");
                boolean phone = digits.length() >= 8
                        && !GROUPED.matcher(m.group().strip()).matches()
                        && (marked || m.group().contains(" ") || digits.length() >= 9);
                return phone
                        && add(new Reference(
                                m.group().matches("[0-9]+") && !m.group().startsWith("0")
                                        ? Reference.Kind.CODE
                                        : Reference.Kind.PHONE,
                                digits.replaceFirst("^00", "")));
            });
        }

        // Number words

        private void spellNumbers() {
            duals();
            if (words.isUnspaced()) {
                spellUnspaced();
                return;
            }
            if (HANGUL_NUMBER.matcher(rest).find()) {
                rest = HANGUL_NUMBER.matcher(rest).replaceAll(m -> String.valueOf(han(hanja(m.group()))));
            }
            Matcher word = WORD.matcher(rest);
            List<MatchResult> found = word.results().toList();
            StringBuilder spelled = new StringBuilder();
            int done = 0;
            for (int i = 0; i < found.size(); i++) {
                int taken = 0;
                int value = 0;
                StringBuilder phrase = new StringBuilder();
                for (int j = i; j < Math.min(found.size(), i + 6); j++) {
                    if (j > i
                            && !isJoined(rest.substring(
                                    found.get(j - 1).end(), found.get(j).start()))) {
                        break;
                    }
                    phrase.append(j > i ? " " : "").append(found.get(j).group());
                    Integer number = number(phrase.toString());
                    if (number != null) {
                        taken = j - i + 1;
                        value = number;
                    }
                }
                if (taken > 0) {
                    MatchResult first = found.get(i);
                    MatchResult last = found.get(i + taken - 1);
                    if (counts(rest.substring(first.start(), last.end()), value, last.end())) {
                        spelled.append(rest, done, first.start()).append(value);
                        done = last.end();
                    }
                    i += taken - 1;
                }
            }
            if (done > 0) {
                rest = spelled.append(rest.substring(done)).toString();
            }
        }

        private static boolean isJoined(String between) {
            return between.equals(" ") || between.equals("-");
        }

        private @org.jspecify.annotations.Nullable Integer number(String phrase) {
            Integer number = words.numbers.get(phrase);
            if (number == null && phrase.length() > 3 && "وبلف".indexOf(phrase.charAt(0)) >= 0) {
                number = words.numbers.get(phrase.substring(1));
            }
            return number;
        }

        /** One, and words that mean other things too, count only before a unit. */
        private boolean counts(String word, int value, int end) {
            boolean sure = value >= 2 && !words.alone.contains(Lexicon.spaced(word)) && word.length() > 1;
            return sure || unitAt(rest, end).isPresent();
        }

        private void spellUnspaced() {
            Matcher han = HAN_NUMBER.matcher(rest);
            rest = han.replaceAll(m -> {
                boolean unit = unitAt(rest, m.end()).isPresent()
                        || currencyAt(rest, m.end()).isPresent();
                boolean percent = m.start() >= 3 && rest.startsWith("百分之", m.start() - 3);
                boolean clock = m.end() < rest.length() && "时時点點月号".indexOf(rest.charAt(m.end())) >= 0;
                return unit || percent || clock ? String.valueOf(han(m.group())) : m.group();
            });
            rest = rest.replaceAll("百分之([0-9]+(?:[.,][0-9]+)?)", "$1%");
            for (int at = 0; at < rest.length(); at++) {
                for (int length = Math.min(words.longestNumber, rest.length() - at); length >= 2; length--) {
                    Integer number = words.numbers.get(rest.substring(at, at + length));
                    if (number != null && unitAt(rest, at + length).isPresent()) {
                        rest = rest.substring(0, at) + number + rest.substring(at + length);
                        break;
                    }
                }
            }
        }

        private static String hanja(String hangul) {
            StringBuilder han = new StringBuilder();
            for (int i = 0; i < hangul.length(); i++) {
                char letter = hangul.charAt(i);
                han.append("一二三四五六七八九十百千万".charAt("일이삼사오육칠팔구십백천만".indexOf(letter)));
            }
            return han.toString();
        }

        private static long han(String written) {
            long whole = 0;
            long part = 0;
            long digit = 0;
            boolean positional = written.matches("[〇零一二三四五六七八九]{2,}");
            for (int i = 0; i < written.length(); i++) {
                char letter = written.charAt(i);
                int value = "〇一二三四五六七八九".indexOf(letter);
                value = letter == '零' ? 0 : letter == '两' || letter == '兩' ? 2 : value;
                if (value >= 0) {
                    digit = positional ? digit * 10 + value : value;
                } else if (letter == '万') {
                    whole += Math.max(1, part + digit) * 10_000;
                    part = 0;
                    digit = 0;
                } else {
                    int unit = letter == '十' ? 10 : letter == '百' ? 100 : 1_000;
                    part += Math.max(1, digit) * unit;
                    digit = 0;
                }
            }
            return whole + part + digit;
        }

        private void duals() {
            if (words.duals.isEmpty()) {
                return;
            }
            take(WORD, m -> {
                String word = m.group();
                Form form = words.duals.get(word);
                if (form == null && word.length() > 4 && "وبلف".indexOf(word.charAt(0)) >= 0) {
                    form = words.duals.get(word.substring(1));
                }
                BigDecimal two = BigDecimal.TWO;
                return form != null
                        && add(new Value.Quantity(
                                two.multiply(form.factor()), two.multiply(form.factor()), form.unit()));
            });
        }

        // Times

        private void times() {
            take(CLOCK, m -> time(m, Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))));
            take(
                    CJK_CLOCK,
                    m -> time(m, Integer.parseInt(m.group(1)), m.group(2) == null ? 0 : Integer.parseInt(m.group(2))));
            take(NUMBER, m -> {
                boolean hour = m.group().matches("[0-2]?[0-9](?:\\.[0-5][0-9])?");
                boolean marked = hour && (isAfter(m.end(), words.hours) || dayPart(m) != 0);
                if (!marked) {
                    return false;
                }
                String[] parts = m.group().split("\\.", 2);
                return time(m, Integer.parseInt(parts[0]), parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
            });
        }

        private boolean time(MatchResult m, int hour, int minute) {
            if (hour > 24) {
                return false;
            }
            int part = dayPart(m);
            Set<Integer> minutes = new HashSet<>();
            int written = hour * 60 + minute;
            if (part > 0 && hour <= 12) {
                minutes.add((hour % 12 + 12) * 60 + minute);
            } else if (part < 0) {
                minutes.add(hour % 12 * 60 + minute);
            } else {
                minutes.add(written);
            }
            return add(new Value.Time(Set.copyOf(minutes)));
        }

        /** Whether the hour is marked as before noon, -1, or after, 1. */
        private int dayPart(MatchResult m) {
            if (isAfter(m.end(), words.afternoons) || isBefore(m.start(), words.afternoons)) {
                return 1;
            }
            return isAfter(m.end(), words.mornings) || isBefore(m.start(), words.mornings) ? -1 : 0;
        }

        private boolean isAfter(int end, Set<String> marks) {
            String after =
                    rest.substring(end, Math.min(rest.length(), end + 16)).stripLeading();
            return marks.stream()
                    .anyMatch(mark -> after.startsWith(mark)
                            && (after.length() == mark.length()
                                    || !Character.isLetter(after.charAt(mark.length()))
                                    || words.isUnspaced()));
        }

        private boolean isBefore(int start, Set<String> marks) {
            String before = rest.substring(Math.max(0, start - 12), start).stripTrailing();
            return marks.stream()
                    .anyMatch(mark -> mark.length() > 1 && before.endsWith(mark) && !mark.matches("[a-z. ]+"));
        }

        // Numbers with a unit

        private record Part(int start, int end, Set<BigDecimal> readings) {}

        private void quantities() {
            Matcher matcher = NUMBER.matcher(rest);
            List<Part> parts = new ArrayList<>();
            while (matcher.find()) {
                parts.add(new Part(matcher.start(), matcher.end(), readings(matcher.group())));
            }
            StringBuilder left = new StringBuilder(rest);
            List<Value.Quantity> run = new ArrayList<>();
            int runEnd = -1;
            for (int i = 0; i < parts.size(); i++) {
                Part from = parts.get(i);
                boolean joined = i + 1 < parts.size() && joins(from, parts.get(i + 1));
                Part to = joined ? parts.get(i + 1) : from;
                Optional<Found> unit = unitOf(to, from.start());
                if (unit.isEmpty()) {
                    continue;
                }
                if (joined) {
                    i++;
                }
                int end = Math.max(to.end(), unit.get().end());
                int begin = Math.min(from.start(), unit.get().start());
                if (unit.get().currencies().isPresent()) {
                    add(new Value.Money(
                            first(from), first(to), unit.get().currencies().get()));
                } else {
                    Form form = unit.get().form().orElseThrow();
                    Value.Quantity quantity = new Value.Quantity(
                            first(from).multiply(form.factor()), first(to).multiply(form.factor()), form.unit());
                    boolean goesOn = runEnd >= 0
                            && quantity.unit() == run.getLast().unit()
                            && (quantity.unit() == Unit.MINUTES || quantity.unit() == Unit.MONTHS)
                            && run.getLast().to().compareTo(quantity.to()) > 0
                            && AND.matcher(rest.substring(runEnd, from.start())).matches();
                    if (!goesOn) {
                        flush(run);
                    }
                    run.add(quantity);
                    runEnd = end;
                }
                blank(left, begin, end);
            }
            flush(run);
            rest = left.toString();
        }

        /** "4 weeks and 2 days" are 30 days. */
        private void flush(List<Value.Quantity> run) {
            if (run.size() > 1) {
                BigDecimal sum = run.stream().map(Value.Quantity::to).reduce(BigDecimal.ZERO, BigDecimal::add);
                add(new Value.Quantity(sum, sum, run.getFirst().unit()));
            } else {
                claims.addAll(run);
            }
            run.clear();
        }

        private static BigDecimal first(Part part) {
            return part.readings().iterator().next();
        }

        private boolean joins(Part from, Part to) {
            boolean grows = first(from).compareTo(first(to)) < 0;
            boolean bare = JOINT.matcher(rest.substring(from.end(), to.start())).matches()
                    && unitAt(rest, from.end()).isEmpty();
            return grows && (bare || joinsWithUnit(from, to));
        }

        /** 5営業日から10営業日, "2 days to 4 days": the unit stands twice. */
        private boolean joinsWithUnit(Part from, Part to) {
            Optional<Found> unit = unitAt(rest, from.end());
            Optional<Found> next = unitAt(rest, to.end());
            if (unit.isEmpty() || next.isEmpty() || unit.get().end() > to.start()) {
                return false;
            }
            String between = rest.substring(unit.get().end(), to.start()).strip();
            return unit.get().form().equals(next.get().form())
                    && between.matches("[-~]|から|부터|에서|至|到|to|bis|a|до|ile|ila");
        }

        private record Found(int start, int end, Optional<Form> form, Optional<Set<String>> currencies) {}

        private Optional<Found> unitOf(Part number, int start) {
            Optional<Found> after = unitAt(rest, number.end()).or(() -> currencyAt(rest, number.end()));
            return after.or(() -> currencyBefore(start));
        }

        private Optional<Found> unitAt(String text, int at) {
            Optional<Found> found = formAt(text, at);
            if (found.isPresent() || words.fillers.isEmpty()) {
                return found;
            }
            Matcher filler = WORD.matcher(text).region(Math.min(at, text.length()), text.length());
            boolean skips = filler.find() && filler.start() - at <= 1 && words.fillers.contains(filler.group());
            return skips ? formAt(text, filler.end()) : Optional.empty();
        }

        private Optional<Found> formAt(String text, int at) {
            int begin = skip(text, at);
            for (int length = Math.min(words.longestUnit, text.length() - begin); length > 0; length--) {
                Form form = words.units.get(text.substring(begin, begin + length));
                if (form != null) {
                    int end = begin + length;
                    int wordEnd = wordEnd(text, end);
                    boolean whole = wordEnd == end || !Character.isLetter(text.charAt(end - 1));
                    if (whole
                            || (words.addsEndings() && (length >= 3 || words.isUnspaced() || isKorean(text, begin)))) {
                        return Optional.of(new Found(
                                begin,
                                words.isUnspaced() || isKorean(text, begin) ? end : wordEnd,
                                Optional.of(form),
                                Optional.empty()));
                    }
                }
            }
            return Optional.empty();
        }

        private static boolean isKorean(String text, int at) {
            return Character.UnicodeScript.of(text.charAt(at)) == Character.UnicodeScript.HANGUL;
        }

        private Optional<Found> currencyAt(String text, int at) {
            int begin = skip(text, at);
            for (int length = Math.min(words.longestUnit, text.length() - begin); length > 0; length--) {
                Optional<Set<String>> codes = words.currency(text.substring(begin, begin + length));
                if (codes.isPresent()) {
                    int end = begin + length;
                    boolean sign = !Character.isLetter(text.charAt(end - 1));
                    boolean whole = sign
                            || wordEnd(text, end) == end
                            || words.isUnspaced()
                            || isKorean(text, begin)
                            || (words.addsEndings() && length >= 2);
                    if (whole) {
                        return Optional.of(new Found(
                                begin, sign || words.isUnspaced() ? end : wordEnd(text, end), Optional.empty(), codes));
                    }
                }
            }
            return Optional.empty();
        }

        private Optional<Found> currencyBefore(int start) {
            int end = start;
            while (end > 0 && rest.charAt(end - 1) == ' ') {
                end--;
            }
            if (end > 0 && rest.charAt(end - 1) == '%') {
                return Optional.of(
                        new Found(end - 1, end, Optional.of(new Form(Unit.PERCENT, BigDecimal.ONE)), Optional.empty()));
            }
            if (rest.startsWith("yuzde", Math.max(0, end - 5)) && words.units.containsKey("gun")) {
                return Optional.of(
                        new Found(end - 5, end, Optional.of(new Form(Unit.PERCENT, BigDecimal.ONE)), Optional.empty()));
            }
            for (int length = Math.min(12, end); length > 0; length--) {
                String form = rest.substring(end - length, end);
                Optional<Set<String>> codes = words.currency(form);
                boolean whole = end - length == 0
                        || !Character.isLetter(rest.charAt(end - length - 1))
                        || !Character.isLetter(form.charAt(0));
                if (codes.isPresent() && whole) {
                    return Optional.of(new Found(end - length, end, Optional.empty(), codes));
                }
            }
            return Optional.empty();
        }

        /** Between a number and its unit: nothing, a space, a hyphen. */
        private static int skip(String text, int at) {
            int begin = at;
            while (begin < text.length()
                    && begin - at < 2
                    && (text.charAt(begin) == ' ' || text.charAt(begin) == '-')) {
                begin++;
            }
            return begin;
        }

        private static int wordEnd(String text, int from) {
            int end = from;
            while (end < text.length()
                    && (Character.isLetter(text.charAt(end))
                            || Character.getType(text.charAt(end)) == Character.NON_SPACING_MARK
                            || Character.getType(text.charAt(end)) == Character.COMBINING_SPACING_MARK)) {
                end++;
            }
            return end;
        }

        // Bare numbers

        private boolean bare(MatchResult m) {
            return add(new Value.Bare(readings(m.group())));
        }

        /** What a number may mean, the likeliest in this language first. */
        private Set<BigDecimal> readings(String written) {
            String number = written.replace(" ", "").replace("'", "");
            int point = number.lastIndexOf('.');
            int comma = number.lastIndexOf(',');
            Set<BigDecimal> readings = new LinkedHashSet<>();
            if (point >= 0 && comma >= 0) {
                char decimal = point > comma ? '.' : ',';
                readings.add(decimal(number, decimal));
            } else if (point < 0 && comma < 0) {
                readings.add(decimal(number, '.'));
            } else {
                char separator = point >= 0 ? '.' : ',';
                boolean several = number.indexOf(separator) != number.lastIndexOf(separator);
                boolean grouping =
                        number.matches("[1-9][0-9]{0,2}(?:[.,][0-9]{3})+|[1-9][0-9]?(?:,[0-9]{2})*,[0-9]{3}");
                if (several) {
                    readings.add(decimal(number, separator == '.' ? ',' : '.'));
                } else if (!grouping) {
                    readings.add(decimal(number, separator));
                } else {
                    // Three digits after the only separator: thousands, unless the language writes decimals so; money
                    // and days never have three decimals, so that thousands come first.
                    readings.add(decimal(number, separator == '.' ? ',' : '.'));
                    readings.add(decimal(number, separator));
                }
            }
            return readings;
        }

        private static BigDecimal decimal(String number, char decimal) {
            StringBuilder plain = new StringBuilder();
            for (int i = 0; i < number.length(); i++) {
                char letter = number.charAt(i);
                if (letter == decimal) {
                    plain.append('.');
                } else if (letter != '.' && letter != ',') {
                    plain.append(letter);
                }
            }
            return new BigDecimal(plain.charAt(plain.length() - 1) == '.' ? plain + "0" : plain.toString())
                    .stripTrailingZeros();
        }
    }
}
