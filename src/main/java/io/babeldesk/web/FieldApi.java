package io.babeldesk.web;

import io.babeldesk.knowledge.CaseField;
import io.babeldesk.language.Language;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which fields a conversation has besides those of the program. */
final class FieldApi {

    private final FieldNames names;
    private final CallerLanguage callerLanguage;

    FieldApi(FieldNames names, CallerLanguage callerLanguage) {
        this.names = names;
        this.callerLanguage = callerLanguage;
    }

    record Listed(List<Shown> data) {}

    record Shown(
            String key, String label, String type, @Nullable List<Choice> choices, boolean required) {}

    record Choice(String key, String label) {}

    void register(Routes routes) {
        routes.get("/agent/v1/fields", this::list);
    }

    private void list(Context ctx) {
        Language language = callerLanguage.of(ctx);
        Json.answer(
                ctx,
                200,
                new Listed(names.all().stream()
                        .map(field -> shown(field, language))
                        .toList()));
    }

    private static Shown shown(CaseField field, Language language) {
        List<Choice> choices = field.choices().stream()
                .map(choice -> new Choice(choice.key(), choice.label(language)))
                .toList();
        return new Shown(
                field.key(),
                field.label(language),
                WireDesk.lower(field.type()).replace('_', '-'),
                choices.isEmpty() ? null : choices,
                field.required());
    }
}
