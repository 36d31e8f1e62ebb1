package io.babeldesk.insight;

import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Mark;
import io.babeldesk.conversation.ReplyKind;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Facts as bytes in Base64, in the order of their fields. They are derived from the log, so another form needs no migration: its
 * number grows, and the log is read again. Stateless.
 */
final class FactsForm {

    /** To be raised whenever the bytes, or what they say of the same log, change. */
    static final int NUMBER = 1;

    private FactsForm() {}

    static String write(Facts facts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(facts.conversation, out);
            out.writeLong(facts.begun);
            write(facts.language, out);
            write(facts.state.name(), out);
            out.writeLong(facts.lastAt);
            out.writeLong(facts.unanswered);
            out.writeInt(facts.returns);
            out.writeLong(facts.withPeopleSince);
            out.writeBoolean(facts.responded);
            out.writeBoolean(facts.firstLate);
            out.writeBoolean(facts.nextLate);
            out.writeBoolean(facts.resolutionLate);
            out.writeLong(facts.handedOver);
            write(facts.reason, out);
            out.writeLong(facts.waited);
            out.writeBoolean(facts.left);
            write(facts.agent, out);
            out.writeLong(facts.resolvedAt);
            out.writeBoolean(facts.scoreAsked);
            out.writeInt(facts.score);
            out.writeInt(facts.replies.size());
            for (Reply reply : facts.replies) {
                write(reply, out);
            }
            out.writeInt(facts.responses.size());
            for (Response response : facts.responses) {
                write(response, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    static Facts read(String text) {
        ByteBuffer in = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        Facts facts = new Facts(text(in), in.getLong(), new ArrayList<>(), new ArrayList<>());
        facts.language = text(in);
        facts.state = ConversationState.valueOf(text(in));
        facts.lastAt = in.getLong();
        facts.unanswered = in.getLong();
        facts.returns = in.getInt();
        facts.withPeopleSince = in.getLong();
        facts.responded = in.get() != 0;
        facts.firstLate = in.get() != 0;
        facts.nextLate = in.get() != 0;
        facts.resolutionLate = in.get() != 0;
        facts.handedOver = in.getLong();
        facts.reason = text(in);
        facts.waited = in.getLong();
        facts.left = in.get() != 0;
        facts.agent = text(in);
        facts.resolvedAt = in.getLong();
        facts.scoreAsked = in.get() != 0;
        facts.score = in.getInt();
        for (int left = in.getInt(); left > 0; left--) {
            facts.replies.add(reply(in));
        }
        for (int left = in.getInt(); left > 0; left--) {
            facts.responses.add(
                    new Response(text(in), text(in), in.getLong(), in.getLong(), in.get() != 0, in.get() != 0));
        }
        return facts;
    }

    private static final List<Optional<Boolean>> RATINGS =
            List.of(Optional.empty(), Optional.of(true), Optional.of(false));
    private static final List<Optional<Mark>> MARKS =
            List.of(Optional.empty(), Optional.of(Mark.WRONG_ANSWER), Optional.of(Mark.SHOULD_HAVE_ANSWERED));

    /** Its length in two bytes, and UTF-8. */
    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[Short.toUnsignedInt(in.getShort())];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void write(Reply reply, DataOutputStream out) throws IOException {
        write(reply.turn(), out);
        out.writeLong(reply.at());
        out.writeLong(reply.took());
        write(reply.kind().name(), out);
        write(reply.language(), out);
        write(reply.market(), out);
        out.writeDouble(reply.confidence());
        out.writeInt(reply.topics().size());
        for (String topic : reply.topics()) {
            write(topic, out);
        }
        out.writeByte(RATINGS.indexOf(reply.helpful()));
        out.writeByte(MARKS.indexOf(reply.mark()));
    }

    private static Reply reply(ByteBuffer in) {
        return new Reply(
                text(in),
                in.getLong(),
                in.getLong(),
                ReplyKind.valueOf(text(in)),
                text(in),
                text(in),
                in.getDouble(),
                topics(in),
                RATINGS.get(in.get()),
                MARKS.get(in.get()));
    }

    private static List<String> topics(ByteBuffer in) {
        List<String> topics = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            topics.add(text(in));
        }
        return List.copyOf(topics);
    }

    private static void write(Response response, DataOutputStream out) throws IOException {
        write(response.turn(), out);
        write(response.agent(), out);
        out.writeLong(response.at());
        out.writeLong(response.took());
        out.writeBoolean(response.first());
        out.writeBoolean(response.late());
    }
}
