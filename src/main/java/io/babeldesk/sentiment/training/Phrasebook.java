package io.babeldesk.sentiment.training;

import static io.babeldesk.sentiment.Feeling.*;
import static io.babeldesk.sentiment.Sentiment.Label.NEGATIVE;
import static io.babeldesk.sentiment.Sentiment.Label.NEUTRAL;
import static io.babeldesk.sentiment.Sentiment.Label.POSITIVE;

import io.babeldesk.language.Language;
import io.babeldesk.sentiment.Feeling;
import io.babeldesk.sentiment.Sentiment.Label;
import io.babeldesk.sentiment.WordList;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes examples for a language out of its word list: what shoppers say, in telegraph style. Stateless. */
final class Phrasebook {

    static final String PACK = "phrasebook";

    private static final Set<String> UNSPACED = Set.of("zh", "ja", "th");

    private record Pattern(Label label, double angry, List<Feeling> feelings) {
        static Pattern of(Label label, double angry, Feeling... feelings) {
            return new Pattern(label, angry, List.of(feelings));
        }
    }

    private static final List<Pattern> PATTERNS = List.of(
            Pattern.of(NEUTRAL, 0, ASK, MATTER),
            Pattern.of(NEUTRAL, 0, ASK, MATTER, MATTER),
            Pattern.of(NEUTRAL, 0, PLEASE, ASK, MATTER),
            Pattern.of(NEUTRAL, 0, MATTER, ASK),
            Pattern.of(NEUTRAL, 0, MATTER, MATTER),
            Pattern.of(NEUTRAL, 0, PLEASE, MATTER),
            Pattern.of(NEUTRAL, 0, ASK),
            Pattern.of(NEUTRAL, 0, PLEASE),
            Pattern.of(POSITIVE, 0, THANKS),
            Pattern.of(POSITIVE, 0, THANKS, HELPED),
            Pattern.of(POSITIVE, 0, THANKS, VERY, NICE),
            Pattern.of(POSITIVE, 0, VERY, GOOD),
            Pattern.of(POSITIVE, 0, GREAT),
            Pattern.of(POSITIVE, 0, MATTER, GREAT),
            Pattern.of(POSITIVE, 0, VERY, PLEASED),
            Pattern.of(POSITIVE, 0, HAPPY),
            Pattern.of(POSITIVE, 0, LOVE),
            Pattern.of(NEGATIVE, 0, MATTER, LATE),
            Pattern.of(NEGATIVE, 0, MATTER, BROKEN),
            Pattern.of(NEGATIVE, 0, MATTER, BROKEN, DISAPPOINT),
            Pattern.of(NEGATIVE, 0, MATTER, WRONG),
            Pattern.of(NEGATIVE, 0, MATTER, VERY, BAD),
            Pattern.of(NEGATIVE, 0, DISAPPOINT),
            Pattern.of(NEGATIVE, 0, SAD),
            Pattern.of(NEGATIVE, 0, FEAR),
            Pattern.of(NEGATIVE, 1, AGAIN, SCAM),
            Pattern.of(NEGATIVE, 1, AGAIN, ASK, OUTRAGE),
            Pattern.of(NEGATIVE, 1, IGNORED, AGAIN),
            Pattern.of(NEGATIVE, 1, LIAR, REFUND),
            Pattern.of(NEGATIVE, 1, SCAM, NEVER),
            Pattern.of(NEGATIVE, 1, CURSE),
            Pattern.of(NEGATIVE, 1, CURSE, STUPID),
            Pattern.of(NEGATIVE, 1, OUTRAGE, AWFUL),
            Pattern.of(NEGATIVE, 1, REFUND, THREAT),
            Pattern.of(NEGATIVE, 1, USELESS, SHAME),
            Pattern.of(NEGATIVE, 1, HATE, VERY, ANGRY),
            Pattern.of(NEGATIVE, 1, ANGRY),
            Pattern.of(NEGATIVE, 1, DISGUST, ANNOY));

    private Phrasebook() {}

    /** @param times how often each pattern is filled with words */
    static List<Example> examples(WordList words, Language language, int times, Random random) {
        Map<Feeling, List<String>> byFeeling = words.phrases().stream()
                .collect(Collectors.groupingBy(
                        WordList.Phrase::feeling,
                        () -> new EnumMap<>(Feeling.class),
                        Collectors.mapping(phrase -> phrase.text().replace("*", ""), Collectors.toList())));
        String space = UNSPACED.contains(language.code()) ? "" : " ";
        List<Example> examples = new ArrayList<>();
        for (Pattern pattern : PATTERNS) {
            for (int i = 0; i < times; i++) {
                String text = pattern.feelings().stream()
                        .map(feeling -> byFeeling.getOrDefault(feeling, List.of("")))
                        .map(choices -> choices.get(random.nextInt(choices.size())))
                        .collect(Collectors.joining(space));
                examples.add(
                        new Example(text, language, Optional.of(pattern.label()), Optional.of(pattern.angry()), PACK));
            }
        }
        return examples;
    }
}
