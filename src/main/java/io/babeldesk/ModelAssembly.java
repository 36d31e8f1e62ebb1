package io.babeldesk;

import io.babeldesk.answer.Answerer;
import io.babeldesk.answer.LanguageModel;
import io.babeldesk.answer.ModelWatch;
import io.babeldesk.answer.OwnWords;
import io.babeldesk.answer.Prompt.Task;
import io.babeldesk.answer.Summariser;
import io.babeldesk.answer.Translator;
import io.babeldesk.answer.WordedAnswerer;
import io.babeldesk.answer.guard.ClaimGuard;
import io.babeldesk.answer.guard.FaithfulTranslations;
import io.babeldesk.answer.guard.OutputPolicy;
import io.babeldesk.answer.guard.OwnSentences;
import io.babeldesk.answer.llm.ModelOptions;
import io.babeldesk.answer.llm.OpenAiLanguageModel;
import io.babeldesk.knowledge.Embedder;
import io.babeldesk.knowledge.FactWording;
import io.babeldesk.knowledge.KnowledgeBase;
import io.babeldesk.knowledge.PassageRenderer;
import io.babeldesk.language.LanguageChooser;
import io.babeldesk.language.Messages;
import io.babeldesk.settings.Secret;
import io.babeldesk.settings.Settings;
import java.time.Clock;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds what words the answers, where the operator has named a model. */
final class ModelAssembly implements AutoCloseable {

    private final Optional<LanguageModel> model;
    private final ModelWatch watch;

    private ModelAssembly(Optional<LanguageModel> model, ModelWatch watch) {
        this.model = model;
        this.watch = watch;
    }

    static ModelAssembly without() {
        return new ModelAssembly(Optional.empty(), ModelWatch.NONE);
    }

    static ModelAssembly with(LanguageModel model, ModelWatch watch) {
        return new ModelAssembly(Optional.of(model), watch);
    }

    static ModelAssembly of(Settings.Model settings, ModelWatch watch, Clock clock) {
        return new ModelAssembly(
                options(settings).map(options -> new OpenAiLanguageModel(options, watch, clock, System::nanoTime)),
                watch);
    }

    private static Optional<ModelOptions> options(Settings.Model settings) {
        Map<Task, String> models = new EnumMap<>(Task.class);
        settings.rewriteModel().ifPresent(name -> models.put(Task.REWRITE, name));
        settings.translateModel().ifPresent(name -> models.put(Task.TRANSLATE, name));
        settings.summariseModel().ifPresent(name -> models.put(Task.SUMMARISE, name));
        Map<String, ModelOptions.Price> prices = new LinkedHashMap<>();
        settings.prices()
                .forEach((name, price) -> prices.put(name, new ModelOptions.Price(price.get(0), price.get(1))));
        return settings.baseUrl()
                .map(url -> new ModelOptions(
                        url,
                        settings.key().map(Secret::reveal),
                        settings.name(),
                        models,
                        settings.headers(),
                        settings.firstToken(),
                        settings.idle(),
                        settings.whole(),
                        settings.atOnce(),
                        new ModelOptions.Budgets(
                                settings.dailyBudget(), settings.visitorBudget(), settings.addressBudget()),
                        prices));
    }

    /** The answerer, with its answers worded by the model; without one it stays as it is. */
    Answerer wording(
            Answerer passages,
            KnowledgeBase base,
            PassageRenderer renderer,
            FactWording wording,
            Messages messages,
            LanguageChooser languages,
            List<Embedder> embedders) {
        return model.<Answerer>map(worded -> new WordedAnswerer(
                        passages,
                        worded,
                        new ClaimGuard(
                                () -> base.edition().glossary(),
                                new OutputPolicy(() -> languages),
                                new OwnSentences(messages),
                                embedders),
                        base,
                        renderer,
                        wording,
                        new OwnWords(messages),
                        watch,
                        System::nanoTime))
                .orElse(passages);
    }

    /** What tells agents in their language what a conversation is about; silent without a model. */
    Summariser summariser() {
        return new Summariser(model, System::nanoTime);
    }

    /** What translates between shoppers and agents; off without a model. */
    Translator translator(KnowledgeBase base, LanguageChooser languages) {
        return new Translator(
                model, new FaithfulTranslations(() -> base.edition().glossary(), languages), System::nanoTime);
    }

    String state() {
        return model.map(LanguageModel::state).orElse("not-configured");
    }

    @Override
    public void close() {
        model.ifPresent(LanguageModel::close);
    }
}
