package io.babeldesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskCommandTest extends CommandsVocabulary {

    private static final String[] FIELDS = {
        "reply", "language", "market", "confidence", "text", "sources", "mode", "timings_ms"
    };

    @Test
    void ask_answered() {
        assertThat(run("ask", "--lang", "de-AT", "--market", "DE", "Wie lange kann ich etwas zurückgeben?"))
                .isZero();
        assertThat(standardOutput())
                .contains("innerhalb von 30 Tagen")
                .endsWith("[returns/return-window] Wie lange kann ich einen Artikel zurückgeben?"
                        + System.lineSeparator());
        assertThat(standardError()).isEmpty();
    }

    @Test
    void ask_answeredAsJson() {
        assertThat(run("ask", "--json", "--market", "de", "¿Cuánto tiempo tengo para devolver un artículo?"))
                .isZero();
        JsonNode printed = json();
        assertThat(printed.fieldNames()).toIterable().containsExactly(FIELDS);
        assertThat(printed.path("reply").asText()).isEqualTo("answered");
        assertThat(printed.path("language").asText()).isEqualTo("es");
        assertThat(printed.path("market").asText()).isEqualTo("DE");
        assertThat(printed.path("confidence").asDouble()).isBetween(0.5, 1.0);
        assertThat(printed.path("text").asText()).contains("30 días").doesNotContain("<");
        assertThat(printed.path("mode").asText()).isEqualTo("passage");
        assertThat(printed.path("timings_ms"))
                .isNotEmpty()
                .allSatisfy(time -> assertThat(time.isNumber()).isTrue());
        JsonNode source = printed.at("/sources/0");
        assertThat(source.fieldNames())
                .toIterable()
                .containsExactly("article", "language", "title", "heading", "score");
        assertThat(source.path("article").asText()).isEqualTo("returns/return-window");
        assertThat(source.path("score").asDouble()).isBetween(0.0, 1.0);
        assertThat(standardOutput().strip().lines()).hasSize(1);
    }

    @Test
    void ask_askedBack() {
        assertThat(run("ask", "--json", "How long can I return things?")).isEqualTo(3);
        assertThat(json().fieldNames()).toIterable().containsExactly(FIELDS);
        assertThat(json().path("reply").asText()).isEqualTo("asked_back");
        assertThat(json().path("market").isNull()).isTrue();
        assertThat(json().path("sources")).isEmpty();
    }

    @Test
    void ask_declined() {
        assertThat(run("ask", "--json", "--market", "US", "What is the capital of Mongolia?"))
                .isEqualTo(4);
        assertThat(json().path("reply").asText()).isEqualTo("declined");
        assertThat(json().path("sources")).isEmpty();
    }

    @Test
    void ask_needsPerson() {
        assertThat(run("ask", "--json", "--market", "US", "I want to talk to a human"))
                .isEqualTo(5);
        assertThat(json().path("reply").asText()).isEqualTo("needs_person");
        assertThat(json().path("text").asText()).contains("help@larkwell.example");
    }

    @Test
    void ask_wordsNeedNoQuotes() {
        assertThat(run("ask", "--market", "US", "how", "long", "can", "I", "return", "things"))
                .isZero();
        assertThat(standardOutput()).contains("45 days");
    }

    @Test
    void ask_clearTextOverridesThePageButAGreetingDoesNot() {
        run("ask", "--json", "--lang", "fr", "--market", "US", "How long can I return things?");
        assertThat(json().path("language").asText()).isEqualTo("en");
        run("ask", "--json", "--lang", "fr", "ok");
        assertThat(json().path("language").asText()).isEqualTo("fr");
    }

    @Test
    void ask_unknownMarket() {
        assertThat(run("ask", "--market", "CH", "hello")).isEqualTo(2);
        assertThat(standardOutput()).isEmpty();
        assertThat(standardError()).contains("'CH' is not a market of this shop; give one of [US, DE,");
    }

    @Test
    void ask_unknownLanguage() {
        assertThat(run("ask", "--lang", "german", "hello")).isEqualTo(2);
        assertThat(standardOutput()).isEmpty();
        assertThat(standardError()).contains("'german' is not a language code; give one such as --lang de");
    }

    @Test
    void ask_withoutAQuestion() {
        assertThat(run("ask")).isEqualTo(2);
        assertThat(standardOutput()).isEmpty();
        assertThat(standardError()).contains("QUESTION", "Usage: babeldesk ask");
    }

    @Test
    void ask_missingFolder(@TempDir Path root) {
        String missing = root.resolve("nowhere").toString();
        assertThat(run("ask", "--knowledge-base", missing, "hello")).isEqualTo(1);
        assertThat(standardOutput()).isEmpty();
        assertThat(standardError())
                .contains(missing, "there is no such folder; create it, or name another with --knowledge-base FOLDER")
                .doesNotContain("Exception");
    }

    @Test
    void ask_emptyQuestion() {
        assertThat(run("ask", "--json", "")).isIn(3, 4, 5);
        assertThat(json().path("text").asText()).isNotBlank();
    }

    @Test
    void unknownCommandsAreUsage() {
        assertThat(run("aks", "hello")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(run("kb")).isEqualTo(2);
        assertThat(standardOutput()).isEmpty();
        assertThat(standardError()).contains("Name a command: check or test.");
    }

    @Test
    void helpAndVersionAreResults() {
        assertThat(run("--help")).isZero();
        assertThat(standardOutput()).contains("Usage: babeldesk");
        assertThat(standardError()).isEmpty();
        assertThat(run("--version")).isZero();
        assertThat(standardOutput()).startsWith("Babeldesk ");
        assertThat(run("ask", "--help")).isZero();
        assertThat(standardOutput()).contains("asked back", "needs a person");
    }
}
