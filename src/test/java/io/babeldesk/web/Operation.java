package io.babeldesk.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One operation that docs/openapi.yaml describes. */
record Operation(String method, String template, JsonNode described) {

    static List<Operation> all() {
        List<Operation> operations = new ArrayList<>();
        OpenApi.FILE
                .document()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return operations;
    }

    String path(String conversation, String message) {
        return path(conversation, message, "agt_nobody");
    }

    String path(String conversation, String message, String account) {
        return template.replace("{conversation}", conversation)
                .replace("{message}", message)
                .replace("{account}", account)
                .replaceAll("\\{[a-z]+}", "nothing.html");
    }

    /** Needs a shopper's token. */
    boolean needsToken() {
        return !described.has("security");
    }

    /** Is for people at work. */
    boolean isForStaff() {
        return RouteRights.cover(template);
    }

    boolean takesBody() {
        return described.at("/requestBody/content").has("application/json");
    }

    boolean takesShoppersBody() {
        return takesBody() && !isForStaff();
    }
}
