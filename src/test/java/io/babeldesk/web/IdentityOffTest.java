package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdentityOffTest extends WebVocabulary {

    @Override
    WebOptions options() {
        WebOptions usual = super.options();
        return new WebOptions(
                usual.host(),
                usual.port(),
                usual.publicUrl(),
                usual.siteOrigins(),
                usual.trustedProxies(),
                Optional.empty(),
                usual.sessionLength(),
                usual.textLimit(),
                usual.bodyLimit(),
                usual.rates(),
                usual.heartbeat(),
                usual.stalledAfter(),
                usual.drain());
    }

    @Test
    void withoutASecretNobodyCanSayWhoSheIs() {
        assertProblem(post("/api/v1/session", "{\"site\":\"demo\",\"jwt\":\"a.b.c\"}"), 409, "identity-off");
        assertThat(json(get("/api/v1/widget-config?site=demo"))
                        .at("/features/identity")
                        .asBoolean())
                .isFalse();
    }
}
