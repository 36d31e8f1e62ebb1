package io.babeldesk.answer;

import io.babeldesk.answer.guard.ClaimGuard;
import io.babeldesk.answer.guard.OutputPolicy;
import io.babeldesk.answer.guard.OwnSentences;
import io.babeldesk.conversation.Generation;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.Turn;
import io.babeldesk.knowledge.FactWording;
import io.babeldesk.knowledge.PassageRenderer;
import io.babeldesk.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words in which the tests of worded answers are written: the model says something, and the shopper hears. */
abstract class ModelVocabulary extends AnswerVocabulary {

    /** What the shopper hears while the reply is made. */
    static class Ear implements Hearing {
        final List<String> pieces = new ArrayList<>();
        boolean over;

        @Override
        public void say(String text) {
            pieces.add(text);
        }

        @Override
        public boolean isOver() {
            return over;
        }

        String heard() {
            return String.join("", pieces);
        }
    }

    final Ear ear = new Ear();
    private Optional<OpenShop> guarded = Optional.empty();

    @SuppressWarnings("NullAway.Init") // made with the first answer
    private ClaimGuard guard;

    WordedAnswerer worded(LanguageModel model) {
        return new WordedAnswerer(
                shop.answerer(),
                model,
                guard(),
                shop.base(),
                new PassageRenderer(new FactWording(MESSAGES)),
                new FactWording(MESSAGES),
                new OwnWords(MESSAGES),
                ModelWatch.NONE,
                System::nanoTime);
    }

    /** A guard takes a glossary and passages apart once, as in the service. */
    ClaimGuard guard() {
        if (!guarded.equals(Optional.of(shop))) {
            OpenShop open = shop;
            guarded = Optional.of(open);
            guard = new ClaimGuard(
                    () -> open.base().edition().glossary(),
                    new OutputPolicy(open::languages),
                    new OwnSentences(MESSAGES),
                    List.of());
        }
        return guard;
    }

    Reply answer(LanguageModel model, String text, String language, Turn... earlier) {
        return worded(model).answer(question(text, language, earlier), ear);
    }

    static Question question(String text, String language, Turn... earlier) {
        return new Question(text, Language.of(language), Optional.of(new Market("DE")), List.of(earlier));
    }

    /** What is said without a model. */
    Reply passage(String text, String language) {
        return shop.answerer().answer(question(text, language));
    }

    static Generation generation(Reply reply) {
        return reply.saying().provenance().generation().orElseThrow();
    }
}
