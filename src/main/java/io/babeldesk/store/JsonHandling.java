package io.babeldesk.store;

import static io.babeldesk.store.JsonText.field;
import static io.babeldesk.store.JsonText.list;
import static io.babeldesk.store.JsonText.object;
import static io.babeldesk.store.JsonText.optional;
import static io.babeldesk.store.JsonText.string;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.babeldesk.conversation.Alarm;
import io.babeldesk.conversation.Handling;
import io.babeldesk.conversation.Particulars;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How people have a part in a conversation, as JSON. Stateless. */
final class JsonHandling {

    private JsonHandling() {}

    static String of(Handling handling) {
        ObjectNode json = object();
        handling.owner().ifPresent(owner -> json.set("owner", JsonTurns.of(owner)));
        handling.last().ifPresent(last -> json.set("last", JsonTurns.of(last)));
        handling.team().ifPresent(team -> json.put("team", team));
        handling.handover()
                .ifPresent(why -> json.set(
                        "handover",
                        object().put("rule", why.rule()).put("at", why.at().toEpochMilli())));
        handling.offer()
                .ifPresent(offer -> json.set(
                        "offer",
                        object().put("rule", offer.rule())
                                .put("at", offer.at().toEpochMilli())
                                .put("left", offer.left())));
        json.put("priority", handling.priority().name());
        json.set("labels", JsonText.strings(List.copyOf(handling.labels())));
        handling.email().ifPresent(email -> json.put("email", email));
        handling.waitsSince().ifPresent(since -> json.put("waits_since", since.toEpochMilli()));
        handling.resolutionLeft().ifPresent(left -> json.put("resolution_left", left.toMillis()));
        Particulars particulars = handling.particulars();
        if (!particulars.fields().isEmpty()) {
            ObjectNode fields = json.putObject("fields");
            particulars.fields().forEach(fields::put);
        }
        particulars.mergedInto().ifPresent(into -> json.put("merged_into", into));
        if (!particulars.merged().isEmpty()) {
            json.set("merged", JsonText.strings(particulars.merged()));
        }
        ObjectNode alarms = json.putObject("alarms");
        handling.alarms().forEach((kind, due) -> alarms.put(kind.name(), due.toEpochMilli()));
        return JsonText.of(json);
    }

    static Handling read(String payload) {
        JsonNode json = JsonText.read(payload);
        Map<Alarm.Kind, Instant> alarms = new EnumMap<>(Alarm.Kind.class);
        field(json, "alarms")
                .properties()
                .forEach(alarm -> alarms.put(
                        Alarm.Kind.valueOf(alarm.getKey()),
                        Instant.ofEpochMilli(alarm.getValue().longValue())));
        return new Handling(
                maybe(json, "owner").map(JsonTurns::speaker),
                maybe(json, "last").map(JsonTurns::speaker),
                optional(json, "team"),
                maybe(json, "handover").map(why -> new Handling.Handover(string(why, "rule"), time(why, "at"))),
                maybe(json, "offer")
                        .map(offer -> new Handling.Offer(
                                string(offer, "rule"),
                                time(offer, "at"),
                                field(offer, "left").intValue())),
                Handling.Priority.valueOf(string(json, "priority")),
                Set.copyOf(list(field(json, "labels"), JsonNode::textValue)),
                optional(json, "email"),
                maybe(json, "waits_since").map(since -> Instant.ofEpochMilli(since.longValue())),
                maybe(json, "resolution_left").map(left -> Duration.ofMillis(left.longValue())),
                alarms,
                particulars(json));
    }

    private static Particulars particulars(JsonNode json) {
        Map<String, String> fields = new HashMap<>();
        maybe(json, "fields")
                .ifPresent(given -> given.properties()
                        .forEach(field ->
                                fields.put(field.getKey(), field.getValue().textValue())));
        return new Particulars(
                fields,
                optional(json, "merged_into"),
                maybe(json, "merged")
                        .map(merged -> list(merged, JsonNode::textValue))
                        .orElse(List.of()));
    }

    private static Optional<JsonNode> maybe(JsonNode json, String name) {
        return Optional.ofNullable(json.get(name));
    }

    private static Instant time(JsonNode json, String name) {
        return Instant.ofEpochMilli(field(json, name).longValue());
    }
}
