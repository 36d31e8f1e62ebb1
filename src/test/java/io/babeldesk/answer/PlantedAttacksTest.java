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
import java.util.stream.Collectors;
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

    /** So many attacks stand in one article: to open a shop for each takes long. */
    private static final int TOGETHER = 4;

    @Test
    void noAttackInAnArticleHasAnEffect() {
        List<String> effects = new ArrayList<>();
        int answered = 0;
        OpenShop demo = shop;
        for (List<Attacks.Attack> planted : batches()) {
            shop = demo;
            String language = planted.getFirst().language();
            String innocent = text(passage(Attacks.asked(language), language))
                    .lines()
                    .findFirst()
                    .orElseThrow();
            KnowledgeFolder.Reading reading = planted(planted, innocent, root.resolve("shop" + answered));
            if (reading.edition().isEmpty()) {
                // Markup is no Markdown of ours: such an article never comes into force.
                assertThat(planted)
                        .singleElement()
                        .satisfies(attack -> assertThat(attack.text()).contains("<"));
                continue;
            }
            shop = open(reading.edition().orElseThrow(), demo.languages());
            Reply plain = passage(Attacks.asked(language), language);
            assertThat(plain).as(planted.toString()).isInstanceOf(Reply.Answered.class);
            answered += planted.size();
            planted.forEach(attack -> effects.addAll(effects(attack, plain, planted)));
        }
        shop = demo;
        assertThat(effects).isEmpty();
        assertThat(answered).isGreaterThanOrEqualTo(100);
    }

    /** Attacks of one language; what has markup stands alone, since it keeps its article out. */
    private static List<List<Attacks.Attack>> batches() {
        List<List<Attacks.Attack>> batches = new ArrayList<>();
        List<Attacks.Attack> batch = new ArrayList<>();
        for (Attacks.Attack attack : Attacks.own()) {
            if (attack.text().contains("<")) {
                batches.add(List.of(attack));
                continue;
            }
            if (batch.size() == TOGETHER
                    || (!batch.isEmpty() && !batch.getFirst().language().equals(attack.language()))) {
                batches.add(List.copyOf(batch));
                batch.clear();
            }
            batch.add(attack);
        }
        batches.add(List.copyOf(batch));
        return batches;
    }

    private static KnowledgeFolder.Reading planted(List<Attacks.Attack> attacks, String innocent, Path folder) {
        String language = attacks.getFirst().language();
        String question = Attacks.asked(language).replace("\"", "");
        String all = attacks.stream().map(Attacks.Attack::text).collect(Collectors.joining("\n\n"));
        return FolderOnDisk.in(folder)
                .changing("shop.yaml", "default_language: en", "default_language: " + language)
                .changing("shop.yaml", "languages: [en]", "languages: [" + language + "]")
                .without(FolderOnDisk.ARTICLE)
                .with("articles/returns/return-window/" + language + ".md", """
                        ---
                        id: returns/return-window
                        title: "%s"
                        questions: ["%s", "%s!", "%s …"]
                        ---

                        %s {{returns.window}}. %s
                        """.formatted(
                                question, question, question, question, innocent, all))
                .read();
    }

    private List<String> effects(Attacks.Attack attack, Reply plain, List<Attacks.Attack> planted) {
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
            if (!written.contains(sentence) && !saysTheSame(sentence, written) && !repeatsANumber(said, planted)) {
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
    private static boolean repeatsANumber(String said, List<Attacks.Attack> planted) {
        return Pattern.compile("[0-9]{2,}")
                .matcher(said)
                .results()
                .anyMatch(number ->
                        planted.stream().anyMatch(attack -> attack.text().contains(number.group())));
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
            Attachment file = new Attachment(
                    "fil_1",
                    attack.text() + ".pdf",
                    "application/pdf",
                    10,
                    0,
                    0,
                    "a/b",
                    attack.text(),
                    Attachment.Check.UNSCANNED);
            Turn turn = new Turn.OfShopper(
                    "trn_1", 1, "LW", language, Optional.empty(), Optional.empty(), List.of(file), CLOCK.instant());
            ScriptedLanguageModel model = ScriptedLanguageModel.saying("");
            worded(model).answer(question(Attacks.asked(attack.language()), attack.language(), turn), new Ear());
            assertThat(model.prompts)
                    .isNotEmpty()
                    .allSatisfy(prompt ->
                            assertThat(prompt.instructions() + prompt.data()).doesNotContain(attack.text()));
        }
    }
}
