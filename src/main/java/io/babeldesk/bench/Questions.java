package io.babeldesk.bench;

import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.SavedQuestion;
import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What shoppers ask: the base's saved questions that an article answers, in a fixed disorder. Endless. */
final class Questions {

    private static final long SEED = 7;

    private final List<Asked> asked = new ArrayList<>();

    /** A question with the language of the page that it is asked on. */
    record Asked(String text, Language language) {}

    Questions(Edition edition) {
        for (SavedQuestion question : edition.questions()) {
            if (!question.accepted().isEmpty() && edition.shop().languages().contains(question.language())) {
                asked.add(new Asked(question.question(), question.language()));
            }
        }
        if (asked.isEmpty()) {
            edition.translations()
                    .forEach(translation -> asked.add(new Asked(translation.title(), translation.language())));
        }
        Collections.shuffle(asked, new Random(SEED));
    }

    Asked get(int number) {
        return asked.get(number % asked.size());
    }
}
