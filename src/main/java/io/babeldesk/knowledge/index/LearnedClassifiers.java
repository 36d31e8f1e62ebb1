package io.babeldesk.knowledge.index;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The classifiers learned last, by name; with files, also by earlier processes. Safe for use by many threads. */
final class LearnedClassifiers {

    private final Optional<KeptClassifiers> kept;
    private final Map<String, Learned> learned = new ConcurrentHashMap<>();

    /** @param from what it was learned from */
    private record Learned(Fingerprint from, QuestionClassifier classifier) {}

    LearnedClassifiers(Optional<KeptClassifiers> kept) {
        this.kept = kept;
    }

    /** The last one of this name, from whatever it was learned. */
    Optional<QuestionClassifier> last(String name) {
        return Optional.ofNullable(learned.get(name)).map(Learned::classifier);
    }

    /** Makes it the last one of this name if an earlier process has learned it from the same. */
    void recall(String name, Fingerprint from) {
        learned.compute(name, (same, last) -> {
            if (isFrom(from, last)) {
                return last;
            }
            return read(name, from).map(one -> new Learned(from, one)).orElse(last);
        });
    }

    /** The one that is learned from this, by now if it was not before. */
    QuestionClassifier get(String name, Fingerprint from, Supplier<QuestionClassifier> lesson) {
        recall(name, from);
        return learned.compute(name, (same, last) -> {
                    if (isFrom(from, last)) {
                        return last;
                    }
                    QuestionClassifier fresh = lesson.get();
                    kept.ifPresent(files -> files.write(name, from, fresh));
                    return new Learned(from, fresh);
                })
                .classifier();
    }

    /** Whether it need not be learned, since it was, by this process or an earlier one. */
    boolean has(String name, Fingerprint from) {
        return isFrom(from, learned.get(name))
                || kept.filter(files -> files.has(name, from)).isPresent();
    }

    private static boolean isFrom(Fingerprint from, @Nullable Learned last) {
        return last != null && last.from().equals(from);
    }

    private Optional<QuestionClassifier> read(String name, Fingerprint from) {
        return kept.flatMap(files -> files.read(name, from));
    }
}
