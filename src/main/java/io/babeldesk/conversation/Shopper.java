package io.babeldesk.conversation;

import java.time.Instant;

/**
 * A visitor of the shop, known by a secret that only her browser holds.
 *
 * @param id {@code shp_…}
 */
public record Shopper(String id, Instant createdAt) {}
