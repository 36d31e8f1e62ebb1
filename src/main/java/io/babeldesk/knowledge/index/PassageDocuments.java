package io.babeldesk.knowledge.index;

import io.babeldesk.conversation.PlainText;
import io.babeldesk.knowledge.FactValue;
import io.babeldesk.knowledge.Passage;
import io.babeldesk.knowledge.Placeholder;
import io.babeldesk.knowledge.Policies;
import io.babeldesk.knowledge.Translation;
import io.babeldesk.knowledge.index.Analyses.Analysis;
import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** Turns a translation into the documents of the index: one for the article, and one a passage. */
final class PassageDocuments {

    /** Which words and how often, for BM25; where they stand is never asked. */
    private static final FieldType WORDS = new FieldType(TextField.TYPE_NOT_STORED);

    /** The title is the question that is asked most: it counts as so many ways of asking. */
    private static final int TITLE_COUNTS = 4;

    static {
        WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        // Lengths are kept beside: Lucene looks a norm up for each posting that it writes.
        WORDS.setOmitNorms(true);
        WORDS.freeze();
    }

    private final LanguageAnalyzers analyzers;
    private final Glossaries glossaries;
    private final Policies policies;
    private final Predicate<Language> asksAcross;

    /** @param asksAcross whether questions of other languages are answered in a language */
    PassageDocuments(
            LanguageAnalyzers analyzers, Glossaries glossaries, Policies policies, Predicate<Language> asksAcross) {
        this.analyzers = analyzers;
        this.glossaries = glossaries;
        this.policies = policies;
        this.asksAcross = asksAcross;
    }

    /** The name under which a translation's documents are replaced together. */
    static String key(Translation translation) {
        return translation.article() + "/" + translation.language();
    }

    /** What a passage says, without the names of its facts. */
    static String body(Passage passage) {
        return Placeholder.strip(PlainText.of(passage.blocks()));
    }

    List<Document> of(Translation translation) {
        Analyses analyses = new Analyses(analyzers, glossaries, translation.language());
        List<List<String>> questions = QuestionPlaces.of(translation, analyses);
        List<Document> documents = new ArrayList<>();
        documents.add(article(translation, analyses));
        for (Passage passage : translation.passages()) {
            documents.add(passage(translation, passage, questions.get(passage.number()), analyses));
        }
        return documents;
    }

    private Document article(Translation translation, Analyses analyses) {
        Language language = translation.language();
        List<String> about = new ArrayList<>(Collections.nCopies(TITLE_COUNTS, translation.title()));
        translation.passages().stream().skip(1).forEach(passage -> about.add(passage.heading()));
        about.addAll(translation.questions());
        about.addAll(translation.tags());
        if (translation.questions().isEmpty()) {
            // Nobody wrote down how people ask for it: it is about what it says.
            translation.passages().forEach(passage -> about.add(body(passage)));
        }
        Document document = document(key(translation), key(translation));
        add(Fields.TITLE + language, tokens(List.of(translation.title()), Analysis::words, analyses), document);
        add(Fields.ABOUT + language, tokens(about, Analysis::words, analyses), document);
        add(Fields.ABOUT_GRAMS + language, tokens(about, Analysis::grams, analyses), document);
        add(Fields.ABOUT_CONCEPTS + language, concepts(about, Analysis::concepts, analyses), document);
        if (asksAcross.test(language)) {
            add(Fields.ABOUT_SENSES + language, concepts(about, Analysis::senses, analyses), document);
        }
        return document;
    }

    private Document passage(Translation translation, Passage passage, List<String> asked, Analyses analyses) {
        Language language = translation.language();
        List<String> head = new ArrayList<>(List.of(passage.heading(), translation.title()));
        head.addAll(translation.tags());
        List<String> body = new ArrayList<>(List.of(body(passage)));
        body.addAll(names(passage, policies));
        List<String> headAndAsked = concat(head, asked);
        Document document = document(key(translation), passage.key());
        add(Fields.HEAD + language, tokens(head, Analysis::words, analyses), document);
        add(Fields.ASKED + language, tokens(asked, Analysis::words, analyses), document);
        add(Fields.BODY + language, tokens(body, Analysis::words, analyses), document);
        add(Fields.GRAMS + language, tokens(concat(headAndAsked, body), Analysis::grams, analyses), document);
        addOnce(Fields.HEAD_CONCEPTS + language, headAndAsked, Analysis::concepts, analyses, document);
        addOnce(Fields.BODY_CONCEPTS + language, body, Analysis::concepts, analyses, document);
        if (asksAcross.test(language)) {
            addOnce(Fields.HEAD_SENSES + language, headAndAsked, Analysis::senses, analyses, document);
            addOnce(Fields.BODY_SENSES + language, body, Analysis::senses, analyses, document);
        }
        return document;
    }

    private static List<Token> tokens(List<String> lines, Function<Analysis, List<Token>> kind, Analyses analyses) {
        return lines.stream()
                .flatMap(line -> kind.apply(analyses.of(line)).stream())
                .toList();
    }

    private static void add(String field, List<Token> tokens, Document document) {
        if (tokens.isEmpty()) {
            return;
        }
        document.add(new Field(field, new TermStream(tokens), WORDS));
        document.add(new NumericDocValuesField(
                Fields.length(field),
                tokens.stream().filter(token -> !token.stacked()).count()));
    }

    private static List<Token> concepts(List<String> lines, Function<Analysis, List<String>> kind, Analyses analyses) {
        return lines.stream()
                .flatMap(line -> kind.apply(analyses.of(line)).stream())
                .map(concept -> new Token(concept, 0, 0, false))
                .toList();
    }

    private static void addOnce(
            String name,
            List<String> lines,
            Function<Analysis, List<String>> kind,
            Analyses analyses,
            Document document) {
        lines.stream()
                .flatMap(line -> kind.apply(analyses.of(line)).stream())
                .distinct()
                .forEach(concept -> document.add(new StringField(name, concept, Field.Store.NO)));
    }

    private static List<String> concat(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static Document document(String translation, String key) {
        Document document = new Document();
        document.add(new StringField(Fields.TRANSLATION, translation, Field.Store.NO));
        document.add(new BinaryDocValuesField(Fields.KEY, new BytesRef(key)));
        return document;
    }

    /** What the facts of a translation name in any market. Of all policies this alone is in the index. */
    static Set<String> names(Translation translation, Policies policies) {
        return translation.passages().stream()
                .flatMap(passage -> names(passage, policies).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A shopper asks for "Klarna", which the text itself does not say. */
    private static Set<String> names(Passage passage, Policies policies) {
        Set<String> names = new LinkedHashSet<>();
        StatedFact.values(PlainText.of(passage.blocks()), policies).forEach(value -> {
            if (value instanceof FactValue.Listing listing) {
                names.addAll(listing.names());
            }
        });
        return names;
    }
}
