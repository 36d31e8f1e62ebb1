package io.babeldesk.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each language's own words are all there, and say the same things as the English ones. */
class MessagesTest {

    private static final Set<String> COMPLETE =
            Set.of("en", "zh", "es", "fr", "de", "it", "pt", "ru", "ar", "ja", "ko", "tr");

    /** What a shopper of any understood language may meet. */
    private static final Set<String> SHARED = Set.of("reply", "hours", "unit", "widget", "handoff");

    /** Words that shoppers say, not we. */
    private static final Set<String> WORD_LISTS = Set.of("wish", "talk", "follow-up");

    private static final Properties ENGLISH = read("en");

    static Stream<String> languages() {
        return BaseCodes.UNDERSTOOD.stream().sorted();
    }

    private static Properties read(String code) {
        String path = "messages/" + code + ".properties";
        try (InputStream file = Objects.requireNonNull(Messages.class.getResourceAsStream(path), path)) {
            Properties read = new Properties();
            read.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String room(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private static boolean isText(String key) {
        return !WORD_LISTS.contains(room(key));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void hasAllMessagesThatItShould(String code) {
        Set<String> needed = ENGLISH.stringPropertyNames().stream()
                .filter(key -> COMPLETE.contains(code) || SHARED.contains(room(key)))
                // A language says "not" before or behind the verb, not both.
                .filter(key -> !key.startsWith("wish.not"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(read(code).stringPropertyNames()).containsAll(needed);
    }

    /** Held apart from the rule above, which could be loosened for other rooms: what a caller or a transcript says. */
    @Test
    void everyProblemAndTranscriptIsSaidInEachOfTheTwelveLanguages() {
        Set<String> keys = ENGLISH.stringPropertyNames().stream()
                .filter(key -> Set.of("problem", "transcript").contains(room(key)))
                .collect(Collectors.toCollection(TreeSet::new));
        for (String code : COMPLETE) {
            Properties own = read(code);
            assertThat(own.stringPropertyNames()).as(code).containsAll(keys);
            if (!code.equals("en")) {
                assertThat(keys).as(code).noneMatch(key -> own.getProperty(key).equals(ENGLISH.getProperty(key)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void hasNoMessageThatNobodyAsksFor(String code) {
        Set<String> more = new TreeSet<>(read(code).stringPropertyNames());
        more.removeAll(ENGLISH.stringPropertyNames());
        assertThat(more).allMatch(key -> key.startsWith("unit.working-day.") || key.startsWith("wish.not"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void namesTheSameArgumentsAsEnglish(String code) {
        Properties own = read(code);
        for (String key : own.stringPropertyNames()) {
            String english = ENGLISH.getProperty(key.startsWith("unit.working-day") ? "unit.working-day" : key, "");
            if (isText(key)) {
                assertThat(arguments(own.getProperty(key))).as(key).isEqualTo(arguments(english));
            }
        }
    }

    private static Set<String> arguments(String pattern) {
        MessagePattern parsed = new MessagePattern(pattern);
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < parsed.countParts(); i++) {
            if (parsed.getPartType(i) == Part.Type.ARG_NAME) {
                names.add(parsed.getSubstring(parsed.getPart(i)));
            }
        }
        return names;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void hasEachPluralOfTheLanguage(String code) {
        Set<String> needed =
                new TreeSet<>(PluralRules.forLocale(Language.of(code).locale()).getKeywords());
        // Only millions: "1 000 000 de jours".
        needed.removeIf(category ->
                category.equals("many") && Set.of("es", "fr", "it", "pt").contains(code));
        Properties own = read(code);
        for (String key : own.stringPropertyNames()) {
            Set<String> present = plurals(own.getProperty(key));
            if (isText(key) && !present.isEmpty()) {
                assertThat(present).as(key).containsAll(needed);
            }
        }
    }

    /** The categories of a pattern's plural; none if it has no plural. */
    private static Set<String> plurals(String pattern) {
        MessagePattern parsed = new MessagePattern(pattern);
        Set<String> categories = new TreeSet<>();
        for (int i = 0; i < parsed.countParts(); i++) {
            if (parsed.getPartType(i) == Part.Type.ARG_SELECTOR) {
                categories.add(parsed.getSubstring(parsed.getPart(i)));
            }
        }
        return categories;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void writesApostrophesAsPrintersDo(String code) {
        Properties own = read(code);
        for (String key : own.stringPropertyNames()) {
            if (isText(key)) {
                assertThat(own.getProperty(key)).as(key).doesNotContain("'").isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void canBeSaidWithoutLeavingAnythingOpen(String code) {
        Messages messages = new Messages();
        Language language = Language.of(code);
        for (String key : messages.keys(language)) {
            if (isText(key)) {
                Map<String, Object> arguments = arguments(read(code).getProperty(key)).stream()
                        .collect(Collectors.toMap(
                                name -> name, name -> name.matches("count|limit|seconds") ? (Object) 3 : "X"));
                assertThat(messages.say(language, key, arguments)).as(key).doesNotContainPattern("[{}#]|\\bnull\\b");
            }
        }
    }

    @Test
    void aMessageThatALanguageLacksIsSaidInEnglish() {
        Messages messages = new Messages();
        assertThat(messages.say(Language.of("nl"), "transcript.shopper")).isEqualTo("You");
        assertThat(messages.has(Language.of("nl"), "transcript.shopper")).isFalse();
        assertThat(messages.say(Language.of("xx"), "reply.thanks")).startsWith("You are welcome");
    }

    @Test
    void aMessageThatIsNowhereIsNamed() {
        assertThatThrownBy(() -> new Messages().say(Language.ENGLISH, "no.such"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'no.such'")
                .hasMessageContaining("en.properties");
    }
}
