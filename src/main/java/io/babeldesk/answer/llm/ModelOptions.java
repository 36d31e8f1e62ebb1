package io.babeldesk.answer.llm;

import io.babeldesk.answer.Prompt.Task;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How models are reached, and for how long they are waited for.
 *
 * @param baseUrl with or without {@code /v1}
 * @param key sent as a bearer token; empty for servers that want none
 * @param model the model of every task that has none of its own
 * @param headers how long the server may take to begin its response
 * @param firstToken how long until the first word, retries included
 * @param idle how long it may be silent between two words
 * @param whole how long an answer may take in all
 * @param streams how many may run at once
 */
public record ModelOptions(
        URI baseUrl,
        Optional<String> key,
        String model,
        Map<Task, String> models,
        Duration headers,
        Duration firstToken,
        Duration idle,
        Duration whole,
        int streams,
        Budgets budgets,
        Map<String, Price> prices) {

    /** Tokens a day (UTC); 0 is no bound. */
    public record Budgets(long site, long visitor, long address) {}

    /** For a million tokens read, and for a million written. */
    public record Price(double in, double out) {}

    /** The address of the interface: servers are named with and without its version. */
    String endpoint() {
        String given = baseUrl.toString().replaceFirst("/+$", "");
        return given.matches(".*/v[0-9]+([a-z]+)?(/[a-z]+)?") ? given : given + "/v1";
    }

    String modelFor(Task task) {
        return models.getOrDefault(task, model);
    }
}
