package io.babeldesk.conversation;

import io.babeldesk.language.Language;
import java.time.Instant;
import java.util.Optional;

/**
 * A shopper's exchange with the shop, as it stands at {@code version}.
 *
 * @param id {@code cnv_…}
 * @param shopper {@code shp_…}, whose it is
 * @param version grows by one with each message, reply and change of state; writers compare it and set. What is only
 *     logged (a reply begun, a rating) leaves it as it is, so that it spoils nobody's decision
 * @param language what the shopper writes at present; decided on each turn
 * @param market the country that the shopper buys from, once it is known
 * @param lastSeq the number of the newest event, 0 if there is none
 */
public record Conversation(
        String id,
        String shopper,
        long version,
        ConversationState state,
        Language language,
        Optional<Market> market,
        long lastSeq,
        Instant createdAt,
        Instant updatedAt) {}
