package io.babeldesk.answer;

import io.babeldesk.answer.TranslationGuard.Fault;
import io.babeldesk.answer.TranslationGuard.Worded;
import io.babeldesk.language.Language;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Translates what shoppers and agents write to each other, in the words of a model where there is one. What must not
 * change, such as the number of an order, the model never sees; what it wrote is judged before anybody reads it, and what
 * fails twice is no translation. Safe for use by many threads.
 */
public final class Translator {

    private static final Logger LOG = LoggerFactory.getLogger(Translator.class);

    /** Names the way in which translations are made: those of another way are made anew. */
    public static final String VERSION = Prompts.TRANSLATE;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 2;
    /** More than any text that may be sent becomes in any language. */
    private static final int LONGEST = 20_000;

    private final Optional<LanguageModel> model;
    private final TranslationGuard guard;
    private final LongSupplier nanos;
    private final Prompts prompts = new Prompts();

    /** @param model empty where none is set: then nothing is translated */
    public Translator(Optional<LanguageModel> model, TranslationGuard guard, LongSupplier nanos) {
        this.model = model;
        this.guard = guard;
        this.nanos = nanos;
    }

    /**
     * What is to be translated.
     *
     * @param names of people, goods and the shop, which stay as they are
     */
    public record Wish(String text, Language from, Language to, Set<String> names) {
        public Wish {
            names = Set.copyOf(names);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {}

    public record Translated(String text) implements Outcome {}

    /** The model could not, or what it wrote must not be read. */
    public record Failed() implements Outcome {}

    public record Off(Why why) implements Outcome {}

    /** Why nothing is translated now. */
    public enum Why {
        NOT_CONFIGURED,
        OVER_BUDGET,
        FAILING
    }

    /** Empty if a translation may be asked for. */
    public Optional<Why> off() {
        return model.isEmpty()
                ? Optional.of(Why.NOT_CONFIGURED)
                : model.get()
                        .refusal()
                        .map(refusal -> refusal == ModelStream.Failure.OVER_BUDGET ? Why.OVER_BUDGET : Why.FAILING);
    }

    /** Waits for the model, at most 20 seconds an attempt. */
    public Outcome translate(Wish wish) throws InterruptedException {
        Masking masking = Masking.forTranslation(wish.names());
        Worded original = new Worded(masking.mask(wish.text()), wish.from());
        if (wish.from().equals(wish.to()) || !Masking.hasWords(original.text())) {
            return new Translated(wish.text());
        }
        Optional<Why> off = off();
        if (off.isPresent()) {
            return new Off(off.get());
        }
        Map<String, String> terms = guard.terms(original, wish.to());
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Prompt prompt = prompts.translate(original.text(), wish.from(), wish.to(), terms);
            Optional<String> written =
                    new WholeText(model.get(), PATIENCE, LONGEST, nanos).of(prompt, Payer.NOBODY, () -> false);
            Optional<Fault> fault = written.map(text -> fault(original, text, wish.to(), prompt))
                    .orElse(Optional.of(Fault.SILENT));
            if (fault.isEmpty()) {
                return new Translated(masking.restoreFor(wish.to(), written.orElseThrow()));
            }
            LOG.info("a translation from {} into {} was held: {}", wish.from(), wish.to(), fault.get());
        }
        return off().<Outcome>map(Off::new).orElseGet(Failed::new);
    }

    private Optional<Fault> fault(Worded original, String written, Language wanted, Prompt prompt) {
        return Masking.countMarks(written).equals(Masking.countMarks(original.text()))
                ? guard.fault(original, new Worded(written, wanted), prompt.instructions())
                : Optional.of(Fault.PLACEHOLDER);
    }
}
