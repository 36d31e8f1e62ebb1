package io.babeldesk.store;

import static io.babeldesk.store.JsonText.array;
import static io.babeldesk.store.JsonText.field;
import static io.babeldesk.store.JsonText.list;
import static io.babeldesk.store.JsonText.object;
import static io.babeldesk.store.JsonText.optional;
import static io.babeldesk.store.JsonText.string;
import static io.babeldesk.store.JsonText.strings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.AssistantReply;
import io.babeldesk.conversation.Attachment;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.ReplyKind;
import io.babeldesk.conversation.ReplyMode;
import io.babeldesk.conversation.Source;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.conversation.Suggestion;
import io.babeldesk.conversation.Turn;
import io.babeldesk.language.Language;
import io.babeldesk.sentiment.Sentiment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Turns as JSON: {@code {"author":"shopper","id":"trn_…","seq":1,…}}. Stateless. */
final class JsonTurns {

    private JsonTurns() {}

    static JsonNode of(Turn turn) {
        ObjectNode json = object().put("author", author(turn))
                .put("id", turn.id())
                .put("seq", turn.seq())
                .put("created_at", turn.createdAt().toEpochMilli());
        switch (turn) {
            case Turn.OfShopper said -> {
                json.put("text", said.text()).put("language", said.language().code());
                said.locale().ifPresent(locale -> json.put("locale", locale));
                said.mood().ifPresent(mood -> json.set("mood", of(mood)));
                if (!said.files().isEmpty()) {
                    json.set("files", array(said.files(), JsonTurns::of));
                }
            }
            case Turn.OfAssistant said -> {
                json.set("reply", of(said.reply()));
                json.set("reply_to", strings(said.replyTo()));
                said.helpful().ifPresent(helpful -> json.put("helpful", helpful));
            }
            case Turn.OfAgent said -> {
                json.put("text", said.text()).put("language", said.language().code());
                json.set("agent", of(said.agent()));
                said.original()
                        .ifPresent(original -> json.set(
                                "original",
                                object().put("text", original.text())
                                        .put("language", original.language().code())));
            }
            case Turn.OfNote said -> {
                json.put("text", said.text()).put("language", said.language().code());
                json.set("agent", of(said.agent()));
                if (!said.mentions().isEmpty()) {
                    json.set("mentions", array(said.mentions(), JsonTurns::of));
                }
            }
            case Turn.OfSystem said ->
                json.put("text", said.text()).put("language", said.language().code());
        }
        return json;
    }

    static Turn read(JsonNode json) {
        String author = string(json, "author");
        String id = string(json, "id");
        long seq = field(json, "seq").longValue();
        Instant at = Instant.ofEpochMilli(field(json, "created_at").longValue());
        return switch (author) {
            case "shopper" ->
                new Turn.OfShopper(
                        id,
                        seq,
                        string(json, "text"),
                        language(json),
                        optional(json, "locale"),
                        mood(json),
                        json.has("files") ? list(json.get("files"), JsonTurns::attachment) : List.of(),
                        at);
            case "assistant" ->
                new Turn.OfAssistant(
                        id,
                        seq,
                        reply(field(json, "reply")),
                        list(field(json, "reply_to"), JsonNode::textValue),
                        Optional.ofNullable(json.get("helpful")).map(JsonNode::booleanValue),
                        at);
            case "agent" ->
                new Turn.OfAgent(
                        id,
                        seq,
                        speaker(field(json, "agent")),
                        string(json, "text"),
                        language(json),
                        Optional.ofNullable(json.get("original"))
                                .map(original -> new Turn.Original(string(original, "text"), language(original))),
                        at);
            case "note" ->
                new Turn.OfNote(
                        id,
                        seq,
                        speaker(field(json, "agent")),
                        string(json, "text"),
                        language(json),
                        json.has("mentions") ? list(json.get("mentions"), JsonTurns::speaker) : List.of(),
                        at);
            case "system" -> new Turn.OfSystem(id, seq, string(json, "text"), language(json), at);
            default -> throw JsonText.unknown("author", author);
        };
    }

    static JsonNode of(Speaker speaker) {
        return object().put("id", speaker.id().value()).put("name", speaker.name());
    }

    static Speaker speaker(JsonNode json) {
        return new Speaker(new AgentId(string(json, "id")), string(json, "name"));
    }

    static JsonNode of(Attachment file) {
        return object().put("id", file.id())
                .put("name", file.name())
                .put("type", file.type())
                .put("bytes", file.bytes())
                .put("width", file.width())
                .put("height", file.height())
                .put("address", file.address())
                .put("alt", file.alt())
                .put("check", file.check().name());
    }

    static Attachment attachment(JsonNode json) {
        return new Attachment(
                string(json, "id"),
                string(json, "name"),
                string(json, "type"),
                field(json, "bytes").intValue(),
                field(json, "width").intValue(),
                field(json, "height").intValue(),
                string(json, "address"),
                string(json, "alt"),
                check(json));
    }

    /** Files from before anything was noted of it. */
    private static Attachment.Check check(JsonNode json) {
        if (json.has("check")) {
            return Attachment.Check.valueOf(string(json, "check"));
        }
        return field(json, "width").intValue() > 0 ? Attachment.Check.REDRAWN : Attachment.Check.UNSCANNED;
    }

    static String author(Turn turn) {
        return switch (turn) {
            case Turn.OfShopper _ -> "shopper";
            case Turn.OfAssistant _ -> "assistant";
            case Turn.OfAgent _ -> "agent";
            case Turn.OfNote _ -> "note";
            case Turn.OfSystem _ -> "system";
        };
    }

    private static JsonNode of(Sentiment mood) {
        return object().put("label", mood.label().name())
                .put("intensity", mood.intensity())
                .put("anger", mood.anger())
                .put("confidence", mood.confidence());
    }

    private static Optional<Sentiment> mood(JsonNode turn) {
        return Optional.ofNullable(turn.get("mood"))
                .map(mood -> new Sentiment(
                        Sentiment.Label.valueOf(string(mood, "label")),
                        field(mood, "intensity").doubleValue(),
                        field(mood, "anger").doubleValue(),
                        field(mood, "confidence").doubleValue()));
    }

    private static JsonNode of(AssistantReply reply) {
        ObjectNode json = object().put("kind", reply.kind().name())
                .put("language", reply.language().code())
                .put("confidence", reply.confidence())
                .put("mode", reply.mode().name());
        reply.market().ifPresent(market -> json.put("market", market.code()));
        json.set("blocks", JsonBlocks.of(reply.blocks()));
        json.set("sources", sources(reply.sources()));
        json.set(
                "suggestions",
                array(
                        reply.suggestions(),
                        suggestion ->
                                object().put("label", suggestion.label()).put("question", suggestion.question())));
        return json;
    }

    private static AssistantReply reply(JsonNode json) {
        return new AssistantReply(
                ReplyKind.valueOf(string(json, "kind")),
                language(json),
                optional(json, "market").map(Market::new),
                field(json, "confidence").doubleValue(),
                JsonBlocks.read(field(json, "blocks")),
                readSources(field(json, "sources")),
                list(field(json, "suggestions"), one -> new Suggestion(string(one, "label"), string(one, "question"))),
                ReplyMode.valueOf(string(json, "mode")));
    }

    static JsonNode sources(List<Source> sources) {
        return array(
                sources,
                source -> object().put("article", source.article())
                        .put("language", source.language().code())
                        .put("title", source.title())
                        .put("heading", source.heading())
                        .put("score", source.score()));
    }

    static List<Source> readSources(JsonNode json) {
        return list(
                json,
                source -> new Source(
                        string(source, "article"),
                        language(source),
                        string(source, "title"),
                        string(source, "heading"),
                        field(source, "score").doubleValue()));
    }

    static Language language(JsonNode json) {
        return new Language(string(json, "language"));
    }
}
