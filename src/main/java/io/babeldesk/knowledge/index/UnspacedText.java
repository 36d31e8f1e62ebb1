package io.babeldesk.knowledge.index;

import com.ibm.icu.text.Normalizer2;
import io.babeldesk.language.SimplifiedHan;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as glossary terms are looked for in it where words do not stand apart: letter case, width, composition and
 * Chinese script are folded and spaces left out, and each character knows where it comes from. Immutable.
 *
 * @param characters the folded text
 * @param pieces for each character of it the part of the original that it comes from
 */
record UnspacedText(String characters, List<Piece> pieces) {

    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

    /** @param beginsWord whether a space or nothing stands before it */
    private record Piece(int start, int end, boolean beginsWord) {}

    static UnspacedText of(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        List<Piece> pieces = new ArrayList<>(text.length());
        boolean beginsWord = true;
        int start = 0;
        while (start < text.length()) {
            int end = endOfCluster(text, start);
            String cluster = SimplifiedHan.of(FOLD.normalize(text.substring(start, end)));
            for (int i = 0; i < cluster.length(); i++) {
                char c = cluster.charAt(i);
                if (!Character.isWhitespace(c)) {
                    folded.append(c);
                    pieces.add(new Piece(start, end, beginsWord));
                }
                beginsWord = Character.isWhitespace(c);
            }
            start = end;
        }
        return new UnspacedText(folded.toString(), List.copyOf(pieces));
    }

    /** A character with all that folding may join to it: a sound mark, a Korean vowel. */
    private static int endOfCluster(String text, int start) {
        int end = text.offsetByCodePoints(start, 1);
        while (end < text.length() && !FOLD.hasBoundaryBefore(text.codePointAt(end))) {
            end = text.offsetByCodePoints(end, 1);
        }
        return end;
    }

    int length() {
        return characters.length();
    }

    String part(int from, int length) {
        return characters.substring(from, from + length);
    }

    int start(int at) {
        return pieces.get(at).start();
    }

    int end(int at) {
        return pieces.get(at).end();
    }

    /**
     * Whether a part may be one term. People put spaces where they like, but a term that runs over one begins where a
     * word begins: 배송 조회, not the 택배 in 선택 배송.
     */
    boolean isOneTerm(int from, int length) {
        return pieces.get(from).beginsWord()
                || pieces.subList(from + 1, from + length).stream().noneMatch(Piece::beginsWord);
    }

    @Override
    public String toString() {
        return characters;
    }
}
