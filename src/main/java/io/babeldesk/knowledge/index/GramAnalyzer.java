package io.babeldesk.knowledge.index;

import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.ngram.NGramTokenFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Sequences of four characters of words, a word's edges counted as characters, whole words, and pairs of characters in
 * Chinese, Japanese and Korean. They need no knowledge of a language, and bridge what stemmers miss.
 */
final class GramAnalyzer extends Analyzer {

    private static final int LENGTH = 4;

    @Override
    protected Reader initReader(String field, Reader reader) {
        return new SimplifyingReader(reader);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream folded = new ICUFoldingFilter(new CJKWidthFilter(words));
        TokenStream pairs = new CJKBigramFilter(folded);
        return new TokenStreamComponents(words, new NGramTokenFilter(new WordEdges(pairs), LENGTH, LENGTH, true));
    }
}
