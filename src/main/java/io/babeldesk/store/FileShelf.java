package io.babeldesk.store;

import io.babeldesk.conversation.Attachment;
import io.babeldesk.conversation.Attachments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files in a folder of their own for each conversation: the content, and beside it what is known of it. What has no such
 * note was never finished, and is not there. What no message names yet lies in such folders of its own. Nothing that a
 * shopper wrote becomes part of a path.
 */
public final class FileShelf implements Attachments {

    private static final Pattern ID = Pattern.compile("[a-z]{3}_[0-9a-zA-Z-]{1,80}");
    private static final String NOTE = ".json";

    private final Path sent;
    private final Path unsent;

    /** @param data the data folder */
    public FileShelf(Path data) {
        this.sent = data.resolve("files");
        this.unsent = sent.resolve("unsent");
    }

    @Override
    public synchronized void keep(String conversation, Attachment attachment, byte[] bytes, Instant at) {
        Path shelf = unsent.resolve(conversation);
        Path content = shelf.resolve(attachment.id());
        Path note = shelf.resolve(attachment.id() + NOTE);
        try {
            Files.createDirectories(shelf);
            write(content, bytes);
            write(note, JsonText.of(JsonTurns.of(attachment)).getBytes(StandardCharsets.UTF_8));
            for (Path file : List.of(content, note)) {
                Files.setLastModifiedTime(file, FileTime.from(at));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(shelf + " cannot be written", e);
        }
    }

    @Override
    public synchronized Optional<Attachment> send(String conversation, String id) {
        Optional<Attachment> known = find(conversation, id);
        Path from = unsent.resolve(conversation);
        if (known.isPresent() && Files.exists(from.resolve(id + NOTE))) {
            Path to = sent.resolve(conversation);
            try {
                Files.createDirectories(to);
                for (String ending : List.of("", NOTE)) {
                    Files.move(from.resolve(id + ending), to.resolve(id + ending), StandardCopyOption.ATOMIC_MOVE);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(to + " cannot be written", e);
            }
        }
        return known;
    }

    @Override
    public synchronized void removeUnsent(Instant before) {
        for (Path shelf : list(unsent)) {
            try {
                for (Path file : list(shelf)) {
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                        Files.delete(file);
                    }
                }
                if (list(shelf).isEmpty()) {
                    Files.delete(shelf);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(shelf + " cannot be cleared", e);
            }
        }
    }

    @Override
    public Optional<Attachment> find(String conversation, String id) {
        return read(conversation, id, NOTE)
                .map(bytes -> JsonTurns.attachment(JsonText.read(new String(bytes, StandardCharsets.UTF_8))));
    }

    @Override
    public Optional<byte[]> content(String conversation, String id) {
        return find(conversation, id).flatMap(known -> read(conversation, id, ""));
    }

    @Override
    public long bytes(String conversation) {
        long sum = 0;
        for (Path shelf : shelves(conversation)) {
            for (Path file : list(shelf)) {
                sum += file.toFile().length();
            }
        }
        return sum;
    }

    @Override
    public synchronized void remove(String conversation, String id) {
        for (Path shelf : shelves(conversation)) {
            for (Path file : list(shelf)) {
                String name = file.getFileName().toString();
                if (name.equals(id) || name.startsWith(id + ".")) {
                    try {
                        Files.delete(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(file + " cannot be removed", e);
                    }
                }
            }
        }
    }

    @Override
    public synchronized void erase(String conversation) {
        for (Path shelf : shelves(conversation)) {
            try {
                for (Path file : list(shelf)) {
                    Files.delete(file);
                }
                Files.deleteIfExists(shelf);
            } catch (IOException e) {
                throw new UncheckedIOException(shelf + " cannot be removed", e);
            }
        }
    }

    private Optional<byte[]> read(String conversation, String id, String ending) {
        if (!ID.matcher(conversation).matches() || !ID.matcher(id).matches()) {
            return Optional.empty();
        }
        for (Path shelf : shelves(conversation)) {
            Path file = shelf.resolve(id + ending);
            try {
                if (Files.isRegularFile(file)) {
                    return Optional.of(Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be read", e);
            }
        }
        return Optional.empty();
    }

    /** In the order in which a file goes through them, so that none is missed on its way. */
    private List<Path> shelves(String conversation) {
        return List.of(unsent.resolve(conversation), sent.resolve(conversation));
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }

    /** Written beside and moved, so that a crash leaves no half a file. */
    private static void write(Path file, byte[] content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(
                fresh,
                content,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
