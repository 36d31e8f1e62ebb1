package io.babeldesk.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds all that a Babeldesk knows, in the use of one process at a time. The operating system ends the
 * lock with the process, however that ends. Not for use by many threads.
 */
final class DataFolder implements AutoCloseable {

    private static final String ANOTHER = "Or name another folder with --data.";

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** @throws StoreUnusable if it cannot be written, or another process uses it */
    static DataFolder open(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        if (Files.exists(absolute) && !Files.isDirectory(absolute)) {
            throw new StoreUnusable(absolute, "a file", "a folder for the data", "Move the file away. " + ANOTHER);
        }
        try {
            Files.createDirectories(absolute);
        } catch (IOException e) {
            throw unwritable(absolute, e);
        }
        return lock(absolute);
    }

    Path database() {
        return folder.resolve("babeldesk.db");
    }

    private static DataFolder lock(Path folder) {
        Path file = folder.resolve("babeldesk.lock");
        FileChannel channel;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
        try {
            if (tryLock(channel) == null) {
                String holder = read(channel);
                channel.close();
                throw inUse(folder, holder);
            }
            write(channel, "process " + ProcessHandle.current().pid());
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
        return new DataFolder(folder, channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer name = ByteBuffer.allocate(40);
        channel.read(name, 0);
        return StandardCharsets.UTF_8.decode(name.flip()).toString().strip();
    }

    private static void write(FileChannel channel, String name) throws IOException {
        channel.truncate(0);
        channel.write(StandardCharsets.UTF_8.encode(name), 0);
    }

    private static StoreUnusable inUse(Path folder, String holder) {
        return new StoreUnusable(
                folder,
                "the folder in use by " + (holder.isEmpty() ? "another process" : holder),
                "a folder that no running Babeldesk uses",
                "Stop that process. " + ANOTHER);
    }

    private static StoreUnusable unwritable(Path folder, IOException cause) {
        String reason = cause instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : cause.getClass().getSimpleName();
        return new StoreUnusable(
                folder,
                "a folder that cannot be written (" + reason + ")",
                "a folder that this user may create and write",
                "Give " + System.getProperty("user.name") + " the right to write there. " + ANOTHER,
                cause);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new IllegalStateException("the lock of " + folder + " could not be given back", e);
        }
    }
}
