package io.babeldesk.knowledge.index;

import io.babeldesk.language.Language;
import java.io.Reader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ko.KoreanAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pl.PolishAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.uk.UkrainianMorfologikAnalyzer;

/**
 * The analysis of each language: tokens, stop words and stems as Lucene has them, then folded, so that a missing accent
 * finds the accented word. Languages without an analyzer of their own are cut at Unicode's word boundaries. Safe for
 * use by many threads.
 */
public final class LanguageAnalyzers {

    /** An analyzer with the language's own stop words, or with those that are given. */
    private record Chain(Supplier<Analyzer> usual, Function<CharArraySet, Analyzer> with) {}

    private static final Map<String, Chain> KNOWN = Map.ofEntries(
            Map.entry("ar", new Chain(ArabicAnalyzer::new, ArabicAnalyzer::new)),
            Map.entry("bg", new Chain(BulgarianAnalyzer::new, BulgarianAnalyzer::new)),
            Map.entry("bn", new Chain(BengaliAnalyzer::new, BengaliAnalyzer::new)),
            Map.entry("cs", new Chain(CzechAnalyzer::new, CzechAnalyzer::new)),
            Map.entry("da", new Chain(DanishAnalyzer::new, DanishAnalyzer::new)),
            Map.entry("de", new Chain(GermanAnalyzer::new, GermanAnalyzer::new)),
            Map.entry("el", new Chain(GreekAnalyzer::new, GreekAnalyzer::new)),
            Map.entry("en", new Chain(() -> new EnglishAnalyzer(StopWords.ENGLISH), EnglishAnalyzer::new)),
            Map.entry("es", new Chain(SpanishAnalyzer::new, SpanishAnalyzer::new)),
            Map.entry("fa", new Chain(PersianAnalyzer::new, PersianAnalyzer::new)),
            Map.entry("fi", new Chain(FinnishAnalyzer::new, FinnishAnalyzer::new)),
            Map.entry("fr", new Chain(FrenchAnalyzer::new, FrenchAnalyzer::new)),
            Map.entry("hi", new Chain(HindiAnalyzer::new, HindiAnalyzer::new)),
            Map.entry("hu", new Chain(HungarianAnalyzer::new, HungarianAnalyzer::new)),
            Map.entry("id", new Chain(IndonesianAnalyzer::new, IndonesianAnalyzer::new)),
            Map.entry("it", new Chain(ItalianAnalyzer::new, ItalianAnalyzer::new)),
            Map.entry("ja", new Chain(JapaneseAnalyzer::new, stops -> new JapaneseAnalyzer())),
            Map.entry("ko", new Chain(KoreanAnalyzer::new, stops -> new KoreanAnalyzer())),
            Map.entry("nl", new Chain(DutchAnalyzer::new, DutchAnalyzer::new)),
            Map.entry("no", new Chain(NorwegianAnalyzer::new, NorwegianAnalyzer::new)),
            Map.entry("pl", new Chain(PolishAnalyzer::new, PolishAnalyzer::new)),
            Map.entry("pt", new Chain(PortugueseAnalyzer::new, PortugueseAnalyzer::new)),
            Map.entry("ro", new Chain(RomanianAnalyzer::new, RomanianAnalyzer::new)),
            Map.entry("ru", new Chain(RussianAnalyzer::new, RussianAnalyzer::new)),
            Map.entry("sv", new Chain(SwedishAnalyzer::new, SwedishAnalyzer::new)),
            Map.entry("th", new Chain(ThaiAnalyzer::new, ThaiAnalyzer::new)),
            Map.entry("tr", new Chain(BeginningsAnalyzer::new, BeginningsAnalyzer::new)),
            Map.entry("uk", new Chain(UkrainianMorfologikAnalyzer::new, UkrainianMorfologikAnalyzer::new)),
            Map.entry("zh", new Chain(() -> new SmartChineseAnalyzer(StopWords.CHINESE), SmartChineseAnalyzer::new)));

    private static final Chain OTHER = new Chain(StandardAnalyzer::new, StandardAnalyzer::new);

    private final Map<Language, Analyzer> words = new ConcurrentHashMap<>();
    private final Map<Language, Analyzer> wholePhrases = new ConcurrentHashMap<>();
    private final Analyzer grams = new GramAnalyzer();

    /** Words of a language without its stop words, stemmed and folded. */
    Analyzer words(Language language) {
        return words.computeIfAbsent(
                language, known -> new Folded(chain(known).usual().get(), known, functionWords(known)));
    }

    /** As they come out of the analysis, since each language's filters do other things before and after the stop words. */
    private CharArraySet functionWords(Language language) {
        return StopWords.functionWords(language)
                .map(list -> new CharArraySet(
                        Token.of(wholePhrases(language), list).stream()
                                .map(Token::term)
                                .toList(),
                        false))
                .orElse(CharArraySet.EMPTY_SET);
    }

    /** The same with the stop words kept, for phrases that would lose their meaning without them ("how long"). */
    Analyzer wholePhrases(Language language) {
        return wholePhrases.computeIfAbsent(
                language,
                known -> new Folded(chain(known).with().apply(CharArraySet.EMPTY_SET), known, CharArraySet.EMPTY_SET));
    }

    /** Character sequences, the same for every language. */
    Analyzer grams() {
        return grams;
    }

    /** Words, by the language that a field's name ends with: {@code body.de}. */
    public Analyzer wordsByField() {
        return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                return words(new Language(field.substring(field.indexOf('.') + 1)));
            }
        };
    }

    private static Chain chain(Language language) {
        return KNOWN.getOrDefault(language.code(), OTHER);
    }

    /** An analyzer whose tokens are folded last; the dictionary of the Chinese one knows simplified characters only. */
    private static final class Folded extends AnalyzerWrapper {
        private final Analyzer inner;
        private final boolean simplifies;
        private final CharArraySet dropped;

        Folded(Analyzer inner, Language language, CharArraySet dropped) {
            super(PER_FIELD_REUSE_STRATEGY);
            this.inner = inner;
            this.dropped = dropped;
            this.simplifies = language.code().equals("zh");
        }

        @Override
        protected Reader wrapReader(String field, Reader reader) {
            return simplifies ? new SimplifyingReader(reader) : reader;
        }

        @Override
        protected Analyzer getWrappedAnalyzer(String field) {
            return inner;
        }

        @Override
        protected TokenStreamComponents wrapComponents(String field, TokenStreamComponents components) {
            TokenStream folded = new ICUFoldingFilter(components.getTokenStream());
            return new TokenStreamComponents(
                    components.getSource(), dropped.isEmpty() ? folded : new StopFilter(folded, dropped));
        }
    }
}
