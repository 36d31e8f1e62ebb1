package io.babeldesk.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.knowledge.intake.FolderOnDisk;
import io.babeldesk.process.Program.Ended;
import io.babeldesk.process.Shoppers.Chat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledProcessTest {

    private static final int CHATS = 12;
    private static final int MESSAGES = 3;

    @TempDir
    private Path data;

    /** A shop of one article: what is tested here begins before the knowledge base and ends after it. */
    @TempDir
    private static Path shop;

    @BeforeAll
    static void writeTheShop() {
        FolderOnDisk.in(shop);
    }

    private final Shoppers shoppers = new Shoppers();

    @Test
    void whatWasAcceptedBeforeAKillIsAnsweredOnceAfterTheRestart() throws Exception {
        Map<Chat, List<String>> accepted = new HashMap<>();
        try (Program first = Program.serve(data, shop)) {
            for (int i = 0; i < CHATS; i++) {
                accepted.put(shoppers.open(first.url()), new ArrayList<>());
            }
            for (int message = 0; message < MESSAGES; message++) {
                for (Chat chat : accepted.keySet()) {
                    accepted.get(chat)
                            .add(shoppers.say(first.url(), chat, "key-" + message, "where is my parcel " + message));
                }
            }
            first.kill();
        }
        try (Program second = Program.serve(data, shop)) {
            for (Map.Entry<Chat, List<String>> entry : accepted.entrySet()) {
                List<String> answered = eventuallyAnswered(
                        second, entry.getKey(), entry.getValue().size());
                assertThat(answered)
                        .as("every accepted message, each once")
                        .containsExactlyInAnyOrderElementsOf(entry.getValue());
            }
            Chat chat = accepted.keySet().iterator().next();
            assertThat(shoppers.say(second.url(), chat, "key-0", "where is my parcel 0"))
                    .as("the same key after the restart is the same message")
                    .isEqualTo(accepted.getOrDefault(chat, List.of()).getFirst());
            assertThat(second.stop()).as("a stop signal ends it cleanly").isIn(0, 143);
        }
    }

    private List<String> eventuallyAnswered(Program program, Chat chat, int expected)
            throws IOException, InterruptedException {
        List<String> answered = List.of();
        for (int look = 0; look < 100; look++) {
            answered = shoppers.replies(program.url(), chat).stream()
                    .flatMap(List::stream)
                    .toList();
            if (answered.size() >= expected) {
                return answered;
            }
            Thread.sleep(100);
        }
        return answered;
    }

    @Test
    void twoProcessesDoNotShareADataFolder() throws Exception {
        try (Program first = Program.serve(data, shop)) {
            Ended second = Program.here(
                    "serve", "--port", "0", "--data", data.toString(), "--knowledge-base", shop.toString());
            assertThat(second.code()).isEqualTo(1);
            assertThat(second.errors()).contains(data.toString()).doesNotContain("\tat ");
            assertThat(second.output()).isEmpty();
            assertThat(Program.here(
                                    "ask",
                                    "--knowledge-base",
                                    shop.toString(),
                                    "--market",
                                    "US",
                                    "how long can I return things")
                            .code())
                    .as("asking the base meets no lock")
                    .isZero();
            assertThat(first.url().getPort()).isPositive();
        }
    }

    @Test
    void whatIsWrongWithTheFoldersIsSaidInWords() throws Exception {
        Path empty = Files.createDirectory(data.resolve("no-base"));
        Ended missing = Program.here("serve", "--data", data.toString(), "--knowledge-base", empty.toString());
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.errors()).contains("shop.yaml").doesNotContain("\tat ");

        Path corrupt = Files.createDirectory(data.resolve("corrupt"));
        Files.writeString(corrupt.resolve("babeldesk.db"), "this is no database, however long it may be ".repeat(50));
        Ended unusable =
                Program.here("serve", "--port", "0", "--data", corrupt.toString(), "--knowledge-base", shop.toString());
        assertThat(unusable.code()).isEqualTo(1);
        assertThat(unusable.errors()).contains("babeldesk.db").doesNotContain("\tat ");

        assertThat(Program.here("serve", "--port", "seven").code()).isEqualTo(1);
        assertThat(Program.here("no-such-command").code()).isEqualTo(2);
    }
}
