package io.babeldesk;

import io.babeldesk.Assembly.KnowledgeRoom;
import io.babeldesk.answer.Answerer;
import io.babeldesk.answer.OwnWords;
import io.babeldesk.cli.Services;
import io.babeldesk.conversation.AssistantReply;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.EventFeed;
import io.babeldesk.conversation.ReplyKind;
import io.babeldesk.conversation.ReplyMode;
import io.babeldesk.desk.FirstAccount;
import io.babeldesk.desk.Passwords;
import io.babeldesk.desk.search.ConversationSearch;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.HoursWording;
import io.babeldesk.knowledge.intake.Finding;
import io.babeldesk.knowledge.intake.KnowledgeFolder;
import io.babeldesk.knowledge.intake.KnowledgeWatcher;
import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
import io.babeldesk.retrieval.Retriever;
import io.babeldesk.settings.Secret;
import io.babeldesk.settings.Settings;
import io.babeldesk.store.Stores;
import io.babeldesk.web.EditionArticles;
import io.babeldesk.web.EditionFront;
import io.babeldesk.web.Metrics;
import io.babeldesk.web.SigningKey;
import io.babeldesk.web.Staff;
import io.babeldesk.web.VirusScanner;
import io.babeldesk.web.WebOptions;
import io.babeldesk.web.WebServer;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds the running service around an open knowledge base. */
final class ServiceAssembly {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceAssembly.class);

    private final Settings settings;
    private final KnowledgeRoom knowledge;
    private final ModelAssembly models;
    private final Metrics metrics;
    private final Messages messages;
    private final Clock clock;

    ServiceAssembly(
            Settings settings,
            KnowledgeRoom knowledge,
            ModelAssembly models,
            Metrics metrics,
            Messages messages,
            Clock clock) {
        this.settings = settings;
        this.knowledge = knowledge;
        this.models = models;
        this.metrics = metrics;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param opening the store; where it cannot be opened, or anything fails after it, all is closed again */
    Services.Running start(Beside<Stores> opening) {
        Stores stores;
        try {
            stores = opening.get();
        } catch (RuntimeException | Error broken) {
            knowledge.close();
            throw broken;
        }
        Conversations conversations = stores.conversations();
        EventFeed feed = stores.feed();
        Passwords passwords = Passwords.ofUsualCost();
        Optional<DemoDesk> demo =
                settings.demo() ? Optional.of(new DemoDesk(stores, passwords, clock)) : Optional.empty();
        ConversationSearch search = ConversationSearch.open(settings.data().resolve("search"), conversations, feed);
        demo.ifPresent(desk -> played(desk, stores, search));
        DeskAssembly people = people(stores, metrics.counting(knowledge.answerer()), search, clock);
        demo.ifPresent(desk -> desk.attend(people.presence()));
        SigningKey signingKey = SigningKey.in(settings.data());
        Staff staff = new StaffAssembly(settings, clock).build(stores, passwords, signingKey);
        EditionFront front =
                new EditionFront(knowledge.base(), knowledge.renderer(), new HoursWording(messages), clock);
        WebServer web = new WebServer(
                options(),
                new WebServer.Shop(
                        conversations,
                        stores.attachments(),
                        new VirusScanner(settings.requests().virusScanner(), VirusScanner.PATIENCE),
                        feed,
                        people.chat(),
                        people.room(),
                        front,
                        new EditionArticles(
                                knowledge.base(),
                                new Retriever(clock),
                                knowledge.renderer(),
                                settings.pages().article(),
                                clock),
                        staff,
                        messages,
                        metrics,
                        signingKey,
                        Map.of(
                                "model",
                                models::state,
                                "embedding",
                                () -> knowledge.meaning().state(knowledge.base().depth())),
                        clock));
        KnowledgeWatcher watcher = new KnowledgeWatcher(knowledge.folder(), knowledge.mark(), this::takeOver);
        people.start();
        search.start();
        watcher.start();
        Running running = new Running(web, watcher, people, demo, search, stores, knowledge, models, Optional.empty());
        try {
            web.start();
            staff.signIn().forgetTheOld();
            // After all that can fail: the password is shown once.
            return running.with(FirstAccount.make(
                    stores.accounts(),
                    passwords,
                    settings.staff().adminPassword().map(Secret::reveal),
                    clock));
        } catch (RuntimeException failed) {
            running.close();
            throw failed;
        }
    }

    private DeskAssembly people(Stores stores, Answerer answerer, ConversationSearch search, Clock at) {
        return new DeskAssembly(
                stores,
                answerer,
                knowledge.languages(),
                this::contact,
                () -> knowledge.base().edition(),
                messages,
                models.summariser(),
                models.translator(knowledge.base(), knowledge.languages()),
                search,
                at);
    }

    private void played(DemoDesk demo, Stores stores, ConversationSearch search) {
        if (!demo.play(past -> people(stores, knowledge.answerer(), search, past))) {
            LOG.info("the data folder is not empty, so the demo adds nothing to it");
        }
    }

    /** A new edition comes into force; a faulty one is named and the last good one stays. */
    private void takeOver(KnowledgeFolder.Reading reading) {
        Optional<Edition> edition = reading.edition();
        if (edition.isEmpty()) {
            LOG.error("the knowledge base has errors, so the last good edition stays in force:");
            reading.findings().stream()
                    .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                    .forEach(finding -> LOG.error("{}", finding));
        } else if (!edition.get().revision().equals(knowledge.base().edition().revision())) {
            knowledge.base().publish(edition.get());
            LOG.info(
                    "edition {} of the knowledge base is in force",
                    edition.get().revision());
        }
    }

    private AssistantReply contact(Language language) {
        return new AssistantReply(
                ReplyKind.NEEDS_PERSON,
                language,
                Optional.empty(),
                0,
                new OwnWords(messages)
                        .needsPerson(language, knowledge.base().edition().shop()),
                List.of(),
                List.of(),
                ReplyMode.PASSAGE);
    }

    private WebOptions options() {
        return new WebOptions(
                settings.server().host(),
                settings.server().port(),
                settings.server().publicUrl(),
                settings.pages().origins(),
                settings.server().trustedProxies(),
                settings.sessions().identitySecret(),
                settings.sessions().length(),
                settings.requests().textLimit(),
                settings.requests().bodyLimit(),
                settings.requests().rates(),
                WebOptions.HEARTBEAT,
                WebOptions.STALLED_AFTER,
                settings.server().drain());
    }

    private record Running(
            WebServer web,
            KnowledgeWatcher watcher,
            DeskAssembly people,
            Optional<DemoDesk> demo,
            ConversationSearch search,
            Stores stores,
            KnowledgeRoom knowledge,
            ModelAssembly models,
            Optional<String> firstPassword)
            implements Services.Running {

        Running with(Optional<String> password) {
            return new Running(web, watcher, people, demo, search, stores, knowledge, models, password);
        }

        @Override
        public URI url() {
            return web.url();
        }

        @Override
        public void close() {
            web.close();
            watcher.close();
            demo.ifPresent(DemoDesk::close);
            people.close();
            models.close();
            search.close();
            stores.close();
            knowledge.close();
        }
    }
}
