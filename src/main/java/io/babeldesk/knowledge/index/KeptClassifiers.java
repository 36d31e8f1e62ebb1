package io.babeldesk.knowledge.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Classifiers in files, so that each is learned once. Files are derived from the knowledge base's lines and can be removed at any
 * time; several processes may read and replace them at once. A damaged file, or one of other lines or another program, is as good as
 * none.
 */
final class KeptClassifiers {

    private static final Logger LOG = LoggerFactory.getLogger(KeptClassifiers.class);

    static final String ENDING = ".classifier";

    private static final String FORMAT = "QuestionClassifier";
    private static final int VERSION = 1;

    private final Path folder;
    private final String program;

    /**
     * @param folder made when there is something to keep
     * @param program names the code that learns, since other code may learn otherwise
     */
    KeptClassifiers(Path folder, String program) {
        this.folder = folder;
        this.program = program;
    }

    /** Whether there is one, as far as its head tells. */
    boolean has(String name, Fingerprint from) {
        return open(name, from, in -> true).isPresent();
    }

    /** @param from what it was learned from */
    Optional<QuestionClassifier> read(String name, Fingerprint from) {
        return open(name, from, in -> {
            long begin = in.getFilePointer();
            CodecUtil.checksumEntireFile(in);
            in.seek(begin);
            return QuestionClassifier.read(in);
        });
    }

    private interface Reading<T> {
        T of(IndexInput file) throws IOException;
    }

    private <T> Optional<T> open(String name, Fingerprint from, Reading<T> reading) {
        if (!Files.exists(folder.resolve(name + ENDING))) {
            return Optional.empty();
        }
        try (Directory files = open();
                IndexInput in = files.openInput(name + ENDING, IOContext.READONCE)) {
            CodecUtil.checkHeader(in, FORMAT, VERSION, VERSION);
            return in.readString().equals(key(from)) ? Optional.of(reading.of(in)) : Optional.empty();
        } catch (IOException e) {
            LOG.warn("the kept classifier {} cannot be read, it is learned anew: {}", name, e.toString());
            return Optional.empty();
        }
    }

    /** A disk that is full costs the next start some time, and nothing else. */
    void write(String name, Fingerprint from, QuestionClassifier classifier) {
        try (Directory files = open()) {
            String fresh;
            try (IndexOutput out = files.createTempOutput(name, "new", IOContext.DEFAULT)) {
                fresh = out.getName();
                CodecUtil.writeHeader(out, FORMAT, VERSION);
                out.writeString(key(from));
                classifier.write(out);
                CodecUtil.writeFooter(out);
            }
            files.rename(fresh, name + ENDING);
        } catch (IOException e) {
            LOG.warn("the classifier {} cannot be kept, the next start learns it again: {}", name, e.toString());
        }
    }

    /** Files are replaced as a whole, so that nothing has to be locked. */
    private Directory open() throws IOException {
        return new NIOFSDirectory(folder, NoLockFactory.INSTANCE);
    }

    private String key(Fingerprint from) {
        return program + " " + from;
    }
}
