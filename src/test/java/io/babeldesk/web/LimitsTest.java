package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.settings.Limit;
import io.babeldesk.settings.Rate;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsTest extends WebVocabulary {

    @Override
    WebOptions options() {
        return options(Map.of(
                Limit.SEND_MESSAGE, new Rate(2, Duration.ofMinutes(1)),
                Limit.OPEN_SESSION, new Rate(3, Duration.ofMinutes(1))));
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeAgain() {
        Visitor anna = visitor();
        String conversation = anna.opensConversation();
        HttpResponse<String> first = anna.says(conversation, "one");
        assertThat(first.headers().firstValue("RateLimit-Policy")).contains("\"send-message\";q=2;w=60");
        assertThat(first.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"send-message\";r=1;t=");
        anna.says(conversation, "two");
        HttpResponse<String> third = anna.says(conversation, "three");
        assertProblem(third, 429, "too-many-requests");
        long wait = third.headers().firstValueAsLong("Retry-After").orElseThrow();
        assertThat(wait).isBetween(1L, 30L);
        assertThat(json(third).path("retry_after").asLong()).isEqualTo(wait);
        clock.passes(Duration.ofSeconds(wait));
        assertThat(anna.says(conversation, "three").statusCode()).isEqualTo(202);
    }

    @Test
    void shoppersAreCountedApartAndLimitsToo() {
        Visitor anna = visitor();
        Visitor ben = visitor();
        String annas = anna.opensConversation();
        anna.says(annas, "one");
        anna.says(annas, "two");
        assertProblem(anna.says(annas, "three"), 429, "too-many-requests");
        assertThat(anna.get(messagesOf(annas)).statusCode()).isEqualTo(200);
        assertThat(ben.says(ben.opensConversation(), "one").statusCode()).isEqualTo(202);
    }

    @Test
    void anAddressThatIsMadeUpIsNotBelieved() {
        for (int i = 0; i < 3; i++) {
            assertThat(openFrom("203.0.113." + i).statusCode()).isEqualTo(200);
        }
        assertProblem(openFrom("203.0.113.9"), 429, "too-many-requests");
    }

    private HttpResponse<String> openFrom(String address) {
        return post("/api/v1/session", "{\"site\":\"demo\"}", "X-Forwarded-For", address);
    }

    @Test
    void anAddressMayOpenSixtySessionsAndSendAHundredAndTwentyMessages() {
        assertThat(Limit.OPEN_SESSION.byDefault().requests()).isGreaterThanOrEqualTo(60);
        assertThat(Limit.SEND_MESSAGE.byDefault().requests()).isGreaterThanOrEqualTo(120);
    }
}
