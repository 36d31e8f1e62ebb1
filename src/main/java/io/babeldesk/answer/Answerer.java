package io.babeldesk.answer;

/** Finds the reply to a question. Implementations are safe for use by many threads and do not throw on any text. */
@FunctionalInterface
public interface Answerer {

    Reply answer(Question question);

    /** As {@link #answer(Question)}, for one who listens while the reply is made. */
    default Reply answer(Question question, Hearing hearing) {
        return answer(question);
    }
}
