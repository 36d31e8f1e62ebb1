package io.babeldesk.answer;

import java.util.Set;

/**
 * The glossary's concepts that say how or for what a question is put, but not what it is about: "how much?", "and for
 * shoes?". A question that has no others is about what was talked of before. A glossary without them loses nothing but
 * this.
 */
final class Aside {

    /** Asked of something that is often only pointed at: "how long does that take?" */
    private static final Set<String> MEASURES = Set.of("how-long", "how-much", "quantity", "price", "free-of-charge");

    private static final Set<String> TIMES_AND_PLACES = Set.of(
            "when",
            "where",
            "time-window",
            "reason",
            "urgent",
            "hour",
            "day",
            "week",
            "month",
            "year",
            "today",
            "tomorrow",
            "yesterday",
            "working-day",
            "weekend",
            "public-holiday",
            "country",
            "abroad");

    private static final Set<String> THINGS = Set.of(
            "product",
            "clothing",
            "shoes",
            "dress",
            "trousers",
            "shirt",
            "sweater",
            "jacket",
            "underwear",
            "swimwear",
            "accessory",
            "bag",
            "watch",
            "jewellery",
            "glasses",
            "smartphone",
            "laptop",
            "headphones",
            "audio-video",
            "cable",
            "lamp",
            "bedding",
            "home-textile",
            "furniture",
            "home-appliance",
            "kitchenware",
            "toy",
            "book",
            "cosmetics",
            "food",
            "tool",
            "bicycle",
            "phone-case",
            "plant",
            "baby-product",
            "pet-product",
            "sports-equipment");

    private Aside() {}

    /** Whether a question of these concepts may leave out what it is about though it has some other words. */
    static boolean areMeasures(Set<String> concepts) {
        return MEASURES.containsAll(concepts);
    }

    static boolean areAll(Set<String> concepts) {
        return concepts.stream()
                .allMatch(concept ->
                        MEASURES.contains(concept) || TIMES_AND_PLACES.contains(concept) || THINGS.contains(concept));
    }
}
