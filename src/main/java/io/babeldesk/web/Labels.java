package io.babeldesk.web;

import java.util.List;
import java.util.regex.Pattern;

/** What a label may be. Stateless. */
final class Labels {

    static final String EXPECTED = "at most 20 labels of letters, digits and _.:-";

    private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.:-]{0,39}");
    private static final int MOST = 20;

    private Labels() {}

    static boolean areSound(List<String> labels) {
        return labels.size() <= MOST
                && labels.stream().allMatch(label -> LABEL.matcher(label).matches());
    }
}
