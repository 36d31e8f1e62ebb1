package io.babeldesk.handoff;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Handled;
import io.babeldesk.conversation.Handling;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.knowledge.Edition;
import io.babeldesk.knowledge.HandoffRules;
import io.babeldesk.knowledge.Shop;
import io.babeldesk.knowledge.intake.KnowledgeFolder;
import io.babeldesk.language.Language;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words in which the tests of handoffs are written. */
public abstract class HandoffVocabulary {

    /** A Monday, in the middle of business hours. */
    public static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");

    public static final Language GERMAN = Language.of("de");
    public static final Speaker ANNA = new Speaker(new AgentId("agt_anna"), "Anna");
    public static final Speaker BEN = new Speaker(new AgentId("agt_ben"), "Ben");

    private static final Edition DEMO = new KnowledgeFolder(
                    Path.of("knowledge-base"), Clock.fixed(MONDAY, ZoneOffset.UTC))
            .readForUse()
            .edition()
            .orElseThrow();

    /** The demonstration shop with its rules. */
    public static Edition demo() {
        return DEMO;
    }

    public static HandoffRules rules() {
        return DEMO.handoff();
    }

    /** Monday and Tuesday from nine to five, but for the tenth of March. */
    static BusinessHours hours() {
        Shop.Span day = new Shop.Span(LocalTime.of(9, 0), LocalTime.of(17, 0));
        return new BusinessHours(new Shop.Hours(
                ZoneId.of("UTC"),
                Map.of(DayOfWeek.MONDAY, day, DayOfWeek.TUESDAY, day),
                Set.of(LocalDate.of(2026, 3, 10))));
    }

    static Moves moves() {
        return new Moves(new Deadlines(rules().deadlines(), hours()));
    }

    static Handled in(ConversationState state, Handling handling) {
        return new Handled(
                new Conversation(
                        "cnv_1", "shp_1", 7, state, GERMAN, Optional.empty(), 3, MONDAY.minusSeconds(60), MONDAY),
                handling,
                Optional.empty());
    }
}
