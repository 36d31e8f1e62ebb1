package io.babeldesk.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Handled;
import io.babeldesk.conversation.Handling;
import io.babeldesk.conversation.Handling.Handover;
import io.babeldesk.conversation.Handling.Priority;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.handoff.Colleague.Availability;
import io.babeldesk.language.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutingTest extends HandoffVocabulary {

    private final Routing routing = new Routing(rules().routing());

    private static Colleague agent(Speaker who, String language, int load, Availability availability) {
        return new Colleague(
                who, Set.of(Language.of(language)), Set.of("legal-threat"), Set.of("returns"), availability, 4, load);
    }

    private static Handled waiting(String id, Handling handling) {
        return new Handled(
                new Conversation(id, "shp", 1, ConversationState.QUEUED, GERMAN, Optional.empty(), 1, MONDAY, MONDAY),
                handling.timed(Optional.of(MONDAY.minusSeconds(600)), Optional.empty(), Map.of()),
                Optional.empty());
    }

    private static Handling because(String rule) {
        return Handling.NONE.handedOver(new Handover(rule, MONDAY));
    }

    @Test
    void tellsWhyInPointsThatAddUp() {
        Handling urgent =
                because("legal-threat").pressing(Priority.URGENT).ownedBy(ANNA).withoutOwner();
        Routing.Score score =
                routing.score(waiting("cnv_1", urgent), agent(ANNA, "de", 1, Availability.ONLINE), MONDAY);
        assertThat(score.reasons())
                .containsExactly(
                        "language de +40",
                        "skill legal-threat +30",
                        "load 1 of 4 +15",
                        "knows the conversation +25",
                        "priority urgent +30",
                        "waits 10 min +10");
        assertThat(score.points()).isEqualTo(150);
    }

    @Test
    void givesEachToWhomItFitsBestAndToNobodyMoreThanSheCanTake() {
        Colleague anna = agent(ANNA, "de", 3, Availability.ONLINE);
        Colleague ben = agent(BEN, "en", 3, Availability.ONLINE);
        List<Routing.Match> matches = routing.assign(
                List.of(
                        waiting("cnv_1", because("anger")),
                        waiting("cnv_2", because("anger").pressing(Priority.URGENT)),
                        waiting("cnv_3", because("anger"))),
                List.of(ben, anna),
                MONDAY);
        assertThat(matches)
                .extracting(match -> match.waiting().conversation().id() + " "
                        + match.agent().who().name())
                .containsExactly("cnv_2 Anna", "cnv_1 Ben");
    }

    @Test
    void givesNothingToThoseWhoAreBusyAwayOrOfAnotherTeam() {
        List<Handled> one = List.of(waiting("cnv_1", because("anger")));
        assertThat(routing.assign(one, List.of(agent(ANNA, "de", 0, Availability.BUSY)), MONDAY))
                .isEmpty();
        assertThat(routing.assign(one, List.of(agent(ANNA, "de", 0, Availability.AWAY)), MONDAY))
                .isEmpty();
        List<Handled> teams = List.of(waiting("cnv_1", because("anger").forTeam(Optional.of("billing"))));
        assertThat(routing.assign(teams, List.of(agent(ANNA, "de", 0, Availability.ONLINE)), MONDAY))
                .isEmpty();
    }
}
