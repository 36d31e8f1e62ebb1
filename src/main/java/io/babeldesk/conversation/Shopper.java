package io.babeldesk.conversation;

import java.time.Instant;
import java.util.Optional;

/**
 * A visitor of the shop, known by a secret that only her browser holds, or by the word of the shop's own server.
 *
 * @param id {@code shp_…}
 * @param customer as whom the shop knows her; empty as long as it has not said so
 */
public record Shopper(String id, Instant createdAt, Optional<Customer> customer) {

    /** Who a shopper is, by the shop's own word. */
    public record Customer(Optional<String> name, Optional<String> email) {

        @Override
        public String toString() {
            return "Customer[****]";
        }
    }
}
