package io.babeldesk.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The console as it is built, with a stand-in for the service that plays colleagues and shoppers as it is told. */
final class StandIn implements AutoCloseable {

    private static final Path SERVER = Path.of("src", "main", "console", "dev", "server.mjs");
    private static final Path BUILT = Path.of("target", "classes", "console");
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+");

    private final Process process;
    private final URI url;
    private final HttpClient client = HttpClient.newHttpClient();

    StandIn() {
        try {
            this.process = new ProcessBuilder("node", SERVER.toString(), "0", BUILT.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            BufferedReader said = process.errorReader(StandardCharsets.UTF_8);
            Matcher address = ADDRESS.matcher(String.valueOf(said.readLine()));
            if (!address.find()) {
                throw new IllegalStateException("the stand-in does not start; does `node " + SERVER + "` work?");
            }
            this.url = URI.create(address.group());
        } catch (IOException e) {
            throw new IllegalStateException("the console's tests need Node.js on the PATH", e);
        }
    }

    String console() {
        return url + "/console";
    }

    /** Lets something happen: {@code message?text=Hallo}, {@code escalate}, {@code cut}. */
    void plays(String what) {
        try {
            client.send(HttpRequest.newBuilder(url.resolve("/dev/" + what)).build(), BodyHandlers.discarding());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
