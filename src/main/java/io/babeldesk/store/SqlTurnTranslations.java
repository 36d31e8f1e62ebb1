package io.babeldesk.store;

import io.babeldesk.conversation.Turn;
import io.babeldesk.conversation.TurnTranslations;
import io.babeldesk.language.Language;
import java.util.Optional;

/** Translations of turns in a database. */
final class SqlTurnTranslations implements TurnTranslations {

    private final Transactions database;

    SqlTurnTranslations(Transactions database) {
        this.database = database;
    }

    @Override
    public Optional<String> find(String turn, Language language, String version) {
        return database.read(handle -> new TranslationRows(handle).find(turn, language, version));
    }

    @Override
    public void keep(Turn turn, Language language, String version, String translation) {
        database.write(handle -> {
            boolean same = new LogRows(handle)
                    .turn(turn.id())
                    .filter(now -> now.text().equals(turn.text()))
                    .isPresent();
            if (same) {
                new TranslationRows(handle).put(turn.id(), language, version, translation);
            }
            return same;
        });
    }
}
