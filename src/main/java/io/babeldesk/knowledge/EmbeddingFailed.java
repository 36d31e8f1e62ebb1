package io.babeldesk.knowledge;

/** There are no vectors to be had; whoever wanted them goes on without. */
public final class EmbeddingFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EmbeddingFailed(String what) {
        super(what);
    }

    public EmbeddingFailed(String what, Throwable cause) {
        super(what, cause);
    }
}
