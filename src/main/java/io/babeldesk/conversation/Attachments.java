package io.babeldesk.conversation;

import java.time.Instant;
import java.util.Optional;

/** The files of all conversations. Safe for use by many threads. */
public interface Attachments {

    /** Keeps a file that no message names yet; when it returns, the file survives the death of the process. */
    void keep(String conversation, Attachment attachment, byte[] content, Instant at);

    /** A message is about to name the file: from now on it stays as long as its conversation. */
    Optional<Attachment> send(String conversation, String id);

    /** Removes what was kept before that time and no message named. */
    void removeUnsent(Instant before);

    Optional<Attachment> find(String conversation, String id);

    Optional<byte[]> content(String conversation, String id);

    /** How many bytes a conversation holds already. */
    long bytes(String conversation);

    /** Removes one file of a conversation; without effect if there is none. */
    void remove(String conversation, String id);

    /** Removes all files of a conversation. */
    void erase(String conversation);
}
