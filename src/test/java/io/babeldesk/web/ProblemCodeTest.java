package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.language.Language;
import io.babeldesk.language.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemCodeTest {

    @Test
    void everyCodeHasAText() {
        assertThat(ProblemCode.values())
                .allMatch(code -> new Messages().has(Language.ENGLISH, "problem." + code.code()));
    }

    @Test
    void codeAndDescriptionNameTheSameCodes() {
        List<String> described = new ArrayList<>();
        OpenApi.FILE
                .document()
                .at("/components/schemas/Problem/properties/code/enum")
                .forEach(code -> described.add(code.asText()));
        assertThat(described)
                .containsExactlyElementsOf(
                        Stream.of(ProblemCode.values()).map(ProblemCode::code).toList());
    }
}
