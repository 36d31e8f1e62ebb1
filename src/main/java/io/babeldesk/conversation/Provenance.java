package io.babeldesk.conversation;

import io.babeldesk.language.Language;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How a reply came about, kept beside it so that it can be explained later.
 *
 * @param query what was searched for
 * @param hits the best passages with their scores, cited or not
 * @param facts the policy facts that the reply states, with their rule ids
 * @param edition the revision of the knowledge base
 * @param timings how long each step took
 */
public record Provenance(
        String query,
        Language language,
        List<Source> hits,
        Map<String, String> facts,
        String edition,
        double confidence,
        Map<String, Duration> timings) {}
