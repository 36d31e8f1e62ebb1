package io.babeldesk.store;

import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Turn;
import io.babeldesk.conversation.TurnTranslations;
import io.babeldesk.language.Language;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Translations of turns in memory, for tests: one is found as long as its turn says what was translated. */
final class MemoryTurnTranslations implements TurnTranslations {

    private final Conversations log;
    private final Map<Place, Kept> kept = new HashMap<>();

    private record Place(String turn, Language language) {}

    private record Kept(String said, String version, String translation) {}

    MemoryTurnTranslations(Conversations log) {
        this.log = log;
    }

    @Override
    public synchronized Optional<String> find(String turn, Language language, String version) {
        return Optional.ofNullable(kept.get(new Place(turn, language)))
                .filter(one -> one.version().equals(version) && says(turn, one.said()))
                .map(Kept::translation);
    }

    @Override
    public synchronized void keep(Turn turn, Language language, String version, String translation) {
        if (says(turn.id(), turn.text())) {
            kept.put(new Place(turn.id(), language), new Kept(turn.text(), version, translation));
        }
    }

    private boolean says(String turn, String text) {
        return log.turn(turn).filter(now -> now.text().equals(text)).isPresent();
    }
}
