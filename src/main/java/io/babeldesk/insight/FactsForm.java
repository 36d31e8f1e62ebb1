package io.babeldesk.insight;

import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Mark;
import io.babeldesk.conversation.ReplyKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
            out.writeUTF(facts.conversation);
            out.writeLong(facts.begun);
            out.writeUTF(facts.language);
            out.writeUTF(facts.state.name());
            out.writeLong(facts.lastAt);
            out.writeLong(facts.unanswered);
            out.writeInt(facts.returns);
            out.writeLong(facts.withPeopleSince);
            out.writeBoolean(facts.responded);
            out.writeBoolean(facts.firstLate);
            out.writeBoolean(facts.nextLate);
            out.writeBoolean(facts.resolutionLate);
            out.writeLong(facts.handedOver);
            out.writeUTF(facts.reason);
            out.writeLong(facts.waited);
            out.writeBoolean(facts.left);
            out.writeUTF(facts.agent);
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
        byte[] bytes = Base64.getDecoder().decode(text);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Facts facts = new Facts(in.readUTF(), in.readLong(), new ArrayList<>(), new ArrayList<>());
            facts.language = in.readUTF();
            facts.state = ConversationState.valueOf(in.readUTF());
            facts.lastAt = in.readLong();
            facts.unanswered = in.readLong();
            facts.returns = in.readInt();
            facts.withPeopleSince = in.readLong();
            facts.responded = in.readBoolean();
            facts.firstLate = in.readBoolean();
            facts.nextLate = in.readBoolean();
            facts.resolutionLate = in.readBoolean();
            facts.handedOver = in.readLong();
            facts.reason = in.readUTF();
            facts.waited = in.readLong();
            facts.left = in.readBoolean();
            facts.agent = in.readUTF();
            facts.resolvedAt = in.readLong();
            facts.scoreAsked = in.readBoolean();
            facts.score = in.readInt();
            for (int left = in.readInt(); left > 0; left--) {
                facts.replies.add(reply(in));
            }
            for (int left = in.readInt(); left > 0; left--) {
                facts.responses.add(new Response(
                        in.readUTF(), in.readUTF(), in.readLong(), in.readLong(), in.readBoolean(), in.readBoolean()));
            }
            return facts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final List<Optional<Boolean>> RATINGS =
            List.of(Optional.empty(), Optional.of(true), Optional.of(false));
    private static final List<Optional<Mark>> MARKS =
            List.of(Optional.empty(), Optional.of(Mark.WRONG_ANSWER), Optional.of(Mark.SHOULD_HAVE_ANSWERED));

    private static void write(Reply reply, DataOutputStream out) throws IOException {
        out.writeUTF(reply.turn());
        out.writeLong(reply.at());
        out.writeLong(reply.took());
        out.writeUTF(reply.kind().name());
        out.writeUTF(reply.language());
        out.writeUTF(reply.market());
        out.writeDouble(reply.confidence());
        out.writeInt(reply.topics().size());
        for (String topic : reply.topics()) {
            out.writeUTF(topic);
        }
        out.writeByte(RATINGS.indexOf(reply.helpful()));
        out.writeByte(MARKS.indexOf(reply.mark()));
    }

    private static Reply reply(DataInputStream in) throws IOException {
        return new Reply(
                in.readUTF(),
                in.readLong(),
                in.readLong(),
                ReplyKind.valueOf(in.readUTF()),
                in.readUTF(),
                in.readUTF(),
                in.readDouble(),
                topics(in),
                RATINGS.get(in.readByte()),
                MARKS.get(in.readByte()));
    }

    private static List<String> topics(DataInputStream in) throws IOException {
        List<String> topics = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            topics.add(in.readUTF());
        }
        return List.copyOf(topics);
    }

    private static void write(Response response, DataOutputStream out) throws IOException {
        out.writeUTF(response.turn());
        out.writeUTF(response.agent());
        out.writeLong(response.at());
        out.writeLong(response.took());
        out.writeBoolean(response.first());
        out.writeBoolean(response.late());
    }
}
