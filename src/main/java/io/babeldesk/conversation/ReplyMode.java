package io.babeldesk.conversation;

/** Whose words a reply is in: the shop's own passage, or a language model's. */
public enum ReplyMode {
    PASSAGE,
    MODEL
}
