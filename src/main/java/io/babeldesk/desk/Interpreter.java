package io.babeldesk.desk;

import io.babeldesk.answer.Translator;
import io.babeldesk.answer.Translator.Outcome;
import io.babeldesk.answer.Translator.Translated;
import io.babeldesk.answer.Translator.Wish;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Handled;
import io.babeldesk.conversation.Shopper;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.conversation.Turn;
import io.babeldesk.conversation.TurnTranslations;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.FactValue;
import io.babeldesk.knowledge.PolicyFact;
import io.babeldesk.language.Language;
import io.babeldesk.language.LanguageChooser;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Stands between a shopper and an agent who have no language in common: turns what one says into the other's language.
 * Safe for use by many threads.
 */
public final class Interpreter {

    private final Translator translator;
    private final Conversations conversations;
    private final TurnTranslations known;
    private final LanguageChooser languages;
    private final Supplier<Edition> edition;

    public Interpreter(
            Translator translator,
            Conversations conversations,
            TurnTranslations known,
            LanguageChooser languages,
            Supplier<Edition> edition) {
        this.translator = translator;
        this.conversations = conversations;
        this.known = known;
        this.languages = languages;
        this.edition = edition;
    }

    /** Why nothing is translated now; empty if a translation may be asked for. */
    public Optional<Translator.Why> off() {
        return translator.off();
    }

    /** A turn in another language; from the store where it is known. */
    public Outcome turn(Turn turn, Language to) throws InterruptedException {
        Optional<String> before = known.find(turn.id(), to, Translator.VERSION);
        if (before.isPresent()) {
            return new Translated(before.get());
        }
        Optional<String> conversation = conversations.conversationOf(turn.id()).map(one -> one.id());
        Outcome outcome = translator.translate(new Wish(turn.text(), turn.language(), to, names(conversation)));
        if (outcome instanceof Translated translated && !turn.language().equals(to)) {
            known.keep(turn, to, Translator.VERSION, translated.text());
        }
        return outcome;
    }

    /**
     * What an agent writes, in another language.
     *
     * @param conversation whose names stay as they are
     */
    public Outcome text(String text, Language from, Language to, Optional<String> conversation)
            throws InterruptedException {
        return translator.translate(new Wish(text, from, to, names(conversation)));
    }

    /** The language of a text by an agent: one of hers, or that of the customer where she writes it herself. */
    public Language languageOf(String text, List<Language> hers, Language customers) {
        return languages.choose(
                text,
                hers.stream().findFirst(),
                Stream.concat(Stream.of(customers), hers.reversed().stream()).toList());
    }

    private Set<String> names(Optional<String> conversation) {
        Edition current = edition.get();
        Set<String> names = new HashSet<>();
        names.add(current.shop().name());
        current.policies().facts().values().stream()
                .flatMap(Interpreter::values)
                .flatMap(value -> value instanceof FactValue.Listing listing ? listing.names().stream() : Stream.of())
                .filter(Interpreter::hasCapital)
                .forEach(names::add);
        conversation.flatMap(conversations::handled).ifPresent(handled -> addPeople(handled, names));
        return names;
    }

    private static Stream<FactValue> values(PolicyFact fact) {
        return Stream.concat(fact.standard().stream(), fact.byMarket().values().stream());
    }

    private void addPeople(Handled handled, Set<String> names) {
        Stream.concat(
                        handled.handling().owner().map(Speaker::name).stream(),
                        conversations
                                .shopper(handled.conversation().shopper())
                                .flatMap(Shopper::customer)
                                .flatMap(Shopper.Customer::name)
                                .stream())
                .flatMap(Interpreter::withParts)
                .forEach(names::add);
    }

    private static boolean hasCapital(String name) {
        return !name.isEmpty() && Character.isUpperCase(name.codePointAt(0));
    }

    /** A part of a name is known as one only where a capital tells it from other words. */
    private static Stream<String> withParts(String name) {
        return Stream.concat(
                Stream.of(name), Stream.of(name.strip().split("\\s+", -1)).filter(Interpreter::hasCapital));
    }
}
