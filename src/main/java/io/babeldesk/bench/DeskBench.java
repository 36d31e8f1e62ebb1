package io.babeldesk.bench;

import io.babeldesk.knowledge.Edition;
import io.babeldesk.language.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A busy desk: shoppers who wait, agents with an open console each, and messages that come in. From the moment in which a
 * shopper begins to send until her words have arrived at each console.
 */
final class DeskBench {

    private static final int MOST_WAITING = 500;
    private static final int MOST_AGENTS = 20;
    private static final int MESSAGES_A_SECOND = 10;
    /** Of the way to the screen. */
    private static final int AIM_MILLIS = 1_000;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String MARK = "bench message ";
    private static final Pattern MARKED = Pattern.compile(MARK + "([0-9]+)\\.");
    private static final Pattern CSRF = Pattern.compile("\"csrf_token\":\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("\"key\":\"([^\"]+)\"");
    private static final Pattern ACCOUNT = Pattern.compile("\"id\":\"(agt_[^\"]+)\"");

    private final URI service;
    private final String password;
    private final Consumer<String> progress;
    private final int waiting;
    private final int agents;
    private final AtomicLongArray sent;
    private final List<Long> arrived = Collections.synchronizedList(new ArrayList<>());

    /** @param password of the service's first account */
    DeskBench(URI service, String password, Size size, Consumer<String> progress) {
        this.service = service;
        this.password = password;
        this.waiting = Math.min(MOST_WAITING, size.questions());
        this.agents = Math.min(MOST_AGENTS, size.questions());
        this.sent = new AtomicLongArray(Math.max(1, (int) size.time().toSeconds()) * MESSAGES_A_SECOND);
        this.progress = progress;
    }

    List<Figure> figures(Edition base) {
        try (HttpClient client = Shopper.client()) {
            progress.accept("desk: " + waiting + " shoppers ask for a person");
            Shopper shopper = Shopper.at(service, base.shop().site(), client);
            List<String> conversations = new ArrayList<>();
            for (int i = 0; i < waiting; i++) {
                String conversation = shopper.openConversation();
                shopper.asksForPerson(conversation);
                conversations.add(conversation);
            }
            List<String> keys = keys(client);
            int messages = sent.length();
            CountDownLatch expected = new CountDownLatch(messages * agents);
            List<InputStream> consoles = new ArrayList<>();
            for (String key : keys) {
                consoles.add(openConsole(client, key, expected));
            }
            progress.accept("desk: " + messages + " messages to " + agents + " consoles");
            for (int i = 0; i < messages; i++) {
                sent.set(i, System.nanoTime());
                shopper.says(conversations.get(i % waiting), MARK + i + ".", Language.ENGLISH);
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos() / MESSAGES_A_SECOND);
            }
            boolean all = expected.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            for (InputStream console : consoles) {
                console.close();
            }
            if (!all) {
                throw new IllegalStateException(
                        expected.getCount() + " of " + messages * agents + " messages did not arrive at a console");
            }
            String what = ", " + waiting + " waiting, " + agents + " consoles";
            return List.of(
                    new Figure("desk", "to console p50" + what, "ms", at(0.5), "aim", AIM_MILLIS),
                    new Figure("desk", "to console p99" + what, "ms", at(0.99), "aim", AIM_MILLIS));
        } catch (IOException e) {
            throw new UncheckedIOException("a console could not be closed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** Agents, each with a key of her own. */
    private List<String> keys(HttpClient client) {
        progress.accept("desk: " + agents + " agents come to work");
        String signIn = "{\"username\":\"admin\",\"password\":\"" + password + "\"}";
        var signedIn = Shopper.exchange(
                client, Shopper.post(service, "/agent/v1/login", signIn).build());
        String cookie =
                signedIn.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        String token = Shopper.first(CSRF, signedIn.body());
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < agents; i++) {
            String account = Shopper.first(
                    ACCOUNT, asAdmin(client, cookie, token, "/agent/v1/accounts", "{\"username\":\"agent" + i + "\"}"));
            keys.add(Shopper.first(
                    KEY,
                    asAdmin(
                            client,
                            cookie,
                            token,
                            "/admin/v1/api-keys",
                            "{\"account\":\"" + account
                                    + "\",\"name\":\"bench\",\"scopes\":[\"read-conversations\"]}")));
        }
        return keys;
    }

    private String asAdmin(HttpClient client, String cookie, String token, String path, String body) {
        HttpRequest request = Shopper.post(service, path, body)
                .header("Cookie", cookie)
                .header("X-CSRF-Token", token)
                .header("Origin", service.getScheme() + "://" + service.getAuthority())
                .build();
        return Shopper.exchange(client, request).body();
    }

    private InputStream openConsole(HttpClient client, String key, CountDownLatch expected)
            throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/agent/v1/events"))
                .header("Authorization", "Bearer " + key)
                .header("Accept", "text/event-stream")
                .build();
        try {
            InputStream stream =
                    client.send(request, BodyHandlers.ofInputStream()).body();
            CountDownLatch open = new CountDownLatch(1);
            Thread.ofVirtual().start(() -> read(stream, open, expected));
            open.await();
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException("a console could not be opened", e);
        }
    }

    private void read(InputStream stream, CountDownLatch open, CountDownLatch expected) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                open.countDown();
                Matcher message = MARKED.matcher(line);
                if (message.find()) {
                    arrived.add(System.nanoTime() - sent.get(Integer.parseInt(message.group(1))));
                    expected.countDown();
                }
            }
        } catch (IOException closed) {
            // The benchmark is over.
            open.countDown();
        }
    }

    private double at(double part) {
        List<Long> sorted = arrived.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(part * sorted.size()))) / 1e6;
    }
}
