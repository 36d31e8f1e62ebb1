package io.babeldesk.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who did what. Entries are added and read; nothing changes or removes one. Safe for use by many threads. */
public interface AuditLog {

    AuditEntry add(Instant at, String actor, String action, String subject, String detail);

    /**
     * The newest first.
     *
     * @param before only entries with smaller numbers
     */
    List<AuditEntry> page(Optional<Long> before, int limit);
}
