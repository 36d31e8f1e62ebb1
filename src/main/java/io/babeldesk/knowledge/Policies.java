package io.babeldesk.knowledge;

import java.util.Map;
import java.util.Optional;

/** All facts of the shop by key. Immutable. */
public record Policies(Map<String, PolicyFact> facts) {

    public Optional<PolicyFact> fact(String key) {
        return Optional.ofNullable(facts.get(key));
    }
}
