package io.babeldesk.web;

import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Conversations.Page;
import io.babeldesk.conversation.Turn;
import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
import io.babeldesk.language.MomentWording;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A conversation from its first word to its last. */
final class Transcripts {

    private static final int PAGE = 200;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Conversations conversations;
    private final Messages messages;
    private final Supplier<String> shopName;

    Transcripts(Conversations conversations, Messages messages, Supplier<String> shopName) {
        this.conversations = conversations;
        this.messages = messages;
        this.shopName = shopName;
    }

    List<WireTurns.Message> messages(Conversation conversation) {
        return turns(conversation).stream().map(WireTurns::of).toList();
    }

    /** UTF-8 with a byte order mark, by which old editors know it; authors and times are said in its language. */
    byte[] text(Conversation conversation, ZoneId zone) {
        StringBuilder out = new StringBuilder().append(BYTE_ORDER_MARK);
        for (Turn turn : turns(conversation)) {
            out.append(MomentWording.say(turn.createdAt(), zone, conversation.language()))
                    .append("  ")
                    .append(author(turn, conversation.language()))
                    .append('\n')
                    .append(turn.text())
                    .append("\n\n");
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String author(Turn turn, Language language) {
        return switch (turn) {
            case Turn.OfShopper shopper -> messages.say(language, "transcript.shopper");
            case Turn.OfAssistant assistant ->
                messages.say(language, "transcript.assistant", Map.of("shop", shopName.get()));
            case Turn.OfAgent agent -> agent.agent().name();
            case Turn.OfNote note -> note.agent().name();
            case Turn.OfSystem system -> shopName.get();
        };
    }

    private List<Turn> turns(Conversation conversation) {
        List<Turn> all = new ArrayList<>();
        long after = 0;
        List<Turn> page;
        do {
            page = conversations.turns(conversation.id(), new Page(Optional.of(after), Optional.empty(), PAGE));
            all.addAll(page);
            after = page.isEmpty() ? after : page.getLast().seq();
        } while (page.size() == PAGE);
        return all;
    }
}
