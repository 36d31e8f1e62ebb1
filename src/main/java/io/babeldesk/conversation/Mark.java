package io.babeldesk.conversation;

/** What an agent says of a reply of the assistant. */
public enum Mark {
    /** It answered, and wrongly. */
    WRONG_ANSWER,
    /** It did not answer, though the knowledge base has the answer. */
    SHOULD_HAVE_ANSWERED;

    /** Whether it can be said of a reply of this kind. */
    public boolean fits(ReplyKind kind) {
        return switch (kind) {
            case ANSWERED -> this == WRONG_ANSWER;
            case ASKED_BACK, DECLINED, NEEDS_PERSON -> this == SHOULD_HAVE_ANSWERED;
            case STOPPED -> false;
        };
    }
}
