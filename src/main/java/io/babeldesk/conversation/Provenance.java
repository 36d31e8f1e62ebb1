package io.babeldesk.conversation;

import io.babeldesk.language.Language;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a reply came about, kept beside it so that it can be explained later.
 *
 * @param query what was searched for
 * @param hits the best passages with their scores, cited or not
 * @param facts the policy facts that the reply states, with their rule ids
 * @param edition the revision of the knowledge base
 * @param timings how long each step took
 * @param generation what a model did; empty where none was asked
 */
public record Provenance(
        String query,
        Language language,
        List<Source> hits,
        Map<String, String> facts,
        String edition,
        double confidence,
        Map<String, Duration> timings,
        Optional<Generation> generation) {

    /** Of a reply that no model worded. */
    public Provenance(
            String query,
            Language language,
            List<Source> hits,
            Map<String, String> facts,
            String edition,
            double confidence,
            Map<String, Duration> timings) {
        this(query, language, hits, facts, edition, confidence, timings, Optional.empty());
    }

    /** The same, worded by a model. */
    public Provenance with(Generation made, Map<String, String> stated, Map<String, Duration> took) {
        return new Provenance(query, language, hits, stated, edition, confidence, took, Optional.of(made));
    }
}
