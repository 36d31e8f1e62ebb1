package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvTest {

    static Stream<Arguments> cells() {
        return Stream.of(
                Arguments.of("", ""),
                Arguments.of("plain text", "plain text"),
                Arguments.of("0.25", "0.25"),
                Arguments.of("a,b", "\"a,b\""),
                Arguments.of("say \"hi\"", "\"say \"\"hi\"\"\""),
                Arguments.of("two\nlines", "\"two\nlines\""),
                Arguments.of("سلمى", "سلمى"),
                Arguments.of("=1+1", "'=1+1"),
                Arguments.of("+cmd", "'+cmd"),
                Arguments.of("-2", "'-2"),
                Arguments.of("@SUM(A1)", "'@SUM(A1)"),
                Arguments.of("\t=1", "'\t=1"),
                Arguments.of("\r=1", "\"'\r=1\""),
                Arguments.of("=HYPERLINK(\"http://a\",\"b\")", "\"'=HYPERLINK(\"\"http://a\"\",\"\"b\"\")\""));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aCellIsShownAsItIs(String content, String written) {
        assertThat(new Csv().row(List.of(content, "x"))).hasToString(written + ",x\r\n");
    }

    @Test
    void rowsEndAsTheStandardSays() {
        assertThat(new Csv().row(List.of("a", "b")).row(List.of("1", "2"))).hasToString("a,b\r\n1,2\r\n");
    }
}
