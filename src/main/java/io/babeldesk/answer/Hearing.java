package io.babeldesk.answer;

/** Whoever listens while a reply is being made. Safe for use by many threads; must return at once and not throw. */
public interface Hearing {

    /** The next piece of the reply's plain text; whole judged sentences. */
    void say(String text);

    /** Whether nothing more is wanted: the shopper has stopped it, has left, or has written something else. */
    boolean isOver();

    /** Nobody listens until the reply is complete. */
    Hearing NOBODY = new Hearing() {
        @Override
        public void say(String text) {}

        @Override
        public boolean isOver() {
            return false;
        }
    };
}
