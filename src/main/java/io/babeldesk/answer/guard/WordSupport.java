package io.babeldesk.answer.guard;

import io.babeldesk.answer.Verdict.Held;
import io.babeldesk.answer.Verdict.Reason;
import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether passages speak of what a sentence speaks of: word by word, by form or by meaning. For one answer. */
final class WordSupport {

    /** Of the words that carry meaning, one in four may be the model's own. */
    private static final double MOST_UNSUPPORTED = 0.26;
    /** Across languages only what the glossary knows can be compared; that much of a sentence it must know. */
    private static final double LEAST_KNOWN_ABROAD = 0.4;

    private final Language language;
    private final Concepts concepts;

    WordSupport(Language language, Concepts concepts) {
        this.language = language;
        this.concepts = concepts;
    }

    Optional<Held> judge(Wording said, List<KnownPassage> cited) {
        boolean abroad =
                cited.stream().noneMatch(known -> known.wording().language.equals(language));
        Set<String> meant = new HashSet<>();
        cited.forEach(known -> meant.addAll(known.concepts()));
        List<String> unsupported = new ArrayList<>();
        List<String> mild = new ArrayList<>();
        Signals signals = Signals.of(language);
        int supported = 0;
        int unknown = 0;
        for (String word : said.content) {
            Set<String> means = concepts.of(word, language);
            if (isWritten(word, cited) || means.stream().anyMatch(meant::contains)) {
                supported++;
            } else if (abroad && means.isEmpty()) {
                unknown++;
            } else if (signals.isMild(word)) {
                mild.add(word);
            } else {
                unsupported.add(word);
            }
        }
        if (abroad && Wording.isBigrams(language)) {
            return phrases(said, meant);
        }
        // An order, an amount, to last: beside what is known they add nothing, alone they are all that is said.
        boolean known = supported >= 2 || supported + said.values.claims().size() >= 2;
        if (!known) {
            unsupported.addAll(mild);
        }
        int all = said.content.size() - (known ? mild.size() : 0);
        boolean silent = all == 0 && said.values.claims().isEmpty();
        boolean enough = !abroad || supported >= LEAST_KNOWN_ABROAD * (supported + unknown);
        if (silent || unsupported.size() > MOST_UNSUPPORTED * all || !enough) {
            return Optional.of(new Held(Reason.UNSUPPORTED, unsupported.isEmpty() ? "" : unsupported.getFirst()));
        }
        return Optional.empty();
    }

    /** Without spaces words cannot be counted: what the glossary finds must be in the passage, and something must. */
    private Optional<Held> phrases(Wording said, Set<String> meant) {
        Set<String> named = concepts.in(said);
        long foreign =
                named.stream().filter(concept -> !meant.contains(concept)).count();
        boolean fits = named.size() - foreign >= 2 && foreign * 3 <= named.size();
        return fits ? Optional.empty() : Optional.of(new Held(Reason.UNSUPPORTED, ""));
    }

    private boolean isWritten(String word, List<KnownPassage> cited) {
        for (KnownPassage known : cited) {
            boolean same = known.wording().language.equals(language);
            if (same
                    ? Likeness.isAmong(word, known.wording().content, language)
                    : known.wording().plain.contains(word) && word.length() > 3) {
                return true;
            }
        }
        return false;
    }
}
