package io.babeldesk.knowledge.index;

import io.babeldesk.conversation.PlainText;
import io.babeldesk.knowledge.FactValue;
import io.babeldesk.knowledge.Passage;
import io.babeldesk.knowledge.Placeholder;
import io.babeldesk.knowledge.Policies;
import io.babeldesk.knowledge.Translation;
import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** Turns a translation into the documents of the index: one for the article, and one a passage. */
final class PassageDocuments {

    /** Which words and how often, for BM25; where they stand is never asked. */
    private static final FieldType WORDS = new FieldType(TextField.TYPE_NOT_STORED);

    static {
        WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        WORDS.freeze();
    }

    private final Glossary glossary;
    private final QuestionPlaces places;
    private final Policies policies;

    PassageDocuments(LanguageAnalyzers analyzers, Glossary glossary, Policies policies) {
        this.glossary = glossary;
        this.places = new QuestionPlaces(analyzers, glossary);
        this.policies = policies;
    }

    /** The name under which a translation's documents are replaced together. */
    static String key(Translation translation) {
        return translation.article() + "/" + translation.language();
    }

    List<Document> of(Translation translation) {
        String key = key(translation);
        List<List<String>> questions = places.of(translation);
        List<Document> documents = new ArrayList<>();
        documents.add(article(key, translation));
        for (Passage passage : translation.passages()) {
            List<String> asked = questions.get(passage.number());
            documents.add(passage(key, translation, passage, asked));
        }
        return documents;
    }

    private Document article(String key, Translation translation) {
        Language language = translation.language();
        List<String> about = new ArrayList<>(List.of(translation.title()));
        translation.passages().stream().skip(1).forEach(passage -> about.add(passage.heading()));
        about.addAll(translation.questions());
        about.addAll(translation.tags());
        Document document = document(key, key);
        document.add(new Field(Fields.TITLE + language, translation.title(), WORDS));
        for (String line : about) {
            document.add(new Field(Fields.ABOUT + language, line, WORDS));
            document.add(new Field(Fields.ABOUT_GRAMS + language, line, WORDS));
            for (Glossary.Match match : glossary.matches(line, language)) {
                document.add(new Field(Fields.ABOUT_CONCEPTS + language, match.concept(), WORDS));
            }
        }
        return document;
    }

    private Document passage(String key, Translation translation, Passage passage, List<String> questions) {
        Language language = translation.language();
        String head = passage.heading() + "\n" + translation.title() + "\n" + String.join("\n", translation.tags());
        String asked = String.join("\n", questions);
        String text = PlainText.of(passage.blocks());
        String body = Placeholder.strip(text) + "\n" + String.join("\n", names(text));
        Document document = document(key, passage.key());
        document.add(new Field(Fields.HEAD + language, head, WORDS));
        document.add(new Field(Fields.ASKED + language, asked, WORDS));
        document.add(new Field(Fields.BODY + language, body, WORDS));
        document.add(new Field(Fields.GRAMS + language, head + "\n" + asked + "\n" + body, WORDS));
        for (String concept : glossary.concepts(head + "\n" + asked, language)) {
            document.add(new StringField(Fields.HEAD_CONCEPTS + language, concept, Field.Store.NO));
        }
        for (String concept : glossary.concepts(body, language)) {
            document.add(new StringField(Fields.BODY_CONCEPTS + language, concept, Field.Store.NO));
        }
        return document;
    }

    private static Document document(String translation, String key) {
        Document document = new Document();
        document.add(new StringField(Fields.TRANSLATION, translation, Field.Store.NO));
        document.add(new BinaryDocValuesField(Fields.KEY, new BytesRef(key)));
        return document;
    }

    /** What a text's facts name in any market: a shopper asks for "Klarna", which the text itself does not say. */
    private Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        StatedFact.values(text, policies).forEach(value -> {
            if (value instanceof FactValue.Listing listing) {
                names.addAll(listing.names());
            }
        });
        return names;
    }
}
