package io.babeldesk.store;

import io.babeldesk.conversation.Attachment;
import io.babeldesk.conversation.Attachments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Files in a folder of their own for each conversation: the content, and beside it what is known of it. What has no such
 * note was never finished, and is not there. Nothing that a shopper wrote becomes part of a path.
 */
public final class FileShelf implements Attachments {

    private static final Pattern ID = Pattern.compile("[a-z]{3}_[0-9a-zA-Z-]{1,80}");
    private static final String NOTE = ".json";

    private final Path folder;

    /** @param data the data folder */
    public FileShelf(Path data) {
        this.folder = data.resolve("files");
    }

    @Override
    public void keep(String conversation, Attachment attachment, byte[] content) {
        Path shelf = shelf(conversation);
        try {
            Files.createDirectories(shelf);
            write(shelf.resolve(attachment.id()), content);
            write(
                    shelf.resolve(attachment.id() + NOTE),
                    JsonText.of(JsonTurns.of(attachment)).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(shelf + " cannot be written", e);
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
        Path shelf = shelf(conversation);
        if (!Files.isDirectory(shelf)) {
            return 0;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(shelf)) {
            long sum = 0;
            for (Path file : files) {
                sum += Files.size(file);
            }
            return sum;
        } catch (IOException e) {
            throw new UncheckedIOException(shelf + " cannot be read", e);
        }
    }

    @Override
    public void erase(String conversation) {
        Path shelf = shelf(conversation);
        if (!Files.isDirectory(shelf)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(shelf)) {
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(shelf);
        } catch (IOException e) {
            throw new UncheckedIOException(shelf + " cannot be removed", e);
        }
    }

    private Optional<byte[]> read(String conversation, String id, String ending) {
        if (!ID.matcher(conversation).matches() || !ID.matcher(id).matches()) {
            return Optional.empty();
        }
        Path file = shelf(conversation).resolve(id + ending);
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private Path shelf(String conversation) {
        return folder.resolve(conversation);
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
