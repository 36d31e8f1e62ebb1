package io.babeldesk.web;

import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Handled;
import io.babeldesk.conversation.Shopper;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.desk.Agent;
import io.babeldesk.desk.Presence;
import io.babeldesk.desk.Right;
import io.babeldesk.desk.SignIn.Present;
import io.babeldesk.handoff.Colleague;
import io.babeldesk.handoff.Colleague.Availability;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;

/** Who stands at the desk, and before which conversation. Whoever asks something of it is seen to be there. */
final class DeskDoor {

    private final Conversations conversations;
    private final Presence presence;

    DeskDoor(Conversations conversations, Presence presence) {
        this.conversations = conversations;
        this.presence = presence;
    }

    /** The agent who asks. A program with a key is nobody at the desk. */
    Speaker agent(Context ctx) {
        Present present = StaffDoor.present(ctx);
        if (present.session().isPresent()) {
            sees(present.agent());
        }
        return speaker(present.agent());
    }

    void sees(Agent agent) {
        Agent.Profile profile = agent.profile();
        if (!Right.WRITE_CONVERSATIONS.isOf(profile.roles())) {
            return;
        }
        presence.sees(new Colleague(
                speaker(agent),
                Set.copyOf(profile.languages()),
                profile.skills(),
                profile.teams(),
                Availability.ONLINE,
                profile.capacity(),
                0));
    }

    static Speaker speaker(Agent agent) {
        return new Speaker(agent.id(), agent.displayName());
    }

    /** As whom she acts: a lead may act in a colleague's conversation. */
    Speaker actor(Context ctx) {
        Speaker agent = agent(ctx);
        return StaffDoor.present(ctx).may(Right.LEAD_CONVERSATIONS)
                ? conversation(ctx).handling().owner().orElse(agent)
                : agent;
    }

    /** As whom the shop knows the shopper of a conversation. */
    Optional<Shopper.Customer> customerOf(Handled handled) {
        return conversations.shopper(handled.conversation().shopper()).flatMap(Shopper::customer);
    }

    /** The conversation that the path names. */
    Handled conversation(Context ctx) {
        return conversations
                .handled(ctx.pathParam("conversation"))
                .orElseThrow(() -> Problem.of(ProblemCode.UNKNOWN_CONVERSATION));
    }
}
