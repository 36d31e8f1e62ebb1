package io.babeldesk.handoff;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.Handled;
import io.babeldesk.conversation.Handling;
import io.babeldesk.conversation.Handling.Priority;
import io.babeldesk.knowledge.HandoffRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds the agent for each conversation that waits, by points that a person can add up: each comes with its reason. Pure;
 * immutable.
 */
public record Routing(HandoffRules.Routing rules) {

    /**
     * How well an agent fits a conversation.
     *
     * @param reasons each with its points, {@code language de +40}
     */
    public record Score(double points, List<String> reasons) {}

    /** @param score why she of all */
    public record Match(Handled waiting, Colleague agent, Score score) {}

    /** How well she fits, free or not. */
    public Score score(Handled waiting, Colleague agent, Instant now) {
        Conversation conversation = waiting.conversation();
        Handling handling = waiting.handling();
        Points points = new Points();
        if (agent.languages().contains(conversation.language())) {
            points.add("language " + conversation.language(), rules.language());
        }
        skills(handling)
                .filter(skill -> agent.skills().contains(skill))
                .findFirst()
                .ifPresent(skill -> points.add("skill " + skill, rules.skill()));
        handling.team().filter(agent.teams()::contains).ifPresent(team -> points.add("team " + team, rules.skill()));
        double free = 1 - (double) agent.load() / Math.max(1, agent.capacity());
        points.add("load " + agent.load() + " of " + agent.capacity(), rules.load() * Math.max(0, free));
        if (handling.last().filter(last -> last.id().equals(agent.who().id())).isPresent()) {
            points.add("knows the conversation", rules.lastAgent());
        }
        points.add("priority " + handling.priority().name().toLowerCase(Locale.ROOT), tier(handling.priority()));
        long minutes = handling.waitsSince()
                .map(since -> Duration.between(since, now).toMinutes())
                .orElse(0L);
        points.add("waits " + Math.max(0, minutes) + " min", rules.waiting() * Math.max(0, minutes));
        return points.score();
    }

    /**
     * Gives conversations to agents who are free: those that press first, then those that wait longest, each to whom it
     * fits best. One that is for a team goes to nobody else.
     */
    public List<Match> assign(List<Handled> waiting, List<Colleague> agents, Instant now) {
        Map<AgentId, Colleague> free = new TreeMap<>();
        agents.forEach(agent -> free.put(agent.who().id(), agent));
        List<Match> matches = new ArrayList<>();
        waiting.stream()
                .sorted(mostPressing())
                .forEach(one -> best(one, free, now).ifPresent(match -> {
                    matches.add(match);
                    Colleague agent = match.agent();
                    free.put(agent.who().id(), agent.withLoad(agent.load() + 1));
                }));
        return List.copyOf(matches);
    }

    private Optional<Match> best(Handled waiting, Map<AgentId, Colleague> agents, Instant now) {
        return agents.values().stream()
                .filter(Colleague::isFree)
                .filter(agent ->
                        waiting.handling().team().map(agent.teams()::contains).orElse(true))
                .map(agent -> new Match(waiting, agent, score(waiting, agent, now)))
                .max(Comparator.comparingDouble((Match match) -> match.score().points())
                        .thenComparing(match -> match.agent().load(), Comparator.reverseOrder())
                        .thenComparing(match -> match.agent().who().id(), Comparator.reverseOrder()));
    }

    private static Comparator<Handled> mostPressing() {
        return Comparator.comparing((Handled one) -> one.handling().priority())
                .reversed()
                .thenComparing(one ->
                        one.handling().waitsSince().orElse(one.conversation().updatedAt()))
                .thenComparing(one -> one.conversation().id());
    }

    /** What a conversation is about, as far as it is known: why it was handed over, and its labels. */
    private static Stream<String> skills(Handling handling) {
        return Stream.concat(handling.handover().map(Handling.Handover::rule).stream(), handling.labels().stream());
    }

    private double tier(Priority priority) {
        return switch (priority) {
            case LOW -> -rules.tier();
            case NORMAL -> 0;
            case HIGH -> rules.tier();
            case URGENT -> 2.0 * rules.tier();
        };
    }

    /** Adds up points and says for what. */
    private static final class Points {
        private double sum;
        private final List<String> reasons = new ArrayList<>();

        void add(String reason, double points) {
            if (points != 0) {
                sum += points;
                reasons.add(String.format(Locale.ROOT, "%s %+d", reason, Math.round(points)));
            }
        }

        Score score() {
            return new Score(sum, List.copyOf(reasons));
        }
    }
}
