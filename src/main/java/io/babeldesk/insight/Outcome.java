package io.babeldesk.insight;

/** What came of a conversation. Each has exactly one. */
enum Outcome {
    /** Only the assistant was in it, and the shopper said that she was helped. */
    CONFIRMED,
    /** Only the assistant was in it, its last reply was an answer, and nobody came back. */
    ASSUMED,
    /** A person was asked for, or stepped in. */
    HANDED_OVER,
    /** Only the assistant was in it, and it did not help. */
    UNRESOLVED,
    /** Only the assistant is in it, and it may go on. */
    ONGOING
}
