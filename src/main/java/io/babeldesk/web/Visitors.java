package io.babeldesk.web;

import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Turn;
import io.babeldesk.settings.Limit;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Locale;

/** Knows who a request comes from, what is hers, and how often she may ask. */
final class Visitors {

    private final Tokens tokens;
    private final Conversations conversations;
    private final Limits limits;
    private final Proxies proxies;
    private final Clock clock;

    Visitors(Tokens tokens, Conversations conversations, Limits limits, Proxies proxies, Clock clock) {
        this.tokens = tokens;
        this.conversations = conversations;
        this.limits = limits;
        this.proxies = proxies;
        this.clock = clock;
    }

    /** For what needs no session: counted by the caller's address. */
    void admitAnyone(Context ctx, Limit limit) {
        limits.take(ctx, limit, proxies.limitKeyOf(ctx));
    }

    /** @throws Problem without a good token, if its shopper is gone, or if she has asked too often */
    Tokens.Session admit(Context ctx, Limit limit) {
        Tokens.Session session = tokens.read(bearer(ctx));
        session.locale().ifPresent(locale -> CallerLanguage.note(ctx, locale));
        if (conversations.shopper(session.shopper()).isEmpty()) {
            throw Problem.of(ProblemCode.TOKEN_INVALID);
        }
        limits.take(ctx, limit, session.shopper());
        return session;
    }

    /** As {@link #admit}, and not if she is kept out. */
    Tokens.Session admitUnlessBlocked(Context ctx, Limit limit) {
        Tokens.Session session = admit(ctx, limit);
        if (conversations.blocked(session.shopper(), clock.instant()).isPresent()) {
            throw Problem.of(ProblemCode.BLOCKED);
        }
        return session;
    }

    /** Whether a request that began long ago would still be let in: its token is good, its shopper not erased. */
    boolean isStillAdmitted(Context ctx) {
        try {
            return conversations.shopper(tokens.read(bearer(ctx)).shopper()).isPresent();
        } catch (Problem over) {
            return false;
        }
    }

    /** Her conversation that the path names. Somebody else's is as unknown to her as one that never was. */
    Conversation conversation(Context ctx, Tokens.Session session) {
        return conversations
                .find(ctx.pathParam("conversation"))
                .filter(conversation -> conversation.shopper().equals(session.shopper()))
                .orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_CONVERSATION));
    }

    /** The turn in one of her conversations that the path names. */
    Turn message(Context ctx, Tokens.Session session) {
        String turn = ctx.pathParam("message");
        return conversations
                .conversationOf(turn)
                .filter(conversation -> conversation.shopper().equals(session.shopper()))
                .flatMap(conversation -> conversations.turn(turn))
                .orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_MESSAGE));
    }

    /** The network address that she writes from, as limits count it. */
    String addressOf(Context ctx) {
        return proxies.limitKeyOf(ctx);
    }

    private static String bearer(Context ctx) {
        String header = ctx.header("Authorization");
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
            throw Problem.of(ProblemCode.TOKEN_MISSING);
        }
        return header.substring("bearer ".length()).strip();
    }
}
