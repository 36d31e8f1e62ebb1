package io.babeldesk.insight;

import java.util.List;
import java.util.Optional;

/**
 * One of those that a number counts: a conversation, or a turn in it.
 *
 * @param reply of the assistant, where it is one
 * @param response of an agent, where it is one
 * @param value what is measured of it, in milliseconds or as a score; {@link Facts#NEVER} where nothing is
 */
record Item(Facts facts, Optional<Reply> reply, Optional<Response> response, long value) {

    static Item of(Facts facts, long value) {
        return new Item(facts, Optional.empty(), Optional.empty(), value);
    }

    static Item of(Facts facts, Reply reply, long value) {
        return new Item(facts, Optional.of(reply), Optional.empty(), value);
    }

    static Item of(Facts facts, Response response, long value) {
        return new Item(facts, Optional.empty(), Optional.of(response), value);
    }

    Optional<String> turn() {
        return reply.map(Reply::turn).or(() -> response.map(Response::turn));
    }

    String language() {
        return reply.map(Reply::language).orElse(facts.language);
    }

    String market() {
        return reply.map(Reply::market).filter(code -> !code.isEmpty()).orElseGet(facts::market);
    }

    String agent() {
        return response.map(Response::agent).orElse(facts.agent);
    }

    List<String> topics() {
        return reply.map(Reply::topics).orElseGet(facts::topics);
    }
}
