package io.babeldesk.knowledge.index;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Terms of an analysis that is already done, as the index takes them. */
final class TermStream extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final List<Token> tokens;
    private Iterator<Token> rest;

    TermStream(List<Token> tokens) {
        this.tokens = tokens;
        this.rest = tokens.iterator();
    }

    @Override
    public boolean incrementToken() {
        if (!rest.hasNext()) {
            return false;
        }
        Token token = rest.next();
        clearAttributes();
        term.setEmpty().append(token.term());
        position.setPositionIncrement(token.stacked() ? 0 : 1);
        return true;
    }

    @Override
    public void reset() {
        rest = tokens.iterator();
    }
}
