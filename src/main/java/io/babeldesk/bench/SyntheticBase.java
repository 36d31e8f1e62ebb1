package io.babeldesk.bench;

import io.babeldesk.conversation.PlainText;
import io.babeldesk.knowledge.AnswerMode;
import io.babeldesk.knowledge.Article;
import io.babeldesk.knowledge.ArticleId;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.Passage;
import io.babeldesk.knowledge.Translation;
import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A large base made from the sentences of a small one, in all its languages, and questions to it. */
final class SyntheticBase {

    private static final long SEED = 20_250_101;
    private static final int PASSAGES = 4;
    private static final int QUESTIONS = 6;
    private static final int SENTENCES = 4;

    private final Edition base;
    private final Map<Language, Recombiner> recombiners = new LinkedHashMap<>();

    SyntheticBase(Edition base) {
        this.base = base;
        for (Language language : base.shop().languages()) {
            recombiners.put(
                    language,
                    new Recombiner(base, language, SEED + language.code().hashCode()));
        }
    }

    List<Language> languages() {
        return List.copyOf(recombiners.keySet());
    }

    String query(Language language) {
        return recombiner(language).query();
    }

    String misspelt(Language language) {
        return recombiner(language).misspelt();
    }

    private Recombiner recombiner(Language language) {
        return java.util.Objects.requireNonNull(recombiners.get(language));
    }

    /** @param passages how many, at least; whole articles in every language */
    Edition edition(int passages) {
        Map<ArticleId, Article> articles = new HashMap<>();
        int count = Math.ceilDiv(passages, PASSAGES * recombiners.size());
        for (int i = 0; i < count; i++) {
            ArticleId id = new ArticleId("synthetic", "article-" + i);
            Map<Language, Translation> translations = new HashMap<>();
            recombiners.forEach(
                    (language, recombiner) -> translations.put(language, translation(id, language, recombiner)));
            articles.put(id, new Article(id, Map.copyOf(translations)));
        }
        return new Edition(
                "synthetic",
                base.shop(),
                base.policies(),
                Map.copyOf(articles),
                base.glossary(),
                List.of(),
                base.handoff());
    }

    private static Translation translation(ArticleId id, Language language, Recombiner recombiner) {
        String title = recombiner.title();
        List<String> questions = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            questions.add(recombiner.question());
        }
        List<Passage> passages = new ArrayList<>();
        for (int number = 0; number < PASSAGES; number++) {
            List<String> sentences = new ArrayList<>();
            for (int i = 0; i < SENTENCES; i++) {
                sentences.add(recombiner.sentence());
            }
            String heading = number == 0 ? title : recombiner.title();
            passages.add(new Passage(id, language, number, heading, PlainText.paragraph(String.join(" ", sentences))));
        }
        return new Translation(
                id,
                language,
                title,
                List.of(),
                questions,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                AnswerMode.WORDED,
                Optional.empty(),
                "1",
                passages);
    }
}
