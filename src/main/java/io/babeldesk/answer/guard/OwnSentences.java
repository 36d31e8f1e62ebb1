package io.babeldesk.answer.guard;

import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the assistant may say in its own words: its own messages, and nothing else. Safe for use by many threads. */
public final class OwnSentences {

    private static final List<String> KEYS =
            List.of("reply.hello", "reply.thanks", "reply.ask-choose", "reply.ask-more", "reply.ask-market");

    private final Messages messages;
    private final Map<Language, Set<String>> languages = new ConcurrentHashMap<>();

    public OwnSentences(Messages messages) {
        this.messages = messages;
    }

    boolean has(String sentence, Language language) {
        return languages.computeIfAbsent(language, this::read).contains(Plain.of(sentence));
    }

    private Set<String> read(Language language) {
        return KEYS.stream()
                .filter(key -> messages.has(language, key))
                .map(key -> messages.say(language, key))
                .flatMap(said -> Stream.concat(Stream.of(said), Stream.of(said.split("(?<=[.!?。！？])\\s*", -1))))
                .filter(said -> !said.isBlank())
                .map(Plain::of)
                .collect(Collectors.toUnmodifiableSet());
    }
}
