package io.babeldesk.sentiment;

/** Numbers for pieces of text, spread evenly (FNV-1a with the final mixing of MurmurHash3). */
final class Hash {

    private static final int START = 0x811c9dc5;
    private static final int PRIME = 0x01000193;

    private Hash() {}

    static int of(CharSequence text, int from, int to, int kind) {
        int hash = add(START, (char) kind);
        for (int i = from; i < to; i++) {
            hash = add(hash, text.charAt(i));
        }
        return mixed(hash);
    }

    private static int add(int hash, char c) {
        return ((hash ^ (c & 0xff)) * PRIME ^ (c >>> 8)) * PRIME;
    }

    private static int mixed(int hash) {
        int h = hash;
        h ^= h >>> 16;
        h *= 0x85ebca6b;
        h ^= h >>> 13;
        h *= 0xc2b2ae35;
        return h ^ h >>> 16;
    }
}
