package io.babeldesk.handoff;

import io.babeldesk.conversation.Handled;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.ReplyKind;
import io.babeldesk.conversation.Source;
import io.babeldesk.conversation.Turn;
import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
import io.babeldesk.sentiment.MoodTrend;
import io.babeldesk.sentiment.Sentiment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an agent knows of a conversation before she has read it, made from its log without a model: nothing is told that
 * was not said.
 *
 * @param language that it is worded in; what the shopper said stays as she said it
 * @param wanted the shopper's words: how she began, and how she put it last
 * @param tried what the assistant did, in order
 * @param sources that she was shown
 * @param facts what is known, by its name
 * @param mood the strongest of her latest turns, since "yes, please" says nothing; empty if she said nothing
 */
public record Summary(
        Language language,
        String wanted,
        List<String> tried,
        List<Source> sources,
        Map<String, String> facts,
        Optional<Sentiment> mood,
        Trend trend) {

    /** Where a mood goes. */
    public enum Trend {
        FALLING,
        STEADY,
        RISING
    }

    private static final Pattern ORDER =
            Pattern.compile("(?<![\\w@.-])(?=[A-Z0-9-]*[0-9]{4})[A-Z0-9][A-Z0-9-]{4,24}(?![\\w@-])");
    private static final Pattern EMAIL = Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,100}(?:\\.[\\w-]{2,60})+");
    private static final int LONGEST = 280;
    private static final int MOST_TRIED = 6;
    private static final int SHORT = 12;
    private static final int LATEST = 4;
    private static final double NOTICEABLE = 0.2;

    /** @param turns all of the conversation, in order */
    public static Summary of(Handled handled, List<Turn> turns, Language language, Messages messages) {
        List<Turn.OfShopper> said = turns.stream()
                .filter(Turn.OfShopper.class::isInstance)
                .map(Turn.OfShopper.class::cast)
                .toList();
        List<Sentiment> moods =
                said.stream().flatMap(turn -> turn.mood().stream()).toList();
        Set<Source> sources = new LinkedHashSet<>();
        List<String> tried = new ArrayList<>();
        for (Turn turn : turns) {
            if (turn instanceof Turn.OfAssistant reply) {
                sources.addAll(reply.reply().sources());
                tried(reply, language, messages).ifPresent(tried::add);
            }
        }
        return new Summary(
                language,
                wanted(said, messages),
                List.copyOf(tried.subList(Math.max(0, tried.size() - MOST_TRIED), tried.size())),
                List.copyOf(sources),
                facts(handled, said, language, messages),
                strongest(moods.subList(Math.max(0, moods.size() - LATEST), moods.size())),
                trend(MoodTrend.over(moods)));
    }

    /** Greetings are short; what somebody wants is longer. */
    private static String wanted(List<Turn.OfShopper> said, Messages messages) {
        List<String> telling = said.stream()
                .filter(turn -> !turn.text().equals(messages.say(turn.language(), "handoff.accept")))
                .map(turn -> turn.text().strip())
                .filter(text -> text.length() > SHORT)
                .toList();
        List<String> words = telling.isEmpty() ? said.stream().map(Turn::text).toList() : telling;
        if (words.isEmpty()) {
            return "";
        }
        String first = cut(words.getFirst());
        String last = cut(words.getLast());
        return first.equals(last) ? first : first + " … " + last;
    }

    private static Optional<String> tried(Turn.OfAssistant reply, Language language, Messages messages) {
        ReplyKind kind = reply.reply().kind();
        return switch (kind) {
            case ANSWERED -> {
                String title = reply.reply().sources().stream()
                        .findFirst()
                        .map(source -> source.title().equals(source.heading())
                                ? source.title()
                                : source.title() + " · " + source.heading())
                        .orElseGet(() -> cut(reply.text()));
                String key = reply.helpful().equals(Optional.of(false)) ? "summary.shown-unhelpful" : "summary.shown";
                yield Optional.of(messages.say(language, key, Map.of("title", title)));
            }
            case ASKED_BACK -> Optional.of(messages.say(language, "summary.asked", Map.of("text", cut(reply.text()))));
            case DECLINED -> Optional.of(messages.say(language, "summary.declined"));
            case NEEDS_PERSON, STOPPED -> Optional.empty();
        };
    }

    private static Map<String, String> facts(
            Handled handled, List<Turn.OfShopper> said, Language language, Messages messages) {
        Map<String, String> facts = new LinkedHashMap<>();
        handled.conversation()
                .market()
                .map(Market::code)
                .map(code -> Locale.of("", code).getDisplayCountry(language.locale()))
                .ifPresent(country -> facts.put(messages.say(language, "summary.country"), country));
        found(ORDER, said).ifPresent(order -> facts.put(messages.say(language, "summary.order"), order));
        handled.handling()
                .email()
                .or(() -> found(EMAIL, said))
                .ifPresent(email -> facts.put(messages.say(language, "summary.email"), email));
        return facts;
    }

    private static Optional<String> found(Pattern pattern, List<Turn.OfShopper> said) {
        for (Turn.OfShopper turn : said.reversed()) {
            Matcher matcher = pattern.matcher(turn.text());
            if (matcher.find()) {
                return Optional.of(matcher.group());
            }
        }
        return Optional.empty();
    }

    private static Optional<Sentiment> strongest(List<Sentiment> moods) {
        return moods.reversed().stream()
                .max(Comparator.comparingDouble(mood -> Math.max(mood.intensity(), mood.anger())));
    }

    private static Trend trend(MoodTrend trend) {
        if (trend.falling() || trend.change() <= -NOTICEABLE) {
            return Trend.FALLING;
        }
        return trend.change() >= NOTICEABLE ? Trend.RISING : Trend.STEADY;
    }

    private static String cut(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = line.offsetByCodePoints(0, line.codePointCount(0, LONGEST));
        return line.substring(0, end) + "…";
    }
}
