package io.babeldesk.web;

import static io.babeldesk.answer.llm.FaultyModelServer.status;
import static io.babeldesk.answer.llm.FaultyModelServer.words;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.babeldesk.Assembly;
import io.babeldesk.answer.llm.FaultyModelServer;
import io.babeldesk.cli.Services;
import io.babeldesk.knowledge.index.DemoIndex;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole service with a model's server behind it, as an agent sees them who needs a translation. */
@Timeout(120)
class TranslatedServiceTest {

    private static final String PASSWORD = "the operator chose this";

    @Test
    void asksTheModelForTranslationsAndNeverTellsItTheNumberOfAnOrder(@TempDir Path data) throws Exception {
        try (FaultyModelServer model =
                        new FaultyModelServer(words(0, "Wo ist ", "die Bestellung [[ORD", "ER_1]]?"), status(400));
                Services.Running service = new Assembly()
                        .serve(Map.of(
                                "PORT",
                                "0",
                                "DATA",
                                DemoIndex.into(data).toString(),
                                "KNOWLEDGE_BASE",
                                "knowledge-base",
                                "ADMIN_PASSWORD",
                                PASSWORD,
                                "LLM_BASE_URL",
                                model.url().toString(),
                                "LLM_TRANSLATE_MODEL",
                                "tiny-translator"))) {
            Contract http = new Contract(URI.create(service.url().toString().replaceFirst("/$", "")));
            String[] headers = signedIn(http);
            assertThat(WebVocabulary.json(http.send("GET", "/agent/v1/translation", "", headers))
                            .path("available")
                            .asBoolean())
                    .isTrue();

            String body = "{\"text\":\"Where is the order LW-204481?\",\"from\":\"en\",\"to\":\"de\"}";
            HttpResponse<String> translated = http.send("POST", "/agent/v1/translate", body, headers);
            assertThat(WebVocabulary.json(translated).path("text").asText())
                    .isEqualTo("Wo ist die Bestellung LW-204481?");
            assertThat(model.bodies.getFirst())
                    .contains("tiny-translator", "Where is the order [[ORDER_1]]?", "Bestellung")
                    .doesNotContain("204481");

            WebVocabulary.assertProblem(
                    http.send("POST", "/agent/v1/translate", body, headers), 503, "translation-failed");
        }
    }

    private static String[] signedIn(Contract http) {
        String origin = http.at("").toString();
        HttpResponse<String> answer = http.send(
                "POST",
                "/agent/v1/login",
                "{\"username\":\"admin\",\"password\":\"" + PASSWORD + "\"}",
                "Origin",
                origin);
        JsonNode me = WebVocabulary.json(answer);
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        return List.of(
                        "Cookie",
                        cookie,
                        "Origin",
                        origin,
                        "X-CSRF-Token",
                        me.path("csrf_token").asText())
                .toArray(String[]::new);
    }
}
