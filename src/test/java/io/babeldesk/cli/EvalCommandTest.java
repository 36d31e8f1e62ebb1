package io.babeldesk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files whose figures can be counted by hand. */
class EvalCommandTest extends CommandsVocabulary {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path files;

    private String file(String name, String text) throws IOException {
        return Files.writeString(files.resolve(name), text).toString();
    }

    private static final String CORPUS = """
            {"id":"a","lang":"en","text":"Lamps are sent back within a month."}
            {"id":"b","lang":"en","text":"The courier rings twice before a parcel goes to the shop."}
            {"id":"c","lang":"de","text":"Der Paketbote klingelt zweimal."}
            {"id":"d","lang":"en","text":"Gold and silver are paid by the gram.","group":"metal"}
            """;

    @Test
    void retrieval_countsEachPairOfLanguagesApart() throws IOException {
        String queries = """
                {"id":"q1","lang":"en","text":"how often does the courier ring"}
                {"id":"q2","lang":"en","text":"silver per gram"}
                {"id":"q3","lang":"de","text":"klingelt der Paketbote"}
                {"id":"q4","lang":"de","text":"Paket"}
                {"id":"q5","lang":"en","text":"who painted the ceiling"}
                """;
        assertThat(run(
                        "eval",
                        "retrieval",
                        "--json",
                        "--corpus",
                        file("corpus", CORPUS),
                        "--queries",
                        file("queries", queries),
                        "--qrels",
                        file("qrels", "q1\tb\t1\nq2\td\t1\nq3\tc\t1\nq4\tb\t1\nq5\ta\t0\n")))
                .isZero();
        assertThat(json().path("all").path("n").asInt()).isEqualTo(4);
        assertThat(json().path("all").path("hit@1").asDouble()).isEqualTo(100);
        assertThat(json().path("all").path("answerable_auroc").asDouble()).isBetween(0.5, 1.0);
        assertThat(json().path("by_language").path("en").path("n").asInt()).isEqualTo(2);
        assertThat(json().path("by_language").path("de").path("n").asInt()).isEqualTo(1);
        assertThat(json().path("by_language").path("de->en").path("mrr@10").asDouble())
                .isEqualTo(100);
    }

    @Test
    void retrieval_ranksOnlyTheQueriesGroup() throws IOException {
        String corpus = """
                {"id":"a","lang":"en","text":"The strap is made of leather.","group":"watch"}
                {"id":"b","lang":"en","text":"The strap of the bag is made of leather and can be replaced.","group":"bag"}
                """;
        assertThat(run(
                        "eval",
                        "retrieval",
                        "--json",
                        "--corpus",
                        file("corpus", corpus),
                        "--queries",
                        file(
                                "queries",
                                "{\"id\":\"q\",\"lang\":\"en\",\"text\":\"replace the strap of the bag\",\"group\":\"watch\"}"),
                        "--qrels",
                        file("qrels", "q\ta\t2\n"),
                        "--relevant",
                        "2"))
                .isZero();
        assertThat(json().path("all").path("hit@1").asDouble()).isEqualTo(100);
    }

    @Test
    void abstention_takesTheProductsOwnCutOff() throws IOException {
        String base = """
                {"text":"how do I send a lamp back","lang":"en","intent":"return"}
                {"text":"I want to return the lamp","lang":"en","intent":"return"}
                {"text":"where is the courier with my parcel","lang":"en","intent":"track"}
                {"text":"my parcel has not come","lang":"en","intent":"track"}
                {"text":"sing me a song","lang":"en","label":"oos"}
                """;
        String test = """
                {"text":"send the lamp back","lang":"en","label":"in","intent":"return"}
                {"text":"where is my parcel","lang":"en","label":"in","intent":"track"}
                {"text":"bake bread without yeast","lang":"en","label":"oos","intent":null}
                """;
        assertThat(run("eval", "abstention", "--json", "--base", file("base", base), "--test", file("test", test)))
                .isZero();
        assertThat(json().path("all").path("in_scope_accuracy").asDouble()).isEqualTo(100);
        assertThat(json().path("all").path("oos_recall").asDouble()).isEqualTo(100);
        assertThat(json().path("all").path("false_answer").asDouble()).isZero();
        assertThat(json().path("all").path("false_refusal").asDouble()).isZero();
        assertThat(json().path("by_confidence").path("en 0-20").path("right").asDouble())
                .isZero();
        assertThat(json().path("by_confidence").path("en 80-100").path("right").asDouble())
                .as(standardOutput())
                .isEqualTo(100);
        assertThat(json().path("all").path("mcc").asDouble()).isCloseTo(1, within(1e-9));
        assertThat(json().path("all").path("auroc").asDouble()).isEqualTo(1);
        assertThat(run(
                        "eval",
                        "abstention",
                        "--json",
                        "--as",
                        "oos",
                        "--base",
                        file("base", base),
                        "--test",
                        file("test", test)))
                .isZero();
        assertThat(json().path("all").path("in_scope_accuracy").isMissingNode()).isTrue();
        assertThat(json().path("all").path("oos_recall").asDouble()).isCloseTo(100.0 / 3, within(0.01));
    }

    @Test
    void language_isCountedByLanguageAndKind() throws IOException {
        String test = """
                {"text":"Ich hätte gerne gewusst, wann mein Paket ankommt","lang":"de-AT","kind":"sentence"}
                {"text":"Quand est-ce que mon colis sera livré ?","lang":"fr","kind":"sentence"}
                {"text":"荷物","lang":"en","kind":"word"}
                """;
        assertThat(run("eval", "language", "--json", "--test", file("test", test)))
                .isZero();
        assertThat(json().path("by_kind").path("sentence").path("accuracy").asDouble())
                .isEqualTo(100);
        assertThat(json().path("by_kind").path("word").path("accuracy").asDouble())
                .isZero();
        assertThat(json().path("by_language").path("de").path("n").asInt()).isEqualTo(1);
    }

    @Test
    void aBadLineIsNamedByFileAndNumber() throws IOException {
        String bad = file("bad.jsonl", "{\"text\":\"x\",\"lang\":\"en\"}\n\nnonsense\n");
        assertThat(run("eval", "language", "--test", bad)).isEqualTo(1);
        assertThat(standardError()).contains(bad + ":3: not JSON");
        String unlabelled = file("label.jsonl", "{\"text\":\"x\",\"lang\":\"en\",\"label\":\"maybe\"}\n");
        assertThat(run("eval", "abstention", "--base", unlabelled, "--test", unlabelled))
                .isEqualTo(1);
        assertThat(standardError()).contains(unlabelled + ":1: 'label' is 'maybe'");
        assertThat(run("eval", "language", "--test", files.resolve("none").toString()))
                .isEqualTo(1);
        assertThat(standardError()).contains("is not there");
        assertThat(run("eval", "retrieval")).isEqualTo(2);
    }
}
