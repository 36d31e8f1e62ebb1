package io.babeldesk.handoff;

import io.babeldesk.answer.OwnWords;
import io.babeldesk.conversation.Block;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.PlainText;
import io.babeldesk.conversation.Suggestion;
import io.babeldesk.knowledge.HandoffRules;
import io.babeldesk.knowledge.HoursWording;
import io.babeldesk.knowledge.Shop;
import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a shopper is told of a handoff, in her language. Stateless; safe for use by many threads. */
final class HandoffWords {

    private final Messages messages;
    private final HoursWording hours;
    private final OwnWords ownWords;

    HandoffWords(Messages messages) {
        this.messages = messages;
        this.hours = new HoursWording(messages);
        this.ownWords = new OwnWords(messages);
    }

    /** That she is in the queue, and when somebody comes: soon, or when the shop opens. */
    List<Block> queued(Language language, Shop shop, boolean anyonePresent, Instant now) {
        BusinessHours business = new BusinessHours(shop.hours());
        if (business.isOpen(now) && anyonePresent) {
            return PlainText.paragraph(messages.say(language, "handoff.queued"));
        }
        String key = business.isOpen(now) ? "handoff.queued-busy" : "handoff.queued-closed";
        return PlainText.paragraph(messages.say(
                language,
                key,
                Map.of(
                        "when",
                        business.opening(now)
                                .map(open -> hours.when(open, shop.hours().zone(), language))
                                .orElse(""))));
    }

    /** How people are reached outside of the chat. */
    List<Block> otherwise(Language language, Shop shop) {
        return ownWords.askedPerson(language, shop);
    }

    /** The fixed text for somebody who may harm herself, a paragraph a line; and that people are told, if they are. */
    List<Block> help(HandoffRules.Help help, Language language, Optional<Market> market, boolean told) {
        List<Block> blocks = new ArrayList<>();
        Arrays.stream(help.say(language, market).split("\n", -1))
                .filter(line -> !line.isBlank())
                .forEach(line -> blocks.addAll(PlainText.paragraph(line.strip())));
        if (told) {
            blocks.addAll(PlainText.paragraph(messages.say(language, "handoff.team-told")));
        }
        return List.copyOf(blocks);
    }

    List<Block> offer(Language language) {
        return PlainText.paragraph(messages.say(language, "handoff.offer"));
    }

    List<Block> unsure(Language language) {
        return PlainText.paragraph(messages.say(language, "handoff.unsure"));
    }

    Suggestion accept(Language language) {
        String words = messages.say(language, "handoff.accept");
        return new Suggestion(words, words);
    }

    String joined(Language language, String agent) {
        return messages.say(language, "handoff.joined", Map.of("agent", agent));
    }

    /** What she is asked when a conversation is done. */
    String csat(Language language) {
        return messages.say(language, "csat.question");
    }

    String withdrawn(Language language) {
        return messages.say(language, "handoff.withdrawn");
    }
}
