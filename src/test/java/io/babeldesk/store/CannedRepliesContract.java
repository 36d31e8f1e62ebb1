package io.babeldesk.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.desk.CannedReplies;
import io.babeldesk.desk.CannedReply;
import io.babeldesk.language.Language;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** All that a store of canned replies promises. */
abstract class CannedRepliesContract {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Map<Language, String> HELLO =
            Map.of(Language.of("de"), "Guten Tag", Language.of("ar"), "مرحبًا");

    abstract CannedReplies store();

    @Test
    void keepsThemByShortcutInEveryLanguage() {
        CannedReply second = store().add("hello", "Greeting", HELLO, NOON).orElseThrow();
        CannedReply first = store().add("bye", "Farewell", Map.of(Language.ENGLISH, "Bye"), NOON)
                .orElseThrow();
        assertThat(second.id()).startsWith("cnd_");
        assertThat(second.texts()).isEqualTo(HELLO);
        assertThat(store().all()).containsExactly(first, second);
        assertThat(store().add("bye", "Again", HELLO, NOON)).isEmpty();
        assertThat(store().all()).hasSize(2);
    }

    @Test
    void replacesAndRemoves() {
        CannedReply hello = store().add("hello", "Greeting", HELLO, NOON).orElseThrow();
        CannedReply bye = store().add("bye", "Farewell", HELLO, NOON).orElseThrow();
        CannedReply changed = new CannedReply(hello.id(), "hi", "Hi", Map.of(Language.ENGLISH, "Hi"));
        assertThat(store().change(changed)).isEqualTo(CannedReplies.Change.DONE);
        assertThat(store().all()).containsExactly(bye, changed);
        assertThat(store().change(new CannedReply(hello.id(), "bye", "x", HELLO)))
                .isEqualTo(CannedReplies.Change.SHORTCUT_TAKEN);
        assertThat(store().change(new CannedReply("cnd_none", "x", "x", HELLO)))
                .isEqualTo(CannedReplies.Change.UNKNOWN);
        assertThat(store().remove(bye.id())).isTrue();
        assertThat(store().remove(bye.id())).isFalse();
        assertThat(store().all()).containsExactly(changed);
    }
}
