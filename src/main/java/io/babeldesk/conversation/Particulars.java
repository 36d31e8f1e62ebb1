package io.babeldesk.conversation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of a conversation besides its course.
 *
 * @param fields what agents have filled in, by the key of the shop's own field
 * @param mergedInto the conversation of the same shopper in which this one goes on
 * @param merged the conversations that go on in this one, in the order in which they came
 */
public record Particulars(Map<String, String> fields, Optional<String> mergedInto, List<String> merged) {

    public static final Particulars NONE = new Particulars(Map.of(), Optional.empty(), List.of());

    public Particulars {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        merged = List.copyOf(merged);
    }

    public Particulars filledIn(Map<String, String> given) {
        return new Particulars(given, mergedInto, merged);
    }

    public Particulars goingOnIn(String conversation) {
        return new Particulars(fields, Optional.of(conversation), merged);
    }

    public Particulars with(String conversation) {
        List<String> all = new ArrayList<>(merged);
        if (!all.contains(conversation)) {
            all.add(conversation);
        }
        return new Particulars(fields, mergedInto, all);
    }
}
