package io.babeldesk.store;

import io.babeldesk.language.Language;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What a machine made of turns in other languages, one a turn and language. */
record TranslationRows(Handle handle) {

    Optional<String> find(String turn, Language language, String version) {
        return handle.createQuery("""
                        SELECT text FROM turn_translation
                        WHERE turn = :turn AND language = :language AND version = :version
                        """)
                .bind("turn", turn)
                .bind("language", language.code())
                .bind("version", version)
                .mapTo(String.class)
                .findOne();
    }

    void put(String turn, Language language, String version, String text) {
        handle.createUpdate("""
                        INSERT INTO turn_translation (turn, language, version, text)
                        VALUES (:turn, :language, :version, :text)
                        ON CONFLICT (turn, language) DO UPDATE SET version = excluded.version, text = excluded.text
                        """)
                .bind("turn", turn)
                .bind("language", language.code())
                .bind("version", version)
                .bind("text", text)
                .execute();
    }

    void forget(String turn) {
        handle.createUpdate("DELETE FROM turn_translation WHERE turn = :turn")
                .bind("turn", turn)
                .execute();
    }
}
