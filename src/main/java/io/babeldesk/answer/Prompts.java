package io.babeldesk.answer;

import io.babeldesk.answer.Evidence.Cited;
import io.babeldesk.answer.Prompt.Task;
import io.babeldesk.answer.Prompt.ToolOffer;
import io.babeldesk.conversation.Turn;
import io.babeldesk.knowledge.Shop;
import io.babeldesk.language.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Puts prompts together. The instructions are files with a version, all in one language; what shoppers and articles say
 * stands beside them as data, between marks that nobody can know beforehand. Safe for use by many threads.
 */
final class Prompts {

    private static final String ANSWER = "answer.2";
    private static final String REWRITE = "rewrite.1";
    private static final String SUMMARISE = "summarise.1";
    static final String TRANSLATE = "translate.1";
    private static final int HISTORY_TOKENS = 600;
    private static final int SUMMARISED_TOKENS = 3_000;
    private static final int ANSWER_TOKENS = 500;
    private static final int REWRITE_TOKENS = 120;
    private static final int SUMMARY_TOKENS = 200;
    /** A language may need three times as many as another. */
    private static final int TRANSLATION_GROWTH = 3;

    private static final int SHORT_TRANSLATION_TOKENS = 100;

    private final SecureRandom random = new SecureRandom();
    private final String answer = read(ANSWER);
    private final String rewrite = read(REWRITE);
    private final String summarise = read(SUMMARISE);
    private final String translate = read(TRANSLATE);

    Prompt answer(
            String question,
            List<Turn> earlier,
            Evidence evidence,
            Language language,
            Shop shop,
            Masking masking,
            List<ToolOffer> tools) {
        String mark = mark();
        StringBuilder data = new StringBuilder();
        for (Cited cited : evidence.passages()) {
            data.append("Passage ").append(cited.number()).append(":\n");
            quote(cited.source().title() + "\n" + cited.text(), mark, data);
        }
        history(earlier, HISTORY_TOKENS, mark, masking, data);
        data.append("Question:\n");
        quote(masking.mask(question), mark, data);
        String instructions = answer.replace("{shop}", shop.name())
                .replace("{language}", english(language))
                .replace("{mark}", mark);
        return new Prompt(Task.ANSWER, ANSWER, instructions, data.toString(), tools, ANSWER_TOKENS);
    }

    Prompt rewrite(Question question, Masking masking) {
        String mark = mark();
        StringBuilder data = new StringBuilder();
        history(question.earlier(), HISTORY_TOKENS, mark, masking, data);
        data.append("Last question:\n");
        quote(masking.mask(question.text()), mark, data);
        return new Prompt(
                Task.REWRITE, REWRITE, rewrite.replace("{mark}", mark), data.toString(), List.of(), REWRITE_TOKENS);
    }

    Prompt summarise(List<Turn> turns, Language language, Masking masking) {
        String mark = mark();
        StringBuilder data = new StringBuilder();
        history(turns, SUMMARISED_TOKENS, mark, masking, data);
        String instructions = summarise.replace("{language}", english(language)).replace("{mark}", mark);
        return new Prompt(Task.SUMMARISE, SUMMARISE, instructions, data.toString(), List.of(), SUMMARY_TOKENS);
    }

    /**
     * @param masked the text with placeholders
     * @param terms what things are called in the wanted language, by what they are called in the text's own
     */
    Prompt translate(String masked, Language from, Language to, Map<String, String> terms) {
        String mark = mark();
        StringBuilder data = new StringBuilder();
        if (!terms.isEmpty()) {
            data.append("Terms:\n");
            String listed = terms.entrySet().stream()
                    .map(term -> term.getKey() + " = " + term.getValue())
                    .collect(Collectors.joining("\n"));
            quote(listed, mark, data);
        }
        data.append("Text:\n");
        quote(masked, mark, data);
        String instructions = translate
                .replace("{from}", english(from))
                .replace("{to}", english(to))
                .replace("{mark}", mark);
        int tokens = TRANSLATION_GROWTH * Prompt.tokens(masked) + SHORT_TRANSLATION_TOKENS;
        return new Prompt(Task.TRANSLATE, TRANSLATE, instructions, data.toString(), List.of(), tokens);
    }

    private static String english(Language language) {
        return language.locale().getDisplayLanguage(Locale.ENGLISH);
    }

    /** The latest turns that there is room for. */
    private static void history(List<Turn> earlier, int room, String mark, Masking masking, StringBuilder data) {
        List<String> said = new ArrayList<>();
        int left = room;
        for (Turn turn : earlier.reversed()) {
            String line = (turn instanceof Turn.OfShopper ? "Customer: " : "Service: ") + masking.mask(turn.text());
            left -= Prompt.tokens(line);
            if (left < 0) {
                break;
            }
            said.addFirst(line);
        }
        if (!said.isEmpty()) {
            data.append("Conversation so far:\n");
            quote(String.join("\n", said), mark, data);
        }
    }

    /** Angle brackets with a mark end the quotation: text that has the mark, which it could only have guessed, loses it. */
    private static void quote(String text, String mark, StringBuilder data) {
        data.append('<').append(mark).append(">\n");
        data.append(text.replace(mark, "").strip()).append("\n</").append(mark).append(">\n");
    }

    private String mark() {
        byte[] bytes = new byte[6];
        random.nextBytes(bytes);
        return "data-" + HexFormat.of().formatHex(bytes);
    }

    private static String read(String version) {
        try (InputStream file = Prompts.class.getResourceAsStream("prompts/" + version + ".txt")) {
            if (file == null) {
                throw new IllegalStateException("prompt " + version + " is not on the class path; build anew");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("prompt " + version + " cannot be read", e);
        }
    }
}
