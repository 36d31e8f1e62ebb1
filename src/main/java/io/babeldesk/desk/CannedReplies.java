package io.babeldesk.desk;

import io.babeldesk.language.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The canned replies of the desk. Safe for use by many threads. */
public interface CannedReplies {

    /** By shortcut. */
    List<CannedReply> all();

    /** Empty if another has that shortcut. */
    Optional<CannedReply> add(String shortcut, String title, Map<Language, String> texts, Instant now);

    /** What became of a change. */
    enum Change {
        DONE,
        SHORTCUT_TAKEN,
        UNKNOWN
    }

    /** Replaces the one with the same id. */
    Change change(CannedReply reply);

    /** False if there is none. */
    boolean remove(String id);
}
