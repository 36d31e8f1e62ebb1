package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import io.babeldesk.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The widget's texts, and the table that says which test proves which line of what it must do. */
class WidgetStringsTest {

    private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\| .* \\| (.*) \\|$", Pattern.MULTILINE);
    private static final Pattern METHOD = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
    private static final int LINES = 46;

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh", "es", "fr", "de", "it", "pt", "ru", "ar", "ja", "ko", "tr"})
    void pluralsAreThoseOfTheLanguage(String language) {
        Set<String> forms = new WidgetStrings()
                .of(new Language(language)).keySet().stream()
                        .filter(key -> key.startsWith("unread."))
                        .map(key -> key.substring("unread.".length()))
                        .collect(Collectors.toSet());

        assertThat(forms).isEqualTo(PluralRules.forLocale(new ULocale(language)).getKeywords());
    }

    @Test
    void everyLineHasATestThatExists() throws IOException {
        String tests = sources();
        List<String> found = ROW.matcher(Files.readString(Path.of("docs", "widget.md")))
                .results()
                .map(row -> {
                    Matcher method = METHOD.matcher(row.group(2));
                    while (method.find()) {
                        assertThat(tests)
                                .contains("class " + method.group(1))
                                .contains("void " + method.group(2) + "(");
                    }
                    return row.group(1);
                })
                .toList();

        assertThat(found).hasSize(LINES).doesNotHaveDuplicates();
    }

    private static String sources() throws IOException {
        try (var files = Files.walk(Path.of("src", "test", "java"))) {
            StringBuilder all = new StringBuilder();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }
}
