package io.babeldesk.web;

import io.javalin.Javalin;
import java.net.URI;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;

/** The yardstick of the benchmarks: what Javalin does by itself. It answers a posted text with a text, and no more. */
public final class BareServer implements AutoCloseable {

    private final Javalin javalin;

    public BareServer(UnaryOperator<String> answer) {
        this.javalin = Javalin.create(config -> {
            config.concurrency.useVirtualThreads = true;
            config.startup.showJavalinBanner = false;
            config.startup.startupWatcherEnabled = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.routes.post("/", ctx -> ctx.result(answer.apply(ctx.body())));
            config.jetty.addConnector((server, http) -> {
                ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
                connector.setHost("127.0.0.1");
                return connector;
            });
        });
    }

    /** The program whose start and memory the product's are compared with; it says where it listens, as the service does. */
    public static void main(String[] arguments) {
        BareServer server = new BareServer(text -> "hello");
        System.out.println("Listening:  " + server.start() + "/");
    }

    public URI start() {
        javalin.start();
        return URI.create("http://127.0.0.1:" + javalin.port());
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
