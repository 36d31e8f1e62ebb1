package io.babeldesk.knowledge.intake;

import org.junit.jupiter.api.Test;

/** What keeps the languages of an article together: warnings, which stop no edition. */
class UpkeepTest extends IntakeVocabulary {

    private FolderOnDisk translated(String sourceRev, String body) {
        return folder().changing("shop.yaml", "[en]", "[en, de]")
                .with(
                        GERMAN,
                        FolderOnDisk.article("returns/return-window", body).replace("---\n\n", sourceRev + "---\n\n"));
    }

    /** The revision of the folder's first article. */
    private String current() {
        return folder().edition().translations().getFirst().revision();
    }

    @Test
    void aTranslationOfTheCurrentSourceIsClean() {
        isClean(translated("source_rev: " + current() + "\n", "Sie haben {{returns.window}} Zeit."));
    }

    @Test
    void aStaleTranslationIsToldTheCurrentRevision() {
        String current = current();
        warns(
                translated("source_rev: 0123456789ab\n", "Sie haben {{returns.window}} Zeit."),
                GERMAN,
                5,
                "says revision 0123456789ab of " + ARTICLE,
                "which is now " + current,
                "then set source_rev: " + current);
    }

    @Test
    void aTranslationThatNamesNoRevisionIsToldTheCurrentOne() {
        String current = current();
        warns(translated("", "Sie haben {{returns.window}} Zeit."), GERMAN, 1, "revision none", current);
    }

    @Test
    void changedTextAndTitleMakeTranslationsStale() {
        String sourceRev = "source_rev: " + current() + "\n";
        for (String word : new String[] {"You can", "How long"}) {
            warns(
                    translated(sourceRev, "{{returns.window}} Zeit.").changing(ARTICLE, word, word + " exactly"),
                    GERMAN,
                    5,
                    "says revision");
        }
    }

    @Test
    void changedTagsAndQuestionsLeaveTranslationsFresh() {
        String sourceRev = "source_rev: " + current() + "\n";
        isClean(translated(sourceRev, "{{returns.window}} Zeit.")
                .changing(ARTICLE, "until when", "exactly until when")
                .changing(ARTICLE, "---\n\n", "tags: [x]\n---\n\n"));
    }

    @Test
    void aFactThatTheTranslationLostIsNamed() {
        warns(
                translated("source_rev: " + current() + "\n", "Sie haben lange Zeit."),
                GERMAN,
                BODY,
                "the source names facts that this text lacks: returns.window",
                "add them");
    }

    @Test
    void aMissingTranslationIsNamedAtItsSource() {
        warns(
                folder().changing("shop.yaml", "[en]", "[en, de, fr]"),
                ARTICLE,
                1,
                "not translated into [de, fr]",
                "shoppers get " + ARTICLE);
    }

    @Test
    void anArticleThatIsMissingInTheDefaultLanguageIsNamed() {
        FolderOnDisk folder =
                folder().with("articles/returns/gifts/de.md", FolderOnDisk.article("returns/gifts", "Geschenke."));
        warns(folder, "articles/returns/gifts/de.md", 1, "there is no en.md beside it", "write it");
    }

    @Test
    void anArticleIsToBeReviewedFromItsDayOn() {
        isClean(reviewedBy("2026-12-02"));
        warns(reviewedBy("2026-12-01"), ARTICLE, 5, "was to be reviewed by 2026-12-01", "set a later day");
        warns(reviewedBy("2025-01-01"), ARTICLE, 5, "was to be reviewed by 2025-01-01");
    }

    private FolderOnDisk reviewedBy(String day) {
        return folder().changing(ARTICLE, "---\n\n", "review_by: " + day + "\n---\n\n");
    }

    @Test
    void tooFewQuestionsAreNamed() {
        warns(
                folder().changing(ARTICLE, ", is it too late to send back", ""),
                ARTICLE,
                4,
                "found 2 questions, expected at least 3",
                "write how people ask");
    }

    @Test
    void missingQuestionsAreNamed() {
        FolderOnDisk folder = folder();
        String article = folder.text(ARTICLE);
        warns(folder.with(ARTICLE, article.replaceAll("questions:.*\n", "")), ARTICLE, 1, "found 0 questions");
    }
}
