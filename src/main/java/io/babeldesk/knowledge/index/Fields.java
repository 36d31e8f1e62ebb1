package io.babeldesk.knowledge.index;

import io.babeldesk.language.Language;

/** The index's fields. Each is kept apart by language: {@code body.de}. */
final class Fields {

    /** Which passage, or for an article's document which translation, a document speaks for. */
    static final String KEY = "key";

    /** The translation that a document belongs to: it is replaced as a whole. */
    static final String TRANSLATION = "translation";

    // A passage's document
    /** Its heading, with the article's title and tags. */
    static final String HEAD = "head.";
    /** The questions that it answers. */
    static final String ASKED = "asked.";
    /** What it says. */
    static final String BODY = "body.";
    /** Character sequences of all three. */
    static final String GRAMS = "grams.";
    /** Glossary concepts of head and questions. */
    static final String HEAD_CONCEPTS = "head-concepts.";
    /** Glossary concepts of the body. */
    static final String BODY_CONCEPTS = "body-concepts.";

    // An article's document: which matter it is, before which section
    /** How the fields begin that hold an article's ways of asking. */
    static final String ABOUT_FIELDS = "about";

    static final String TITLE = "title.";
    /** Title, headings, questions and tags. */
    static final String ABOUT = ABOUT_FIELDS + ".";
    /** Glossary concepts of these, each as often as it is said. */
    static final String ABOUT_CONCEPTS = ABOUT_FIELDS + "-concepts.";

    /** Character sequences of these. */
    static final String ABOUT_GRAMS = ABOUT_FIELDS + "-grams.";

    // In the languages in which other languages' questions are answered: concepts, and meanings of the thesaurus
    // besides
    static final String ABOUT_SENSES = ABOUT_FIELDS + "-senses.";

    static final String HEAD_SENSES = "head-senses.";
    static final String BODY_SENSES = "body-senses.";

    /** Where concepts are looked for: which article, which passage's head, which body. */
    record OfConcepts(String about, String head, String body) {

        /** In the language of the question, whose own words say the rest. */
        static final OfConcepts SAME_LANGUAGE = new OfConcepts(ABOUT_CONCEPTS, HEAD_CONCEPTS, BODY_CONCEPTS);

        static final OfConcepts ACROSS_LANGUAGES = new OfConcepts(ABOUT_SENSES, HEAD_SENSES, BODY_SENSES);
    }

    // A line's document: the vector of one way of asking, or of what a passage says
    /** Before the name of the model. */
    private static final String MEANING = "meaning.";

    /** Before the name of a field. */
    private static final String LENGTH = "length.";

    private Fields() {}

    /** A model's vectors of one language. */
    static String meaning(String model, Language written) {
        return MEANING + model + "." + written;
    }

    /** How many places a field of a document has, in which words or sequences stand. */
    static String length(String field) {
        return LENGTH + field;
    }

    /** Whether a field belongs to the documents of articles, not of passages. */
    static boolean ofArticles(String field) {
        return field.startsWith(ABOUT_FIELDS) || field.startsWith(TITLE);
    }
}
