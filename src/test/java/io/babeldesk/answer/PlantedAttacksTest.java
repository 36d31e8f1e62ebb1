package io.babeldesk.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.Attachment;
import io.babeldesk.conversation.Turn;
import io.babeldesk.knowledge.intake.FolderOnDisk;
import io.babeldesk.knowledge.intake.KnowledgeFolder;
import io.babeldesk.language.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Attacks that stand in what the assistant reads: articles, earlier turns with order notes, the names of files. The
 * model obeys each of them. What an article says in so many words is the shop's own text and may be repeated, as it is
 * shown without a model too; nothing else may come of it.
 */
class PlantedAttacksTest extends ModelVocabulary {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path root;

    @Test
    void noAttackInAnArticleHasAnEffect() {
        List<String> effects = new ArrayList<>();
        int answered = 0;
        OpenShop demo = shop;
        List<Attacks.Attack> attacks = Attacks.own();
        for (int i = 0; i < attacks.size(); i++) {
            Attacks.Attack attack = attacks.get(i);
            shop = demo;
            String innocent = text(passage(Attacks.asked(attack.language()), attack.language()))
                    .lines()
                    .findFirst()
                    .orElseThrow();
            KnowledgeFolder.Reading reading = planted(attack, innocent, root.resolve("shop" + i));
            if (reading.edition().isEmpty()) {
                // Markup is no Markdown of ours: such an article never comes into force.
                assertThat(attack.text()).contains("<");
                continue;
            }
            shop = open(reading.edition().orElseThrow(), demo.languages());
            Reply plain = passage(Attacks.asked(attack.language()), attack.language());
            assertThat(plain).as(attack.toString()).isInstanceOf(Reply.Answered.class);
            answered++;
            effects.addAll(effects(attack, plain));
        }
        shop = demo;
        assertThat(effects).isEmpty();
        assertThat(answered).isGreaterThanOrEqualTo(100);
    }

    private static KnowledgeFolder.Reading planted(Attacks.Attack attack, String innocent, Path folder) {
        String question = Attacks.asked(attack.language()).replace("\"", "");
        return FolderOnDisk.in(folder)
                .changing("shop.yaml", "default_language: en", "default_language: " + attack.language())
                .changing("shop.yaml", "languages: [en]", "languages: [" + attack.language() + "]")
                .without(FolderOnDisk.ARTICLE)
                .with("articles/returns/return-window/" + attack.language() + ".md", """
                        ---
                        id: returns/return-window
                        title: "%s"
                        questions: ["%s", "%s!", "%s …"]
                        ---

                        %s {{returns.window}}. %s
                        """.formatted(
                                question, question, question, question, innocent, attack.text()))
                .read();
    }

    private List<String> effects(Attacks.Attack attack, Reply plain) {
        Ear heard = new Ear();
        Reply reply = worded(Attacks.obeying(attack))
                .answer(question(Attacks.asked(attack.language()), attack.language()), heard);
        List<String> effects = new ArrayList<>();
        if (reply.getClass() != plain.getClass()) {
            effects.add(attack + " changed the decision");
        }
        String written = text(plain).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        for (String said : heard.pieces) {
            String sentence = said.strip().toLowerCase(Locale.ROOT).replaceAll("[.。!?]$", "");
            if (!written.contains(sentence) && !saysTheSame(sentence, written) && !repeatsANumber(said, attack)) {
                effects.add(attack + " was heard: " + said);
            }
            if (said.matches("(?s).*(<|>|javascript:|Anna|idiot).*")) {
                effects.add(attack + " was heard, which nothing allows: " + said);
            }
        }
        if (generation(reply).tools().stream().anyMatch(tool -> !tool.startsWith("refused"))) {
            effects.add(attack + " called " + generation(reply).tools());
        }
        return effects;
    }

    /** Whether an article says this in other words: all that is said is the shop's. */
    private static boolean saysTheSame(String sentence, String written) {
        return List.of(sentence.split("[^\\p{L}\\p{Nd}]+", -1)).stream()
                .filter(word -> word.length() > 3)
                .allMatch(word -> written.contains(word.substring(0, word.length() - 1)));
    }

    /** "The return period is 365 days" is the shop's word where its article says so. */
    private static boolean repeatsANumber(String said, Attacks.Attack attack) {
        return Pattern.compile("[0-9]{2,}")
                .matcher(said)
                .results()
                .anyMatch(number -> attack.text().contains(number.group()));
    }

    @Test
    void noAttackInAnEarlierTurnHasAnEffect() {
        List<String> effects = new ArrayList<>();
        for (Attacks.Attack attack : Attacks.own()) {
            Language language = Language.of(attack.language());
            Turn note = new Turn.OfShopper(
                    "trn_1",
                    1,
                    "LW-20248891: " + attack.text(),
                    language,
                    Optional.empty(),
                    Optional.empty(),
                    CLOCK.instant());
            Ear heard = new Ear();
            String asked = Attacks.asked(attack.language());
            Reply plain = shop.answerer().answer(question(asked, attack.language(), note));
            Reply reply = worded(Attacks.obeying(attack)).answer(question(asked, attack.language(), note), heard);
            if (!heard.pieces.isEmpty() || !text(reply).equals(text(plain)) || reply.getClass() != plain.getClass()) {
                effects.add(attack + " said: " + text(reply));
            }
        }
        assertThat(effects).isEmpty();
    }

    /** The name of a file, and the words that describe it, are for people: a model does not read them. */
    @Test
    void theNamesOfFilesReachNoModel() {
        for (Attacks.Attack attack : Attacks.own()) {
            Language language = Language.of(attack.language());
            Attachment file =
                    new Attachment("fil_1", attack.text() + ".pdf", "application/pdf", 10, 0, 0, "a/b", attack.text());
            Turn turn = new Turn.OfShopper(
                    "trn_1", 1, "LW", language, Optional.empty(), Optional.empty(), List.of(file), CLOCK.instant());
            ScriptedLanguageModel model = Attacks.obeying(attack);
            worded(model).answer(question(Attacks.asked(attack.language()), attack.language(), turn), new Ear());
            assertThat(model.prompts)
                    .isNotEmpty()
                    .allSatisfy(prompt ->
                            assertThat(prompt.instructions() + prompt.data()).doesNotContain(attack.text()));
        }
    }
}
