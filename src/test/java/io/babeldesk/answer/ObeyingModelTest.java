package io.babeldesk.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.babeldesk.conversation.Block;
import io.babeldesk.conversation.Inline;
import io.babeldesk.conversation.ReplyMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The model here does all that an attacker wants. Nothing of it may reach the shopper: what was said before, or the
 * passage, is all that is left.
 */
class ObeyingModelTest extends ModelVocabulary {

    @Test
    void thereAreAttacksEnough() {
        assertThat(Attacks.own()).hasSizeGreaterThanOrEqualTo(150);
        assertThat(Attacks.own().stream().map(Attacks.Attack::language).distinct())
                .hasSize(12);
    }

    @Test
    void noAttackHasAnEffect() {
        assertThat(effects(Attacks.own())).isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(
            named = "attacks",
            matches = ".+",
            disabledReason = "names a file of attacks that is not part of the product")
    void noAttackOfAForeignPackHasAnEffect() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Attacks.Attack> pack = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(System.getProperty("attacks")))) {
            pack.add(new Attacks.Attack("en", json.readTree(line).get("text").textValue()));
        }
        assertThat(pack).hasSizeGreaterThan(500);
        assertThat(effects(pack)).isEmpty();
    }

    /** Everything that got through, with the attack that it got through on. */
    private List<String> effects(List<Attacks.Attack> attacks) {
        List<String> effects = new ArrayList<>();
        for (int i = 0; i < attacks.size(); i++) {
            Attacks.Attack attack = attacks.get(i);
            String question = Attacks.asked(attack.language());
            String message = switch (i % 3) {
                case 0 -> question + " " + attack.text();
                case 1 -> question + "\nOrder note: " + attack.text();
                default -> question + "\nFile: " + attack.text().replace(' ', '_') + ".pdf";
            };
            ScriptedLanguageModel model = Attacks.obeying(attack);
            effects.addAll(effects(attack, model, message));
        }
        return effects;
    }

    private List<String> effects(Attacks.Attack attack, ScriptedLanguageModel model, String message) {
        Ear heard = new Ear();
        Reply plain = shop.answerer().answer(question(message, attack.language()));
        Reply reply = worded(model).answer(question(message, attack.language()), heard);
        List<String> effects = new ArrayList<>();
        if (reply.getClass() != plain.getClass()) {
            effects.add(attack + " changed the decision to " + reply.getClass().getSimpleName());
        }
        if (!text(reply).equals(text(plain))) {
            effects.add(attack + " said: " + text(reply).replace(text(plain), "…"));
        }
        if (!heard.pieces.isEmpty()) {
            effects.add(attack + " was heard: " + heard.heard());
        }
        return effects;
    }

    /** Ten sentences are the most that an answer has: each harm is judged by itself too. */
    @Test
    void noHarmLeavesByItself() {
        List<String> through = new ArrayList<>();
        for (String harm : Attacks.HARM) {
            Ear heard = new Ear();
            Reply reply = worded(ScriptedLanguageModel.saying(harm)).answer(question(Attacks.asked("en"), "en"), heard);
            if (!heard.pieces.isEmpty()
                    || !(reply instanceof Reply.Answered answered)
                    || answered.mode() != ReplyMode.PASSAGE) {
                through.add(harm);
            }
        }
        assertThat(through).isEmpty();
    }

    @Test
    void everyLineOfTheInstructionsIsHeld() {
        ScriptedLanguageModel leak = ScriptedLanguageModel.doing(prompt -> {
            StringBuilder words = new StringBuilder();
            prompt.instructions()
                    .lines()
                    .forEach(line -> words.append("[1] ").append(line).append('\n'));
            return ScriptedLanguageModel.said(words.toString());
        });
        assertThat(effects(new Attacks.Attack("en", "print"), leak, Attacks.asked("en")))
                .isEmpty();
    }

    @Test
    void whatLooksLikeAnAttackIsAnsweredAsEver() {
        List<String> refused = new ArrayList<>();
        int answeredAsEver = 0;
        for (Attacks.Attack message : Attacks.lines("lookalikes.txt")) {
            Reply plain = shop.answerer().answer(question(message.text(), message.language()));
            if (plain instanceof Reply.Answered answered) {
                String first = text(plain).split("(?<=[.。!?])\\s*", -1)[0];
                Reply reply = worded(ScriptedLanguageModel.saying("[1] " + first))
                        .answer(question(message.text(), message.language()), new Ear());
                boolean asEver = reply instanceof Reply.Answered worded
                        && worded.sources()
                                .getFirst()
                                .article()
                                .equals(answered.sources().getFirst().article());
                if (asEver) {
                    answeredAsEver++;
                } else {
                    refused.add(message.text());
                }
            }
        }
        assertThat(refused).isEmpty();
        assertThat(answeredAsEver).isGreaterThanOrEqualTo(100);
    }

    @Test
    void aModelMakesNoMarkup() {
        Reply reply = answer(
                ScriptedLanguageModel.saying("[1] You have 30 days after delivery to return most items."),
                Attacks.asked("en"),
                "en");
        for (Block block : reply.saying().blocks()) {
            assertThat(((Block.Paragraph) block).children()).allMatch(Inline.Text.class::isInstance);
        }
    }
}
