package io.babeldesk.web;

import io.babeldesk.chat.ShopperChat;
import io.babeldesk.conversation.Attachments;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.EventFeed;
import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinLogger;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server with all its routes. Every request runs on a virtual thread of its own. */
public final class WebServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WebServer.class);

    /** Connections that are kept for a next request do not hold a stop back. */
    private static final int IDLE_WHEN_STOPPING_MILLIS = 200;

    private final WebOptions options;
    private final LiveEvents liveEvents;
    private final DeskEvents deskEvents;
    private final Javalin javalin;

    public WebServer(WebOptions options, Shop shop) {
        this.options = options;
        Proxies proxies = new Proxies(options.trustedProxies());
        Supplier<Language> byDefault = () -> shop.front().shop().defaultLanguage();
        CallerLanguage callerLanguage = new CallerLanguage(shop.messages(), byDefault);
        Tokens tokens = new Tokens(shop.signingKey(), options.sessionLength(), shop.clock());
        Limits limits = new Limits(options.rates(), shop.clock());
        Visitors visitors = new Visitors(tokens, shop.conversations(), limits, proxies, shop.clock());
        Body body = new Body(options.bodyLimit());
        Identity identity = new Identity(options.identitySecret(), shop.clock());
        Transcripts transcripts = new Transcripts(
                shop.conversations(), shop.messages(), () -> shop.front().shop().name());
        ConfigApi configs = new ConfigApi(
                shop.front(), shop.messages(), callerLanguage, visitors, options.textLimit(), identity.isOn());
        this.liveEvents = new LiveEvents(
                shop.conversations(), shop.feed(), shop.chat().openReplies(), visitors, options.heartbeat());
        Problems problems = new Problems(shop.messages(), callerLanguage);
        Origins origins = new Origins(options.siteOrigins(), options.publicUrl(), proxies);
        AgentCookie cookie = new AgentCookie(options.publicUrl(), proxies);
        StaffDoor staffDoor = new StaffDoor(shop.staff().signIn(), cookie, origins);
        DeskDoor deskDoor = new DeskDoor(shop.conversations(), shop.desk().presence());
        this.deskEvents = new DeskEvents(shop.desk(), deskDoor, staffDoor, options.heartbeat());
        shop.metrics().watch(shop.conversations(), () -> liveEvents.openStreams() + deskEvents.openStreams());
        this.javalin = Javalin.create(config -> {
            configure(config, problems);
            new Filters(origins, shop.metrics()).register(config);
            problems.register(config.routes);
            Routes routes = new Routes(config.routes, staffDoor);
            configs.register(routes);
            new SessionApi(shop.conversations(), shop.front(), visitors, tokens, identity, configs, body, shop.clock())
                    .register(routes);
            new ConversationApi(
                            shop.conversations(),
                            shop.feed(),
                            shop.chat(),
                            shop.desk().handoffs(),
                            shop.messages(),
                            shop.front(),
                            visitors,
                            body,
                            shop.clock())
                    .register(routes);
            new MessageApi(
                            shop.conversations(),
                            shop.feed(),
                            shop.chat(),
                            shop.front(),
                            shop.attachments(),
                            visitors,
                            body,
                            options.textLimit(),
                            shop.clock())
                    .register(routes);
            new HistoryApi(shop.conversations(), visitors).register(routes);
            new FileApi(shop.attachments(), shop.virusScanner(), visitors, shop.clock()).register(routes);
            liveEvents.register(routes);
            new AfterwardsApi(
                            shop.conversations(), shop.feed(), visitors, body, transcripts, shop.front(), shop.clock())
                    .register(routes);
            new MyDataApi(shop.conversations(), shop.attachments(), shop.feed(), visitors, transcripts, shop.clock())
                    .register(routes);
            new ArticleApi(shop.front(), visitors, callerLanguage).register(routes);
            new SignInApi(shop.staff(), cookie, proxies, limits, body, shop.clock()).register(routes);
            new SecondFactorApi(
                            shop.staff(),
                            proxies,
                            body,
                            () -> shop.front().shop().name())
                    .register(routes);
            new SingleSignOnApi(
                            shop.staff(), cookie, proxies, limits, options.publicUrl(), shop.signingKey(), shop.clock())
                    .register(routes);
            new AccountApi(shop.staff(), body, shop.clock()).register(routes);
            new CannedReplyApi(shop.staff().cannedReplies(), body, shop.clock(), options.textLimit()).register(routes);
            deskEvents.register(routes);
            new DeskApi(shop.desk(), deskDoor, callerLanguage, shop.messages(), body, shop.clock()).register(routes);
            TranslationApi translations =
                    new TranslationApi(shop.desk(), deskDoor, callerLanguage, body, options.textLimit());
            translations.register(routes);
            new DeskActsApi(
                            shop.desk(),
                            shop.staff().accounts(),
                            deskDoor,
                            translations,
                            new FieldNames(shop.desk().handoffs()),
                            callerLanguage,
                            body,
                            options.textLimit(),
                            shop.clock())
                    .register(routes);
            new ArticleSearchApi(shop.articles(), shop.front(), callerLanguage).register(routes);
            new SuggestionApi(shop.desk(), shop.chat(), shop.staff().accounts(), deskDoor, body, shop.clock())
                    .register(routes);
            new MacroApi(shop.desk().tools().macros(), shop.staff(), body, options.textLimit(), shop.clock())
                    .register(routes);
            FieldNames fieldNames = new FieldNames(shop.desk().handoffs());
            new FieldApi(fieldNames, callerLanguage).register(routes);
            new MacroRunApi(
                            shop.desk().tools(),
                            fieldNames,
                            shop.staff(),
                            deskDoor,
                            callerLanguage,
                            shop.messages(),
                            body,
                            options.textLimit(),
                            shop.clock())
                    .register(routes);
            new DeskFileApi(shop.attachments(), deskDoor).register(routes);
            new MergeApi(shop, deskDoor, callerLanguage, body).register(routes);
            new BlockApi(shop, deskDoor, body).register(routes);
            new RedactionApi(shop, deskDoor, body).register(routes);
            new NotificationApi(shop.desk(), deskDoor, body, deskEvents::heard, shop.clock()).register(routes);
            new SavedViewApi(shop.desk(), deskDoor, body, shop.clock()).register(routes);
            new MarkApi(shop.desk(), shop.staff().accounts().audit(), deskDoor, body, shop.clock()).register(routes);
            new ReportApi(shop.desk(), shop.staff().accounts().agents(), shop.front(), shop.clock()).register(routes);
            new AdminApi(shop.staff(), body, shop.clock()).register(routes);
            new OperationsApi(shop.conversations(), shop.front(), shop.metrics(), shop.optionalParts())
                    .register(routes);
            PackedFiles files = new PackedFiles(Pages::packed);
            new Pages(files, options.siteOrigins()).register(routes);
            new ConsolePages(files).register(routes);
            routes.answerOptions();
        });
    }

    /**
     * What the server puts on the web.
     *
     * @param signingKey for sessions
     * @param optionalParts what the service can do without, by name: its state, such as {@code not-configured}
     */
    public record Shop(
            Conversations conversations,
            Attachments attachments,
            VirusScanner virusScanner,
            EventFeed feed,
            ShopperChat chat,
            DeskRoom desk,
            ShopFront front,
            ArticleFinder articles,
            Staff staff,
            Messages messages,
            Metrics metrics,
            SigningKey signingKey,
            Map<String, Supplier<String>> optionalParts,
            Clock clock) {}

    /** The address is taken by another program. */
    public static final class PortInUse extends RuntimeException {
        private static final long serialVersionUID = 1;

        PortInUse(String host, int port, Throwable cause) {
            super(
                    host + ":" + port + " is in use by another program, perhaps by a Babeldesk that runs already. "
                            + "Stop that one, or choose another port with --port or BABELDESK_PORT.",
                    cause);
        }
    }

    /** @throws PortInUse if another program listens there */
    public void start() {
        // What hinders the start is thrown and said in our words; Javalin would log it as well.
        JavalinLogger.enabled = false;
        try {
            javalin.start();
        } catch (JavalinBindException e) {
            throw new PortInUse(options.host(), options.port(), e);
        } finally {
            JavalinLogger.enabled = true;
        }
    }

    /** The port that it listens on, once started. */
    public int port() {
        return javalin.port();
    }

    /** Where browsers find it. */
    public URI url() {
        String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
        return options.publicUrl().orElseGet(() -> URI.create("http://" + host + ":" + port()));
    }

    /** Takes no new requests, ends the streams, and gives running requests the drain time to end. */
    @Override
    public void close() {
        liveEvents.close();
        deskEvents.close();
        try {
            javalin.jettyServer().server().stop();
        } catch (TimeoutException e) {
            log.warn("some requests did not end within {} and were cut off", options.drain());
        } catch (Exception e) {
            throw new IllegalStateException("the web server does not stop", e);
        }
    }

    private void configure(JavalinConfig config, Problems problems) {
        config.concurrency.useVirtualThreads = true;
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.prefer405over404 = true;
        config.router.ignoreTrailingSlashes = false;
        config.router.javaLangErrorHandler(problems::answerError);
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(options.drain().toMillis());
            server.insertHandler(new GracefulHandler());
            server.setErrorHandler(new BeforeRouting(problems));
        });
        config.jetty.addConnector((server, http) -> {
            http.setSendServerVersion(false);
            ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
            connector.setHost(options.host());
            connector.setPort(options.port());
            // Also ends a write that the client does not take.
            connector.setIdleTimeout(options.stalledAfter().toMillis());
            connector.setShutdownIdleTimeout(IDLE_WHEN_STOPPING_MILLIS);
            return connector;
        });
    }
}
