package io.babeldesk.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.babeldesk.conversation.Turn;
import io.babeldesk.language.Language;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says in an agent's language what a conversation is about, in the words of a model where there is one. Only agents see
 * it, and it says whose words it is; still it may name no number and no address that nobody named. Safe for use by many
 * threads.
 */
public final class Summariser {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int LONGEST = 800;
    private static final int REMEMBERED = 1_000;
    /** What must not be made up: numbers in any digits, and addresses. */
    private static final Pattern PARTICULAR = Pattern.compile("\\S+@\\S+\\p{L}|https?://\\S+[\\p{L}\\p{Nd}/]|\\p{Nd}+");

    /** @param words of all turns, as a hash: of an earlier turn, words may be removed later */
    private record Told(String lastTurn, int words, Language language) {}

    private final Optional<WholeText> texts;
    private final Prompts prompts = new Prompts();
    private final Cache<Told, String> told =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** @param model empty where none is set: then nothing is said */
    public Summariser(Optional<LanguageModel> model, LongSupplier nanos) {
        this.texts = model.map(wording -> new WholeText(wording, PATIENCE, LONGEST, nanos));
    }

    /** Whether there is a model at all. */
    public boolean isOn() {
        return texts.isPresent();
    }

    /**
     * Waits for the model, at most 15 seconds.
     *
     * @param turns all of the conversation, in order
     * @return empty if there is no model, if it fails, or if it named what nobody had
     */
    public Optional<String> summarise(List<Turn> turns, Language language) throws InterruptedException {
        if (texts.isEmpty() || turns.isEmpty()) {
            return Optional.empty();
        }
        Told key = new Told(
                turns.getLast().id(), turns.stream().map(Turn::text).toList().hashCode(), language);
        Optional<String> known = Optional.ofNullable(told.getIfPresent(key));
        if (known.isPresent()) {
            return known;
        }
        Masking masking = new Masking(Set.of());
        Prompt prompt = prompts.summarise(turns, language, masking);
        Optional<String> written =
                texts.get().of(prompt, Payer.NOBODY, () -> false).map(masking::restore);
        Set<String> named = turns.stream()
                .flatMap(turn -> particulars(turn.text()).stream())
                .collect(Collectors.toSet());
        Optional<String> honest = written.filter(text -> named.containsAll(particulars(text)));
        honest.ifPresent(text -> told.put(key, text));
        return honest;
    }

    private static Set<String> particulars(String text) {
        return PARTICULAR
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .map(Summariser::inPlainDigits)
                .collect(Collectors.toSet());
    }

    /** An agent may read another script's digits than the shopper writes. */
    private static String inPlainDigits(String text) {
        return text.codePoints()
                .map(point -> Character.isDigit(point) ? '0' + Character.digit(point, 10) : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
