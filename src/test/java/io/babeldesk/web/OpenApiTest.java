package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** The check of answers against docs/openapi.yaml has to bite, or all tests that lean on it prove nothing. */
class OpenApiTest {

    @Test
    void aFieldTooManyTooFewOrOfAnotherTypeIsAFault() {
        OpenApi.FILE.assertMatches("{\"id\":\"trn_1\",\"seq\":1}", "Accepted");
        for (String wrong : new String[] {
            "{\"id\":\"trn_1\"}",
            "{\"id\":\"trn_1\",\"seq\":\"1\"}",
            "{\"id\":\"cnv_1\",\"seq\":1}",
            "{\"id\":\"trn_1\",\"seq\":1,\"extra\":true}"
        }) {
            assertThatThrownBy(() -> OpenApi.FILE.assertMatches(wrong, "Accepted"))
                    .as(wrong)
                    .isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void blocksAreCheckedToTheirLeaves() {
        OpenApi.FILE.assertMatches("[{\"type\":\"p\",\"children\":[{\"type\":\"text\",\"text\":\"a\"}]}]", "Blocks");
        assertThatThrownBy(() -> OpenApi.FILE.assertMatches(
                        "[{\"type\":\"p\",\"children\":[{\"type\":\"link\",\"href\":\"javascript:x\",\"children\":[]}]}]",
                        "Blocks"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aStatusThatIsNotDescribedIsNotFound() {
        JsonNode operation = OpenApi.FILE.operation("/healthz", "get").orElseThrow();
        assertThat(OpenApi.FILE.response(operation, 200)).isPresent();
        assertThat(OpenApi.FILE.response(operation, 418)).isEmpty();
    }

    @Test
    void anAddressIsKnownByItsDescription() {
        assertThat(OpenApi.FILE.templateOf("/widget/v1.js?x")).contains("/widget/v1.js");
        assertThat(OpenApi.FILE.templateOf("/widget/v1.abc.js")).contains("/widget/v1.{hash}.js");
        assertThat(OpenApi.FILE.templateOf("/api/v1/conversations/cnv_1/messages"))
                .contains("/api/v1/conversations/{conversation}/messages");
        assertThat(OpenApi.FILE.templateOf("/api/v1/nothing")).isEmpty();
    }
}
