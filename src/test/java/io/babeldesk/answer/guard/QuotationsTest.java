package io.babeldesk.answer.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.answer.Draft;
import io.babeldesk.answer.Evidence;
import io.babeldesk.answer.Verdict;
import io.babeldesk.answer.Verdict.Reason;
import io.babeldesk.conversation.Block;
import io.babeldesk.conversation.Inline;
import io.babeldesk.conversation.Source;
import io.babeldesk.language.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Titles and labels in the first person are quoted, not said. */
class QuotationsTest {

    private static Verdict judge(String sentence) {
        List<Block> passage = List.of(new Block.Paragraph(List.of(
                new Inline.Text("Les questions sur un colis retenu sont traitées dans "),
                new Inline.Link(
                        "article:delivery/customs", List.of(new Inline.Text("Mon colis est retenu à la douane"))),
                new Inline.Text(". Choisissez « J’ai refusé le colis » sur la page de vos commandes. "
                        + "Je suis Anna et je vous aide."))));
        Source source = new Source("a/b", Language.of("fr"), "", "", 1);
        Evidence evidence =
                new Evidence(List.of(new Evidence.Cited(1, source, passage, Map.of())), List.of(), Optional.empty());
        return GuardCorpusTest.GUARD.over(evidence, Language.of("fr"), "").judge(new Draft(sentence, List.of(1)));
    }

    @Test
    void theTitleOfAnotherArticleMayBeNamed() {
        assertThat(judge("Les questions sur un colis retenu sont traitées dans Mon colis est retenu à la douane."))
                .isInstanceOf(Verdict.Kept.class);
    }

    @Test
    void whatThePassageQuotesMayBeQuoted() {
        assertThat(judge("Choisissez « J’ai refusé le colis » sur la page de vos commandes."))
                .isInstanceOf(Verdict.Kept.class);
        assertThat(judge("Choisissez « J’ai gardé le colis » sur la page de vos commandes."))
                .isInstanceOf(Verdict.Held.class);
    }

    @Test
    void whatIsNotQuotedIsSaidByTheSpeaker() {
        assertThat(judge("Je suis Anna et je vous aide."))
                .isInstanceOfSatisfying(
                        Verdict.Held.class, held -> assertThat(held.why()).isEqualTo(Reason.PROMISE));
    }
}
