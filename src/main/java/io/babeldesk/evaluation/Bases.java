package io.babeldesk.evaluation;

import io.babeldesk.conversation.PlainText;
import io.babeldesk.knowledge.AnswerMode;
import io.babeldesk.knowledge.Article;
import io.babeldesk.knowledge.ArticleId;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.Passage;
import io.babeldesk.knowledge.Translation;
import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes editions of texts that are no knowledge base: the rest is as in the base that a shop begins with. */
final class Bases {

    private Bases() {}

    /** Each document is an article of one passage. */
    static Edition ofDocuments(Edition like, List<CorpusDocument> documents) {
        Map<ArticleId, Article> articles = new LinkedHashMap<>();
        for (int i = 0; i < documents.size(); i++) {
            CorpusDocument document = documents.get(i);
            add(articles, id(i), document.language(), document.title().orElse(""), List.of(), document.text());
        }
        return edition(like, articles);
    }

    /** Under which id document number i stands. */
    static ArticleId id(int i) {
        return new ArticleId("text", "number-" + i);
    }

    /** Each intent in a language is an article of nothing but ways of asking. */
    static Edition ofIntents(Edition like, List<LabelledText> base, Map<ArticleId, String> intents) {
        Map<Language, Map<String, List<String>>> texts = new LinkedHashMap<>();
        for (LabelledText row : base) {
            row.intent()
                    .ifPresent(intent -> texts.computeIfAbsent(row.language(), key -> new LinkedHashMap<>())
                            .computeIfAbsent(intent, key -> new ArrayList<>())
                            .add(row.text()));
        }
        Map<ArticleId, Article> articles = new LinkedHashMap<>();
        texts.forEach((language, byIntent) -> byIntent.forEach((intent, ways) -> {
            ArticleId id = id(articles.size());
            intents.put(id, intent);
            add(articles, id, language, "", ways, "");
        }));
        return edition(like, articles);
    }

    private static void add(
            Map<ArticleId, Article> articles,
            ArticleId id,
            Language language,
            String title,
            List<String> questions,
            String text) {
        Passage passage = new Passage(id, language, 0, title, PlainText.paragraph(text));
        Translation translation = new Translation(
                id,
                language,
                title,
                List.of(),
                List.copyOf(questions),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                AnswerMode.WORDED,
                Optional.empty(),
                "1",
                List.of(passage));
        articles.put(id, new Article(id, Map.of(language, translation)));
    }

    private static Edition edition(Edition like, Map<ArticleId, Article> articles) {
        return new Edition(
                "evaluation", like.shop(), like.policies(), articles, like.glossary(), List.of(), like.handoff());
    }
}
