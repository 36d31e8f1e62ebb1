package io.babeldesk.web;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows of cells as RFC 4180 has them. A cell that a spreadsheet would take for a formula begins with an apostrophe, so that
 * it is shown and not computed.
 */
final class Csv {

    private static final String FORMULAS = "=+-@\t\r\n";

    private final StringBuilder text = new StringBuilder();

    Csv row(List<String> cells) {
        text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static String cell(String content) {
        boolean isFormula = !content.isEmpty() && FORMULAS.indexOf(content.charAt(0)) >= 0;
        String safe = isFormula ? "'" + content : content;
        return safe.chars().anyMatch(letter -> "\",\r\n".indexOf(letter) >= 0)
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
