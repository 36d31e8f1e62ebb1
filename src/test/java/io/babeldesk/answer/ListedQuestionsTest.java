package io.babeldesk.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.Market;
import io.babeldesk.knowledge.Translation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Whoever writes a question into an article expects that article as its answer. */
class ListedQuestionsTest extends AnswerVocabulary {

    /** Of each text; all of them would take ten times as long and say the same. */
    private static final int TRIED = 3;

    @Test
    void areAnsweredByTheArticleThatListsThem() {
        List<String> otherwise = new ArrayList<>();
        int asked = 0;
        for (Translation translation : shop.base().edition().translations()) {
            for (String question : translation.questions().stream().limit(TRIED).toList()) {
                startAnew();
                asked++;
                // Nobody types a capital and a question mark.
                String typed = question.toLowerCase(Locale.ROOT).replaceAll("[?？؟¿]", "");
                String market = translation.markets().stream()
                        .findFirst()
                        .map(Market::code)
                        .orElse("DE");
                Reply reply = shopperSays(typed, translation.language().code(), market);
                if (!(reply instanceof Reply.Answered)
                        || !source(reply).article().equals(translation.article().toString())) {
                    otherwise.add(translation.language() + " " + translation.article() + ": " + typed);
                }
            }
        }
        assertThat(asked).isGreaterThan(300);
        assertThat(otherwise).isEmpty();
    }
}
