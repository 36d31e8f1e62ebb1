package io.babeldesk.desk;

import io.babeldesk.language.Language;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Words that agents need often, in each language that somebody wrote them in.
 *
 * @param id {@code cnd_…}
 * @param shortcut that it is found by, {@code refund}; no two have the same
 * @param texts in which {@code {{shopper.name}}} and {@code {{agent.name}}} stand for names; at least one
 */
public record CannedReply(String id, String shortcut, String title, Map<Language, String> texts) {

    public CannedReply {
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    }
}
