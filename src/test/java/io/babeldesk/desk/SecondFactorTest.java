package io.babeldesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.desk.SecondFactor.Proof;
import io.babeldesk.store.MemoryAccounts;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecondFactorTest {

    private static final AgentId MARA = new AgentId("agt_mara");
    /** RFC 6238, appendix B, of whose eight digits ours are the last six. */
    private static final byte[] RFC_SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private final Vault vault = new Vault(Secrets.bytes());
    private final SecondFactors kept = MemoryAccounts.empty().secondFactors();

    private SecondFactor at(long second) {
        Clock clock = InstantSource.fixed(Instant.ofEpochSecond(second)).withZone(ZoneOffset.UTC);
        return new SecondFactor(kept, vault, clock);
    }

    private void shares() {
        kept.propose(MARA, vault.lock(RFC_SECRET, MARA.value()), Instant.EPOCH);
        kept.confirm(MARA, 0, List.of());
    }

    @Test
    void takesTheCodesOfTheStandardInAnyLanguageOfTheMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            shares();
            assertThat(at(59).check(MARA, "287082")).isEqualTo(Proof.CODE);
            assertThat(at(1111111109).check(MARA, "081 804")).isEqualTo(Proof.CODE);
            assertThat(at(1234567890).check(MARA, "٠٠٥٩٢٤")).isEqualTo(Proof.CODE);
            assertThat(at(20000000000L).check(MARA, "353130")).isEqualTo(Proof.CODE);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void takesACodeOfTheStepBeforeOrAfterButNoneTwiceAndNoOlderOneThen() {
        shares();
        assertThat(at(1111111109 + 61).check(MARA, "081804"))
                .as("two steps later")
                .isEqualTo(Proof.NONE);
        assertThat(at(1111111109 + 30).check(MARA, "081804")).isEqualTo(Proof.CODE);
        assertThat(at(1111111109).check(MARA, "081804")).as("used").isEqualTo(Proof.NONE);
        assertThat(at(1234567890 - 30).check(MARA, "005924"))
                .as("a clock that is slow")
                .isEqualTo(Proof.CODE);
        assertThat(at(1111111109).check(MARA, "081804")).as("an older step").isEqualTo(Proof.NONE);
    }

    @Test
    void takesNothingElse() {
        shares();
        for (String wrong : List.of("", "28708", "2870822", "abcdef", "287083", "x".repeat(1_000))) {
            assertThat(at(59).check(MARA, wrong)).as(wrong).isEqualTo(Proof.NONE);
        }
        assertThat(at(59).check(new AgentId("agt_other"), "287082")).isEqualTo(Proof.NONE);
        SecondFactor withAnotherKey = new SecondFactor(
                kept,
                new Vault(Secrets.bytes()),
                InstantSource.fixed(Instant.ofEpochSecond(59)).withZone(ZoneOffset.UTC));
        assertThat(withAnotherKey.check(MARA, "287082")).isEqualTo(Proof.NONE);
    }

    @Test
    void isOnOnceItIsConfirmed() {
        Clock clock = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);
        SecondFactor factor = new SecondFactor(kept, vault, clock);
        String secret = factor.propose(MARA).orElseThrow().secret();
        assertThat(secret).matches("[A-Z2-7]{32}");
        Authenticator app = new Authenticator(secret, clock);
        assertThat(factor.isOn(MARA)).isFalse();
        assertThat(factor.check(MARA, app.code())).as("not confirmed").isEqualTo(Proof.NONE);
        assertThat(factor.confirm(MARA, "000000")).isEmpty();
        List<String> codes = factor.confirm(MARA, app.code()).orElseThrow();
        assertThat(factor.isOn(MARA)).isTrue();
        assertThat(factor.propose(MARA)).as("on already").isEmpty();
        assertThat(factor.check(MARA, app.code())).as("used to confirm").isEqualTo(Proof.NONE);
        Authenticator later = new Authenticator(secret, Clock.offset(clock, Duration.ofSeconds(30)));
        assertThat(factor.check(MARA, later.code())).isEqualTo(Proof.CODE);

        assertThat(codes)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([a-z2-7]{4}-){3}[a-z2-7]{4}"));
        assertThat(factor.check(MARA, codes.getFirst().toUpperCase(Locale.ROOT).replace("-", " ")))
                .isEqualTo(Proof.RECOVERY_CODE);
        assertThat(factor.check(MARA, codes.getFirst())).isEqualTo(Proof.NONE);
        assertThat(factor.of(MARA)).isEqualTo(new SecondFactor.State(true, 9));
    }

    @Test
    void theSecretIsLockedAwayForHerAlone() {
        String locked = vault.lock(RFC_SECRET, "agt_mara");
        assertThat(locked).isNotEqualTo(vault.lock(RFC_SECRET, "agt_mara"));
        assertThat(vault.open(locked, "agt_mara")).contains(RFC_SECRET);
        assertThat(vault.open(locked, "agt_other")).isEmpty();
        assertThat(vault.open(locked.substring(4), "agt_mara")).isEmpty();
        assertThat(vault.open("", "agt_mara")).isEqualTo(Optional.empty());
        assertThat(vault.open("%", "agt_mara")).isEmpty();
    }
}
