package io.babeldesk.conversation;

import java.util.Optional;

/** The files of all conversations. Safe for use by many threads. */
public interface Attachments {

    /** Keeps a file; when it returns, the file survives the death of the process. */
    void keep(String conversation, Attachment attachment, byte[] content);

    Optional<Attachment> find(String conversation, String id);

    Optional<byte[]> content(String conversation, String id);

    /** How many bytes a conversation holds already. */
    long bytes(String conversation);

    /** Removes all files of a conversation. */
    void erase(String conversation);
}
