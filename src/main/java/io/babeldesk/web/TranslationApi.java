package io.babeldesk.web;

import io.babeldesk.answer.Translator.Failed;
import io.babeldesk.answer.Translator.Off;
import io.babeldesk.answer.Translator.Outcome;
import io.babeldesk.answer.Translator.Translated;
import io.babeldesk.answer.Translator.Why;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Turn;
import io.babeldesk.desk.Desk;
import io.babeldesk.desk.Interpreter;
import io.babeldesk.language.Language;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What shoppers and agents say, in each other's languages. */
final class TranslationApi {

    private final Conversations conversations;
    private final Interpreter interpreter;
    private final DeskDoor door;
    private final CallerLanguage callerLanguage;
    private final Body body;
    private final int textLimit;

    TranslationApi(DeskRoom room, DeskDoor door, CallerLanguage callerLanguage, Body body, int textLimit) {
        this.conversations = room.conversations();
        this.interpreter = room.interpreter();
        this.door = door;
        this.callerLanguage = callerLanguage;
        this.body = body;
        this.textLimit = textLimit;
    }

    /** @param reason why it is off */
    record State(boolean available, @Nullable String reason) {}

    /** @param translated whether a machine did anything to it */
    record Rendered(String text, String language, String from, boolean translated) {
        static Rendered of(String text, Language to, Language from) {
            return new Rendered(text, to.code(), from.code(), !from.equals(to));
        }
    }

    void register(Routes routes) {
        routes.get("/agent/v1/translation", this::state)
                .get("/agent/v1/turns/{turn}/translation", this::turn)
                .post("/agent/v1/translate", this::text);
    }

    private void state(Context ctx) {
        door.agent(ctx);
        Optional<Why> off = interpreter.off();
        Json.answer(
                ctx,
                200,
                new State(
                        off.isEmpty(),
                        off.map(why -> why.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .orElse(null)));
    }

    private void turn(Context ctx) throws InterruptedException {
        door.agent(ctx);
        Turn turn =
                conversations.turn(ctx.pathParam("turn")).orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_MESSAGE));
        Language to = Optional.ofNullable(ctx.queryParam("to"))
                .map(TranslationApi::language)
                .orElseGet(() -> hers(ctx).getFirst());
        Json.answer(ctx, 200, Rendered.of(translated(interpreter.turn(turn, to)), to, turn.language()));
    }

    private static Language language(String tag) {
        return Language.ofTag(tag).orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_LANGUAGE, Map.of("language", tag)));
    }

    /** What she reads, the best first. */
    private List<Language> hers(Context ctx) {
        List<Language> languages = StaffDoor.present(ctx).agent().profile().languages();
        return languages.isEmpty() ? List.of(callerLanguage.of(ctx)) : languages;
    }

    private void text(Context ctx) throws InterruptedException {
        door.agent(ctx);
        Fields fields = body.read(ctx);
        String text = MessageText.in(fields, "text", textLimit);
        Optional<Language> to = fields.locale("to").flatMap(Language::ofTag);
        Optional<Language> from = fields.locale("from").flatMap(Language::ofTag);
        Optional<String> conversation = fields.optionalText("conversation");
        if (to.isEmpty() && fields.isSound()) {
            fields.expected("to", "a language such as ar");
        }
        fields.check();
        Language wanted = to.orElseThrow();
        Language written = from.orElseGet(() -> interpreter.languageOf(text, hers(ctx), wanted));
        Json.answer(
                ctx,
                200,
                Rendered.of(translated(interpreter.text(text, written, wanted, conversation)), wanted, written));
    }

    /** @throws Problem if there is no translation */
    private static String translated(Outcome outcome) {
        return switch (outcome) {
            case Translated translated -> translated.text();
            case Failed _ -> throw Problem.of(ProblemCode.TRANSLATION_FAILED);
            case Off _ -> throw Problem.of(ProblemCode.TRANSLATION_OFF);
        };
    }

    /**
     * A reply in the language of the shopper, with what the agent wrote.
     *
     * @throws Problem if it cannot be translated: then nothing is sent
     */
    Desk.Answer answer(Context ctx, Outgoing outgoing, String conversation, Desk.Answer asWritten)
            throws InterruptedException {
        if (outgoing.to().isEmpty()) {
            return asWritten;
        }
        Language to = outgoing.to().get();
        String written = outgoing.original().orElse(outgoing.text());
        Language from = interpreter.languageOf(written, hers(ctx), to);
        String text = outgoing.original().isPresent()
                ? outgoing.text()
                : translated(interpreter.text(written, from, to, Optional.of(conversation)));
        // She wrote in the shopper's own language: nobody translated anything.
        Optional<Turn.Original> original =
                text.equals(written) ? Optional.empty() : Optional.of(new Turn.Original(written, from));
        return new Desk.Answer(text, to, original, asWritten.seenUpTo(), asWritten.name());
    }
}
