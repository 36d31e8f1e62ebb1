package io.babeldesk.knowledge.index;

import io.babeldesk.knowledge.ArticleId;
import io.babeldesk.knowledge.Thesaurus;
import io.babeldesk.knowledge.index.Lookups.Occurrences;
import io.babeldesk.language.Language;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.lucene.index.PostingsEnum;

/**
 * Adds up what speaks for each passage of a language, one term of the question after the other. Three sums come out of
 * one walk over the postings: by the odds of how people ask for it which article it is about, by BM25 which passage
 * speaks of it, and how much of the question's weight the passage covers. For one question.
 */
final class Tally {

    /**
     * What a word, a concept, a meaning of the thesaurus or a character sequence weighs by the field in which it is found.
     *
     * @param about to {@code aboutGrams}: which article it tells
     * @param head to {@code grams}: which passage speaks of it
     * @param likely what a classifier adds, for each e-fold likelihood
     */
    private record Weights(
            float title,
            float about,
            float aboutConcepts,
            float aboutMeanings,
            float aboutGrams,
            float head,
            float headConcepts,
            float headMeanings,
            float body,
            float bodyConcepts,
            float bodyMeanings,
            float grams,
            float likely) {}

    // Fitted by a listwise softmax over saved questions in two sizes of base: docs/retrieval.md.
    private static final Weights OWN_LANGUAGE =
            new Weights(0.17f, 0.54f, 0.04f, 0, 0.16f, 0.97f, 1.26f, 0, 0.09f, 2.46f, 0, 1.28f, 2);
    /** Of concepts, meanings and names, which is what another language leaves of a question. Searched at random. */
    private static final Weights ACROSS_LANGUAGES =
            new Weights(0.37f, 0.12f, 0.88f, 0.44f, 0.06f, 2.95f, 2.6f, 1.2f, 4.3f, 1.4f, 1.65f, 0.83f, 0.5f);
    // What nearness in meaning adds. Cosines below FAR are chance.
    private static final float FAR = 0.3f;
    private static final float ARTICLE_NEAR = 18;
    private static final float PASSAGE_NEAR = 4;

    /** How often an article is asked for by a word that nobody has asked for it by yet. */
    private static final double PRIOR = 0.5;

    // How far a passage covers a word, by where it says it.
    private static final float WORD_IN_HEAD = 1.0f;
    private static final float WORD_IN_BODY = 0.8f;
    private static final float CONCEPT_IN_HEAD = 0.9f;
    private static final float CONCEPT_IN_BODY = 0.7f;
    private static final float LIKE_A_WORD = 0.7f;
    /** Below this share of a word's character sequences, likeness is chance. */
    private static final float LIKENESS = 0.6f;

    private static final float NO_SCORE = 0;
    private static final float NO_CREDIT = 0;

    private final Lookups lookups;
    private final ForeignMatters.Matters foreignMatters;
    private final Weights weights;
    /** The rarity of what no article speaks of: large bases have rarer words, and evidence has to mean the same in all. */
    private final float rarest;

    private final float[] articles;
    private final float[] passages;
    private final float[] covered;
    /** How far each passage covers the unit at hand, and which ones have any such credit. */
    private final float[] credits;

    private final int[] credited;
    private int creditedCount;

    private float foreign;

    /** Which articles people ask for by the term at hand, and how often. */
    private final int[] having;

    private final double[] rates;

    private final Set<String> scoredConcepts = new HashSet<>();
    private final Optional<Nearness> nearness;
    private final Optional<Likelihood> likelihood;

    /** @param asked the language of the question */
    Tally(
            Lookups lookups,
            Language asked,
            ForeignMatters foreignMatters,
            Optional<Nearness> nearness,
            Optional<Likelihood> likelihood) {
        this.lookups = lookups;
        boolean same = asked.equals(lookups.view().language());
        this.foreignMatters = same ? foreignMatters.in(asked) : foreignMatters.across(asked);
        this.weights = same ? OWN_LANGUAGE : ACROSS_LANGUAGES;
        this.nearness = nearness;
        this.likelihood = likelihood;
        int size = lookups.view().passages();
        this.rarest = (float) lookups.view().field(Fields.ABOUT).idf(0);
        this.articles = new float[lookups.view().translations()];
        this.passages = new float[size];
        this.covered = new float[size];
        this.credits = new float[size];
        this.credited = new int[size];
        this.having = new int[articles.length];
        this.rates = new double[articles.length];
    }

    void add(QueryUnit unit) throws IOException {
        if (!unit.word().isEmpty()) {
            tell(Fields.TITLE, unit.word(), weights.title());
            tell(Fields.ABOUT, unit.word(), weights.about());
            score(Fields.HEAD, unit.word(), weights.head(), passages, WORD_IN_HEAD);
            score(Fields.ASKED, unit.word(), NO_SCORE, passages, WORD_IN_HEAD);
            score(Fields.BODY, unit.word(), weights.body(), passages, WORD_IN_BODY);
        }
        for (String concept : unit.concepts()) {
            add(concept);
        }
        addLikeness(unit);
        settle((float) unit.weight());
    }

    private void add(String concept) throws IOException {
        boolean general = Thesaurus.isMeaning(concept);
        // A concept that several words stand for is said once, and each of them is covered by it.
        boolean first = scoredConcepts.add(concept);
        if (first) {
            tell(lookups.concepts().about(), concept, general ? weights.aboutMeanings() : weights.aboutConcepts());
        }
        float head = general ? weights.headMeanings() : weights.headConcepts();
        float body = general ? weights.bodyMeanings() : weights.bodyConcepts();
        score(lookups.concepts().head(), concept, first ? head : NO_SCORE, passages, CONCEPT_IN_HEAD);
        score(lookups.concepts().body(), concept, first ? body : NO_SCORE, passages, CONCEPT_IN_BODY);
    }

    /** Character sequences of the whole question. */
    void add(Set<String> grams) throws IOException {
        for (String gram : grams) {
            tell(Fields.ABOUT_GRAMS, gram, weights.aboutGrams());
        }
    }

    private void addLikeness(QueryUnit unit) throws IOException {
        List<String> grams = unit.grams();
        if (grams.size() < 2) {
            return;
        }
        int[] shared = new int[passages.length];
        for (String gram : grams) {
            // A word that no passage has may be misspelt, or a form that its stemmer does not know.
            Occurrences found = lookups.find(Fields.GRAMS, gram);
            if (!unit.known()) {
                score(found, weights.grams(), passages, NO_CREDIT);
            }
            count(found, shared);
        }
        for (int number = 0; number < shared.length; number++) {
            float likeness = (float) shared[number] / grams.size();
            if (likeness >= LIKENESS) {
                credit(number, LIKE_A_WORD * likeness);
            }
        }
    }

    /**
     * Adds how far a term tells the articles apart: the logarithm of the odds that it is said in asking for one of them,
     * and not for any other, with a prior of half a word (naive Bayes, as of Rennie and others, ICML 2003). An article
     * counts by how often people ask for it so, where {@link #score} would only see that many articles have the word.
     */
    private void tell(String field, String term, float boost) throws IOException {
        Occurrences found = lookups.find(field, term);
        double all = 0;
        int count = 0;
        for (int i = 0; i < found.segments(); i++) {
            int[] numbers = found.segment(i).numbers();
            PostingsEnum postings = found.postings(i);
            for (int doc = postings.nextDoc(); doc != PostingsEnum.NO_MORE_DOCS; doc = postings.nextDoc()) {
                if (numbers[doc] != Segments.GONE) {
                    having[count] = numbers[doc];
                    rates[count] = found.field().rate(postings.freq(), numbers[doc]);
                    all += rates[count++];
                }
            }
        }
        for (int i = 0; i < count; i++) {
            articles[having[i]] += boost * odds(rates[i], all - rates[i]);
        }
        double rate = foreignMatters.rate(field, term, found.field().meanLength());
        if (rate > 0) {
            foreign += boost * odds(rate, all);
        }
    }

    /** @param others how often it is said for all others */
    private static float odds(double rate, double others) {
        return (float) Math.log((1 + rate / PRIOR) * (1 + rate / (others + PRIOR)));
    }

    private void score(String field, String term, float boost, float[] sums, float credit) throws IOException {
        score(lookups.find(field, term), boost, sums, credit);
    }

    private void score(Occurrences found, float boost, float[] sums, float credit) throws IOException {
        FieldView field = found.field();
        float weight = boost * (float) field.idf(found.documents());
        for (int i = 0; i < found.segments(); i++) {
            int[] numbers = found.segment(i).numbers();
            PostingsEnum postings = found.postings(i);
            for (int doc = postings.nextDoc(); doc != PostingsEnum.NO_MORE_DOCS; doc = postings.nextDoc()) {
                int number = numbers[doc];
                if (number != Segments.GONE) {
                    sums[number] += weight * field.saturation(postings.freq(), number);
                    if (credit > 0) {
                        credit(number, credit);
                    }
                }
            }
        }
    }

    private static void count(Occurrences found, int[] counts) throws IOException {
        for (int i = 0; i < found.segments(); i++) {
            int[] numbers = found.segment(i).numbers();
            PostingsEnum postings = found.postings(i);
            for (int doc = postings.nextDoc(); doc != PostingsEnum.NO_MORE_DOCS; doc = postings.nextDoc()) {
                if (numbers[doc] != Segments.GONE) {
                    counts[numbers[doc]]++;
                }
            }
        }
    }

    private void credit(int number, float credit) {
        if (credits[number] == 0) {
            credited[creditedCount++] = number;
        }
        credits[number] = Math.max(credits[number], credit);
    }

    /** Ends a unit: each passage covers it by the best evidence for it. */
    private void settle(float weight) {
        for (int i = 0; i < creditedCount; i++) {
            int number = credited[i];
            covered[number] += weight * credits[number];
            credits[number] = 0;
        }
        creditedCount = 0;
    }

    /** All that speaks for a passage; 0 if nothing does. */
    float evidence(int passage) {
        int article = lookups.view().translationOf(passage);
        float words = words(passage);
        float near = nearness.map(some -> ARTICLE_NEAR * Math.max(0, some.ofArticle(article) - FAR)
                        + PASSAGE_NEAR * Math.max(0, some.ofPassage(passage) - FAR))
                .orElse(0f);
        float likely = likelihood
                .map(some -> weights.likely() * (some.ofArticle(id(passage)) - Likelihood.LEAST_LOG))
                .orElse(0f);
        return words + near + likely;
    }

    /** What its words alone say for a passage. */
    float words(int passage) {
        return articles[lookups.view().translationOf(passage)] + passages[passage] / rarest;
    }

    /** What speaks for a matter that is no shop's, as {@link #evidence} does for one of the shop's. */
    float foreign() {
        return foreign;
    }

    /** The cosine to the nearest line of the passage's article, where meaning was asked for. */
    OptionalDouble nearness(int passage) {
        return nearness.map(
                        near -> OptionalDouble.of(near.ofArticle(lookups.view().translationOf(passage))))
                .orElse(OptionalDouble.empty());
    }

    /** The cosine to the nearest matter that is no shop's, where meaning was asked for. */
    OptionalDouble foreignNearness() {
        return nearness.map(Nearness::ofForeignMatters).orElse(OptionalDouble.empty());
    }

    /** How likely it is a matter that is no shop's: logarithm of the odds. */
    OptionalDouble foreignLikelihood() {
        return likelihood.map(some -> OptionalDouble.of(some.ofForeignMatter())).orElse(OptionalDouble.empty());
    }

    /** How likely it does not say what is wanted of the shop; 0 where nothing was learned. */
    double vagueness() {
        return likelihood.map(Likelihood::ofVagueness).orElse(0.0);
    }

    private ArticleId id(int passage) {
        return lookups.view().passage(passage).article();
    }

    /** The summed weight of what the passage speaks of. */
    float covered(int passage) {
        return covered[passage];
    }
}
