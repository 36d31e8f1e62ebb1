package io.babeldesk.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key that sessions are signed with. It is made at the first start, and only the service's own user can read it. */
public final class SigningKey {

    private static final int BYTES = 32;
    private static final String FILE = "session.key";

    private final byte[] bytes;

    private SigningKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The key in the data folder, made if there is none. */
    public static SigningKey in(Path data) {
        Path file = data.resolve(FILE);
        try {
            Files.createDirectories(data);
            if (!Files.exists(file)) {
                make(data, file);
            }
            return new SigningKey(read(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read or made. Check the rights of the data folder.", e);
        }
    }

    /** A key of the same length for something else, which tells nothing about this one. */
    public byte[] derived(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC with SHA-256", e);
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    private static byte[] read(Path file) throws IOException {
        try {
            byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
            if (key.length >= BYTES) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            // Told below, together with a key that is too short.
        }
        throw new IOException(file + " does not hold a key of at least " + BYTES
                + " bytes in Base64. Put the backup back, or remove the file: all sessions then start anew.");
    }

    /** Written beside and moved, so that a crash leaves no half a key, and one that another process made first stays. */
    private static void make(Path data, Path file) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Path fresh = Files.createTempFile(data, FILE, ".new", ownerOnly(data));
        try {
            Files.writeString(fresh, Base64.getEncoder().encodeToString(key) + "\n", StandardOpenOption.SYNC);
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException first) {
            return;
        } catch (UnsupportedOperationException noLinks) {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path data) throws IOException {
        boolean posix = Files.getFileStore(data).supportsFileAttributeView("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
