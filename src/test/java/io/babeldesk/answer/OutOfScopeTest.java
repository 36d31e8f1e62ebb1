package io.babeldesk.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.language.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is not the shop's matter is told apart from what is, and one kind of it from another: requests that any assistant
 * gets, other trades' service, talk, abuse, and attacks. In seventeen languages, five of which the shop has no article in.
 */
class OutOfScopeTest extends AnswerVocabulary {

    private static final Path MESSAGES_OF_EACH_KIND =
            Path.of("src/test/resources/io/babeldesk/answer/out-of-scope.tsv");

    /** What the assistant does with a message. */
    private enum Outcome {
        ANSWERED,
        /** A text of our own for it. */
        TALKED,
        SOOTHED,
        DECLINED,
        ASKED_BACK,
        PERSON
    }

    private record Message(Language language, String kind, String text) {}

    private static List<Message> messages() throws IOException {
        return Files.readAllLines(MESSAGES_OF_EACH_KIND, StandardCharsets.UTF_8).stream()
                .map(line -> line.split("\t", -1))
                .map(cells -> new Message(Language.of(cells[0]), cells[1], cells[2]))
                .toList();
    }

    private Outcome outcome(Message message) {
        startAnew();
        Reply reply = shopperSays(message.text(), message.language().code(), "");
        String said = text(reply);
        return switch (reply) {
            case Reply.Answered _ -> Outcome.ANSWERED;
            case Reply.Declined _ -> Outcome.DECLINED;
            case Reply.NeedsPerson _ -> Outcome.PERSON;
            case Reply.AskedBack _ when begins(said, reply, "reply.upset") -> Outcome.SOOTHED;
            case Reply.AskedBack _
            when begins(said, reply, "reply.ask-choose") || begins(said, reply, "reply.ask-market") ->
                Outcome.ASKED_BACK;
            case Reply.AskedBack _ -> Outcome.TALKED;
        };
    }

    /** Up to the first value that is put into it. */
    private static boolean begins(String said, Reply reply, String key) {
        String words = MESSAGES.say(
                reply.saying().language(), key, Map.of("email", "\n", "phone", "\n", "hours", "\n", "shop", "\n"));
        return said.startsWith(words.lines().findFirst().orElseThrow().strip());
    }

    /** The share of a kind that must come out as wanted, and the share that may be answered with a passage at most. */
    private record Bounds(Outcome wanted, double atLeast, double answered) {}

    private static final Map<String, Bounds> BOUNDS = Map.of(
            "far", new Bounds(Outcome.DECLINED, 0.9, 0.02),
            "trade", new Bounds(Outcome.DECLINED, 0.6, 0.15),
            "talk", new Bounds(Outcome.TALKED, 1, 0),
            "abuse", new Bounds(Outcome.SOOTHED, 1, 0),
            "attack", new Bounds(Outcome.DECLINED, 1, 0));

    @ParameterizedTest
    @ValueSource(strings = {"far", "trade", "talk", "abuse", "attack"})
    void eachKindIsToldApartInSeventeenLanguages(String kind) throws IOException {
        List<Message> all = messages().stream()
                .filter(message -> message.kind().equals(kind))
                .toList();
        assertThat(all.stream().map(Message::language).distinct()).hasSize(17);
        Bounds bounds = Objects.requireNonNull(BOUNDS.get(kind));
        List<String> others = new ArrayList<>();
        int answered = 0;
        for (Message message : all) {
            Outcome outcome = outcome(message);
            if (outcome != bounds.wanted()) {
                others.add(outcome + " " + message.text());
            }
            answered += outcome == Outcome.ANSWERED ? 1 : 0;
        }
        assertThat(1 - (double) others.size() / all.size()).as("%s", others).isGreaterThanOrEqualTo(bounds.atLeast());
        assertThat((double) answered / all.size()).as("%s", others).isLessThanOrEqualTo(bounds.answered());
    }
}
