package io.babeldesk.conversation;

/** What kind of reply a turn of the assistant is. */
public enum ReplyKind {
    ANSWERED,
    ASKED_BACK,
    DECLINED,
    NEEDS_PERSON,
    /** The shopper wanted no answer any more. */
    STOPPED
}
