package io.babeldesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentimentCommandsTest extends CommandsVocabulary {

    private static final String JUDGED = """
            {"text":"Where is my parcel?","lang":"en","label":"neu","anger":0}
            {"text":"Thank you, wonderful service!","lang":"en-GB","label":"pos","anger":0}
            {"text":"You liars, I hate you","lang":"en","label":"neg","anger":1}
            {"text":"Ihr seid Betrüger, verdammte Idioten","lang":"de","anger":1}
            """;

    @TempDir
    private Path folder;

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("judged.jsonl"), text).toString();
    }

    @Test
    void eval_table() throws IOException {
        assertThat(run("eval", "sentiment", "--test", file(JUDGED))).isZero();
        assertThat(standardOutput().lines().map(line -> line.strip().split(" +")))
                .containsExactly(
                        new String[] {"n", "macro_f1", "recall", "anger_f1"},
                        new String[] {"de", "1", "100.0"},
                        new String[] {"en", "3", "100.0", "100.0", "100.0"},
                        new String[] {"all", "4", "100.0", "100.0", "100.0"});
    }

    @Test
    void eval_json() throws IOException {
        assertThat(run("eval", "sentiment", "--json", "--test", file(JUDGED))).isZero();
        assertThat(json().at("/all/n").asInt()).isEqualTo(4);
        assertThat(json().at("/by_language/en/macro_f1").asDouble()).isEqualTo(100);
        assertThat(json().at("/by_language/de").has("macro_f1")).isFalse();
        assertThat(json().at("/by_language/de/anger_f1").asDouble()).isEqualTo(100);
    }

    @Test
    void eval_badLineIsNamed() throws IOException {
        String bad = file(
                "{\"text\":\"a\",\"lang\":\"en\",\"label\":\"neg\"}\n\n{\"text\":\"b\",\"lang\":\"en\",\"label\":\"sad\"}");
        assertThat(run("eval", "sentiment", "--test", bad)).isEqualTo(1);
        assertThat(standardError()).contains("judged.jsonl:3: 'label' is 'sad'; it is 'neg', 'neu' or 'pos'");
        assertThat(run("eval", "sentiment", "--test", file("{\"text\":"))).isEqualTo(1);
        assertThat(standardError()).contains("judged.jsonl:1: ");
        assertThat(run("eval", "sentiment", "--test", "nowhere.jsonl")).isEqualTo(1);
        assertThat(standardError()).contains("nowhere.jsonl");
    }

    @Test
    void eval_withoutAFileIsMisuse() {
        assertThat(run("eval", "sentiment")).isEqualTo(2);
        assertThat(run("eval")).isEqualTo(2);
    }

    @Test
    void train_writesWhatEvalReads() throws IOException {
        String model = folder.resolve("mood.model").toString();
        assertThat(run("train", "sentiment", "--from", file(JUDGED), "--to", model))
                .isZero();
        assertThat(run("eval", "sentiment", "--model", model, "--json", "--test", file(JUDGED)))
                .isZero();
        assertThat(json().at("/by_language/en/macro_f1").asDouble()).isEqualTo(100);
        assertThat(run("eval", "sentiment", "--model", file(JUDGED), "--test", file(JUDGED)))
                .isEqualTo(1);
        assertThat(standardError()).contains("train sentiment");
    }
}
