package io.babeldesk.knowledge.index;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/** Marks where words begin and end: what a word begins with says more of it than what stands somewhere in it. */
final class WordEdges extends TokenFilter {

    private static final String BEGIN = "^";
    private static final String END = "$";

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);

    WordEdges(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        // Characters that are written without spaces have no words to be at the edge of.
        if (!type.type().equals(CJKBigramFilter.DOUBLE_TYPE) && !type.type().equals(CJKBigramFilter.SINGLE_TYPE)) {
            String word = term.toString();
            term.setEmpty().append(BEGIN).append(word).append(END);
        }
        return true;
    }
}
