package io.babeldesk.knowledge.index;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index of words in one file, so that a start analyses only what has changed since. The file is derived and can be
 * removed at any time; several processes may read and replace it at once. It holds the knowledge base's words alone. A
 * file of another program, or a damaged one, is as good as none.
 */
final class KeptIndex {

    private static final Logger LOG = LoggerFactory.getLogger(KeptIndex.class);

    static final String FILE = "words.zip";

    private static final String CONTENT = "content";
    private static final String PROGRAM = "program";
    private static final String GLOSSARY = "glossary";
    /** Before the key of a translation. */
    private static final String TRANSLATION = "translation ";

    private final Path file;
    private final String program;

    /**
     * What an index holds, by fingerprint.
     *
     * @param glossary what all translations were analysed with
     * @param translations by key
     */
    record Content(Fingerprint glossary, Map<String, Fingerprint> translations) {
        static final Content NONE = new Content(Fingerprint.of(""), Map.of());
    }

    /**
     * @param file made when there is something to keep
     * @param program names the code and the libraries that analyse, since others may analyse otherwise
     */
    KeptIndex(Path file, String program) {
        this.file = file;
        this.program = program;
    }

    /** Copies the kept index into an empty directory and says what it holds; empty, and nothing is copied, without one. */
    Optional<Content> read(Directory into) {
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            zip.getNextEntry();
            Properties written = new Properties();
            written.load(zip);
            if (!program.equals(written.getProperty(PROGRAM))) {
                return Optional.empty();
            }
            Content content = content(written);
            // The end of each entry compares its check sum.
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                try (IndexOutput out = into.createOutput(entry.getName(), IOContext.DEFAULT)) {
                    byte[] bytes = zip.readAllBytes();
                    out.writeBytes(bytes, bytes.length);
                }
            }
            if (!Set.of(into.listAll())
                    .containsAll(SegmentInfos.readLatestCommit(into).files(true))) {
                throw new EOFException("some of its files are missing");
            }
            return Optional.of(content);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("the kept index cannot be read, all is indexed anew: {}", e.toString());
            empty(into);
            return Optional.empty();
        }
    }

    private static Content content(Properties written) {
        Map<String, Fingerprint> translations = new HashMap<>();
        for (String name : written.stringPropertyNames()) {
            if (name.startsWith(TRANSLATION)) {
                translations.put(name.substring(TRANSLATION.length()), Fingerprint.parse(written.getProperty(name)));
            }
        }
        return new Content(Fingerprint.parse(written.getProperty(GLOSSARY, "")), translations);
    }

    private static void empty(Directory directory) {
        try {
            for (String name : directory.listAll()) {
                directory.deleteFile(name);
            }
        } catch (IOException e) {
            throw new IllegalStateException("what was copied to the heap cannot be removed from it", e);
        }
    }

    /** Keeps the last commit of an index. A disk that is full costs the next start some time, and nothing else. */
    void write(Directory index, Content content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "index", ".new");
            try {
                try (OutputStream out = Files.newOutputStream(fresh)) {
                    write(index, content, out);
                }
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            LOG.warn("the index cannot be kept, the next start makes it again: {}", e.toString());
        }
    }

    private void write(Directory index, Content content, OutputStream out) throws IOException {
        Properties written = new Properties();
        written.setProperty(PROGRAM, program);
        written.setProperty(GLOSSARY, content.glossary().toString());
        content.translations()
                .forEach((key, fingerprint) -> written.setProperty(TRANSLATION + key, fingerprint.toString()));
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out))) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry(CONTENT));
            written.store(zip, null);
            for (String name : SegmentInfos.readLatestCommit(index).files(true)) {
                zip.putNextEntry(new ZipEntry(name));
                try (IndexInput in = index.openInput(name, IOContext.READONCE)) {
                    byte[] bytes = new byte[Math.toIntExact(in.length())];
                    in.readBytes(bytes, 0, bytes.length);
                    zip.write(bytes);
                }
            }
        }
    }
}
