package io.babeldesk.desk.search;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Words as they are written, in any language: cut at Unicode's boundaries, folded, Chinese, Japanese and Korean in pairs
 * of characters, so that any part of what stands there is found. Thai has no boundaries; its words are found by their
 * language's own analysis.
 */
final class WrittenWords extends Analyzer {

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream pairs = new CJKBigramFilter(new CJKWidthFilter(words));
        return new TokenStreamComponents(words, new ICUFoldingFilter(pairs));
    }
}
