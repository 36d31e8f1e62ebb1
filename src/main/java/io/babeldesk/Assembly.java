package io.babeldesk;

import io.babeldesk.answer.Answerer;
import io.babeldesk.answer.OwnWords;
import io.babeldesk.answer.PassageAnswerer;
import io.babeldesk.cli.Failure;
import io.babeldesk.cli.Services;
import io.babeldesk.knowledge.FactWording;
import io.babeldesk.knowledge.KnowledgeBase;
import io.babeldesk.knowledge.PassageRenderer;
import io.babeldesk.knowledge.index.PassageIndex;
import io.babeldesk.knowledge.intake.Finding;
import io.babeldesk.knowledge.intake.KnowledgeFolder;
import io.babeldesk.language.LanguageChooser;
import io.babeldesk.language.LanguageDetector;
import io.babeldesk.language.LanguageWish;
import io.babeldesk.language.Messages;
import io.babeldesk.retrieval.Retriever;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Collectors;

/** Builds every object by hand, in the order of dependency, and closes in reverse. The only place that reads a clock. */
public final class Assembly implements Services {

    private final Clock clock = Clock.systemUTC();
    private final Messages messages = new Messages();

    @Override
    public KnowledgeFolder folder(Path knowledgeBase) {
        return new KnowledgeFolder(knowledgeBase, clock);
    }

    @Override
    public OpenBase open(Path knowledgeBase) {
        KnowledgeFolder.Reading reading = folder(knowledgeBase).read();
        PassageIndex index = PassageIndex.inMemory();
        KnowledgeBase base = new KnowledgeBase(index);
        base.publish(reading.edition().orElseThrow(() -> new Failure(explain(reading))));
        FactWording wording = new FactWording(messages);
        LanguageWish wish = new LanguageWish(messages);
        LanguageDetector languages = new LanguageDetector(wish);
        Answerer answerer = new PassageAnswerer(
                base,
                new Retriever(clock),
                new PassageRenderer(wording),
                new OwnWords(messages),
                wish,
                System::nanoTime);
        return new Opened(index, base, answerer, languages, wording);
    }

    private static String explain(KnowledgeFolder.Reading reading) {
        return "The knowledge base has errors; mend them and start again:\n"
                + reading.findings().stream()
                        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                        .map(Finding::toString)
                        .collect(Collectors.joining("\n"));
    }

    private record Opened(
            PassageIndex index, KnowledgeBase base, Answerer answerer, LanguageChooser languages, FactWording wording)
            implements OpenBase {
        @Override
        public void close() {
            base.close();
            index.close();
        }
    }
}
