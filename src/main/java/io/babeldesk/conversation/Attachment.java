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
 */
public record Attachment(
        String id, String name, String type, int bytes, int width, int height, String address, String alt) {

    public Attachment described(String words) {
        return new Attachment(id, name, type, bytes, width, height, address, words);
    }
}
