package io.babeldesk.conversation;

/**
 * A file that a shopper added to a conversation.
 *
 * @param id {@code fil_…}
 * @param name as her device calls it
 * @param type the media type of its content, whatever its name says
 * @param bytes its size
 * @param width in pixels; 0 for what is no picture
 * @param height in pixels; 0 for what is no picture
 * @param address below {@code /files/}: with a key that nobody can guess, as pictures in a page send no token
 * @param alt what it shows, in her words; may be empty
 * @param check why it may be opened, or why not
 */
public record Attachment(
        String id,
        String name,
        String type,
        int bytes,
        int width,
        int height,
        String address,
        String alt,
        Check check) {

    /** What was done to make sure that a file does no harm. */
    public enum Check {
        /** A picture, of which nothing but what is seen came along. */
        REDRAWN,
        /** Kept as it came, and no virus was found. */
        SCANNED,
        /** Kept as it came, and nobody looked. */
        UNSCANNED
    }

    public Attachment described(String words) {
        return new Attachment(id, name, type, bytes, width, height, address, words, check);
    }
}
