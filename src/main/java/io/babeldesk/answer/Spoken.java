package io.babeldesk.answer;

import com.ibm.icu.util.ULocale;
import io.babeldesk.answer.Evidence.Cited;
import io.babeldesk.conversation.Block;
import io.babeldesk.conversation.PlainText;
import io.babeldesk.knowledge.Shop;
import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of a model's answer the shopper has heard. Said is said: nothing here is taken back. For one answer and one thread. */
final class Spoken {

    private static final Set<String> WITHOUT_SPACES = Set.of("zh", "ja", "th");

    private final Language language;
    private final Shop shop;
    private final OwnWords words;
    private final Masking masking;
    private final Hearing hearing;
    private final List<String> sentences = new ArrayList<>();
    private final Set<Cited> passages = new LinkedHashSet<>();
    /** As it was when the first sentence left. */
    private List<Block> note = List.of();

    Spoken(Language language, Shop shop, OwnWords words, Masking masking, Hearing hearing) {
        this.language = language;
        this.shop = shop;
        this.words = words;
        this.masking = masking;
        this.hearing = hearing;
    }

    /** @param judged a sentence that may leave */
    void say(Draft judged, Evidence evidence) {
        judged.cited().forEach(number -> evidence.passage(number).ifPresent(passages::add));
        String said = masking.restore(judged.text());
        if (sentences.isEmpty()) {
            note = note();
            hearing.say(note.isEmpty() ? said : PlainText.of(note) + "\n\n" + said);
        } else {
            hearing.say(space() + said);
        }
        sentences.add(said);
    }

    boolean isEmpty() {
        return sentences.isEmpty();
    }

    int size() {
        return sentences.size();
    }

    /** Those that the sentences cite, in the order in which they were first cited. */
    Set<Cited> passages() {
        return passages;
    }

    List<Block> blocks(Evidence evidence) {
        List<Block> blocks = new ArrayList<>(note);
        blocks.add(new Block.Paragraph(Links.in(String.join(space(), sentences), evidence)));
        return blocks;
    }

    /** From which language the answer was translated, if from another. */
    private List<Block> note() {
        return passages.stream()
                .map(Cited::language)
                .filter(written -> !written.equals(language))
                .findFirst()
                .map(written -> words.say(
                        language,
                        "reply.translated-from",
                        shop,
                        Map.of(
                                "language",
                                ULocale.forLocale(written.locale())
                                        .getDisplayLanguage(ULocale.forLocale(language.locale())))))
                .orElse(List.of());
    }

    private String space() {
        return WITHOUT_SPACES.contains(language.code()) ? "" : " ";
    }
}
