package io.babeldesk.store;

import io.babeldesk.conversation.Provenance;
import io.babeldesk.conversation.Turn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Looks up what was replied, beside a running service: it only reads and takes no lock. Stateless. */
public final class KeptReplies {

    private KeptReplies() {}

    /** A reply and how it came about. */
    public record Kept(Turn.OfAssistant turn, Provenance provenance) {}

    /**
     * The reply of the assistant under this id; empty if there is none.
     *
     * @throws StoreUnusable if there are no data
     */
    public static Optional<Kept> find(Path dataFolder, String turn) {
        Path file = dataFolder.toAbsolutePath().normalize().resolve("babeldesk.db");
        if (!Files.exists(file)) {
            throw new StoreUnusable(
                    file, "no database", "the one of a Babeldesk that has run", "Name its data folder with --data.");
        }
        return Jdbi.create(new SqliteFile(file).forReading()).withHandle(handle -> {
            LogRows log = new LogRows(handle);
            Optional<Provenance> provenance = log.provenance(turn);
            return log.turn(turn)
                    .filter(Turn.OfAssistant.class::isInstance)
                    .map(Turn.OfAssistant.class::cast)
                    .flatMap(reply -> provenance.map(known -> new Kept(reply, known)));
        });
    }
}
