package io.babeldesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.knowledge.index.DemoIndex;
import io.babeldesk.knowledge.intake.FolderOnDisk;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the README tells people to do works as it stands there. The two commands to begin with stand outside of fences: a
 * fresh clone proves those.
 */
class ReadmeTest {

    private static final Pattern FENCED = Pattern.compile("```(\\w*)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)=\"([^\"]*)\"");

    private static final Path KEPT = Path.of("target", "commands");

    @TempDir
    Path folder;

    private static List<String> snippets(String kind) throws IOException {
        return FENCED.matcher(Files.readString(Path.of("README.md"), StandardCharsets.UTF_8))
                .results()
                .filter(fence -> fence.group(1).equals(kind))
                .map(fence -> fence.group(2))
                .toList();
    }

    @Test
    void hasNoSnippetThatIsNotRun() throws IOException {
        long all =
                FENCED.matcher(Files.readString(Path.of("README.md"))).results().count();
        assertThat(snippets("sh").size() + snippets("html").size()).isEqualTo((int) all);
    }

    @Test
    void theCommandsDoWhatTheyShould() throws Exception {
        List<String> lines = snippets("sh").stream().flatMap(String::lines).toList();
        assertThat(lines).hasSizeGreaterThan(4);
        List<String> ran = new ArrayList<>();
        for (String line : lines) {
            List<String> words = WORD.matcher(line)
                    .results()
                    .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                    .map(this::inTheFolder)
                    .toList();
            Map<String, String> environment = words.stream()
                    .takeWhile(word -> word.contains("="))
                    .map(word -> word.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
            List<String> command = words.subList(environment.size(), words.size());
            switch (command.getFirst()) {
                case "cp" -> copies(command);
                case "./babeldesk" -> runs(command.subList(1, command.size()), environment, line);
                default -> throw new AssertionError("nobody knows how to run: " + line);
            }
            ran.add(line);
        }
        assertThat(ran).isEqualTo(lines);
    }

    /** The folders that the README makes up lie in the test's own. */
    private String inTheFolder(String word) {
        if (word.equals("my-data")) {
            return DemoIndex.into(folder.resolve(word)).toString();
        }
        return word.startsWith("my-") ? folder.resolve(word).toString() : word;
    }

    private static void copies(List<String> words) {
        assertThat(words.get(1)).isEqualTo("-r");
        FolderOnDisk.copyOf(Path.of(words.get(2)), Path.of(words.get(3)));
    }

    private static void runs(List<String> arguments, Map<String, String> environment, String line) throws Exception {
        if (arguments.getFirst().equals("serve")) {
            serves(arguments, environment);
            return;
        }
        List<String> given = new ArrayList<>(arguments);
        if (!arguments.contains("check")) {
            // The demo base is analysed once for all tests.
            given.addAll(List.of("--data", DemoIndex.into(KEPT).toString()));
        }
        Program.Ended ended = Program.here(given.toArray(String[]::new));
        // The saved questions are meant to be harder than what the assistant can do.
        int worst = arguments.equals(List.of("kb", "test")) ? 1 : 0;
        assertThat(ended.code())
                .as(line + "\n" + ended.output() + ended.errors())
                .isBetween(0, worst);
        // A base without faults gives a check nothing to say.
        assertThat(ended.output().isBlank()).as(line).isEqualTo(arguments.contains("check"));
    }

    /** A model that is named but not there is no reason not to serve. */
    private static void serves(List<String> arguments, Map<String, String> environment) throws Exception {
        int port = arguments.indexOf("--port") + 1;
        assertThat(port).isPositive();
        List<String> onAFreePort = new ArrayList<>(arguments);
        onAFreePort.set(port, "0");
        try (Program program = Program.serveWith(onAFreePort, environment)) {
            HttpResponse<String> ready = get(program.url().resolve("/readyz"));
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(ready.body().contains("not-configured")).isEqualTo(environment.isEmpty());
            embedsTheWidget(program.url());
        }
    }

    /** Where the page says that the widget is, it is; and the shop knows itself by the name that the page calls it. */
    private static void embedsTheWidget(URI service) throws Exception {
        for (String html : snippets("html")) {
            List<MatchResult> attributes = ATTRIBUTE.matcher(html).results().toList();
            HttpResponse<String> widget =
                    get(service.resolve(URI.create(value(attributes, "src")).getPath()));
            assertThat(widget.statusCode()).isEqualTo(200);
            assertThat(widget.body()).contains("babeldesk");
            HttpRequest session = HttpRequest.newBuilder(service.resolve("/api/v1/session"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"site\":\"%s\",\"locale\":\"%s\",\"market\":\"%s\"}"
                            .formatted(
                                    value(attributes, "data-site"),
                                    value(attributes, "data-locale"),
                                    value(attributes, "data-market"))))
                    .build();
            assertThat(send(session).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theFilesThatItLinksToAreThere() throws IOException {
        Pattern link = Pattern.compile("\\]\\(([^)#]+)\\)");
        List<String> missing = link.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(found -> found.group(1))
                .filter(target -> !target.startsWith("http"))
                .filter(target -> !Files.exists(Path.of(target)))
                .toList();
        assertThat(missing).isEmpty();
    }

    private static String value(List<MatchResult> attributes, String name) {
        return attributes.stream()
                .filter(attribute -> attribute.group(1).equals(name))
                .map(attribute -> attribute.group(2))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no attribute " + name));
    }

    private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address).build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
