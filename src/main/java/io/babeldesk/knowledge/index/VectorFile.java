package io.babeldesk.knowledge.index;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A model's vectors on disk, so that a start embeds only what is new: a head, then records of one length, each with a
 * check sum. Several processes may add to it; what one of them loses by that is embedded again.
 */
final class VectorFile {

    /** Changes with the form of the file. */
    private static final long HEAD = 0x4244_5645_4354_0001L;

    private static final int HEAD_BYTES = Long.BYTES + Integer.BYTES;
    private static final int MOST_DIMENSIONS = 16_384;

    private final Path file;

    VectorFile(Path file) {
        this.file = file;
    }

    /**
     * All vectors, none where there is no file.
     *
     * @throws IOException if it cannot be read, or is not as it was written
     */
    Map<Fingerprint, float[]> read() throws IOException {
        Map<Fingerprint, float[]> vectors = new HashMap<>();
        if (!Files.exists(file)) {
            return vectors;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            long size = Files.size(file);
            if (size < HEAD_BYTES || in.readLong() != HEAD) {
                throw new IOException("not a file of vectors");
            }
            int dimensions = in.readInt();
            if (dimensions < 1 || dimensions > MOST_DIMENSIONS || (size - HEAD_BYTES) % recordBytes(dimensions) != 0) {
                throw new IOException("cut off or mixed up");
            }
            byte[] bytes = new byte[recordBytes(dimensions)];
            for (long rest = (size - HEAD_BYTES) / bytes.length; rest > 0; rest--) {
                in.readFully(bytes);
                ByteBuffer record = ByteBuffer.wrap(bytes);
                Fingerprint line = new Fingerprint(record.getLong(), record.getLong());
                float[] vector = new float[dimensions];
                for (int i = 0; i < dimensions; i++) {
                    vector[i] = record.getFloat();
                }
                if (record.getInt() != sum(bytes)) {
                    throw new IOException("damaged");
                }
                vectors.put(line, vector);
            }
        }
        return vectors;
    }

    /** Adds vectors; where there is no file yet, makes one. */
    void add(Map<Fingerprint, float[]> vectors) throws IOException {
        if (!Files.exists(file)) {
            replace(vectors);
            return;
        }
        // In one piece at the end of the file, wherever another process has put that meanwhile.
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
            write(records(vectors), channel);
        }
    }

    /** Puts these vectors in the place of all that there were. */
    void replace(Map<Fingerprint, float[]> vectors) throws IOException {
        if (vectors.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.createDirectories(fresh.toAbsolutePath().getParent());
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            int dimensions = vectors.values().iterator().next().length;
            ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
            write(head.putLong(HEAD).putInt(dimensions).flip(), channel);
            write(records(vectors), channel);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(ByteBuffer bytes, FileChannel channel) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static ByteBuffer records(Map<Fingerprint, float[]> vectors) {
        int length = recordBytes(vectors.values().iterator().next().length);
        ByteBuffer all = ByteBuffer.allocate(Math.multiplyExact(length, vectors.size()));
        vectors.forEach((line, vector) -> {
            ByteBuffer record =
                    ByteBuffer.allocate(length).putLong(line.first()).putLong(line.second());
            for (float one : vector) {
                record.putFloat(one);
            }
            all.put(record.putInt(sum(record.array())).flip());
        });
        return all.flip();
    }

    private static int recordBytes(int dimensions) {
        return 2 * Long.BYTES + dimensions * Float.BYTES + Integer.BYTES;
    }

    /** Of all of a record but the sum itself. */
    private static int sum(byte[] record) {
        CRC32 sum = new CRC32();
        sum.update(record, 0, record.length - Integer.BYTES);
        return (int) sum.getValue();
    }
}
