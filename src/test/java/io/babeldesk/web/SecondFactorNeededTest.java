package io.babeldesk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.desk.Authenticator;
import io.babeldesk.desk.Role;
import io.babeldesk.desk.SecondFactor;
import io.babeldesk.desk.SignIn;
import io.babeldesk.desk.Vault;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where leads need a second factor. */
class SecondFactorNeededTest extends StaffVocabulary {

    @Override
    SignIn signIn() {
        return new SignIn(
                accounts,
                passwords,
                new SecondFactor(accounts.secondFactors(), new Vault(new byte[32]), clock),
                new SignIn.Rules(Duration.ofHours(12), true, Set.of(Role.LEAD)),
                clock);
    }

    @Test
    void whoeverHoldsSuchARoleSetsOneUpBeforeAnythingElse() {
        assertThat(worker("ben", Role.AGENT).get("/agent/v1/accounts").statusCode())
                .isEqualTo(200);
        Worker mara = worker("mara", Role.AGENT, Role.LEAD);
        assertThat(mara.user.path("must_set_up_second_factor").asBoolean()).isTrue();
        assertProblem(mara.get("/agent/v1/accounts"), 403, "second-factor-required");
        String own = "/agent/v1/me/second-factor";
        String secret = json(mara.post(own, Map.of("current_password", PASSWORD)))
                .path("secret")
                .asText();
        assertProblem(mara.get("/agent/v1/accounts"), 403, "second-factor-required");
        assertThat(mara.put(own, Map.of("code", new Authenticator(secret, clock).code()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(mara.get("/agent/v1/accounts").statusCode()).isEqualTo(200);
    }
}
