package io.babeldesk.web;

import io.babeldesk.conversation.Blocked;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Shopper;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.desk.Accounts;
import io.babeldesk.desk.Blocks;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shoppers who are kept out. */
final class BlockApi {

    private static final String BLOCK = "/agent/v1/shoppers/{shopper}/block";
    private static final int LONGEST_REASON = 500;

    private final Conversations conversations;
    private final Blocks blocks;
    private final Accounts accounts;
    private final DeskDoor door;
    private final Body body;
    private final Clock clock;

    BlockApi(WebServer.Shop shop, DeskDoor door, Body body) {
        this.conversations = shop.conversations();
        this.blocks = shop.desk().tools().blocks();
        this.accounts = shop.staff().accounts();
        this.door = door;
        this.body = body;
        this.clock = shop.clock();
    }

    record Listed(List<Shown> data) {}

    /** @param conversation the newest of hers */
    record Shown(
            Known shopper,
            String reason,
            WireDesk.Person by,
            String since,
            @Nullable String until,
            @Nullable String conversation) {}

    record Known(String id, @Nullable String name) {}

    void register(Routes routes) {
        routes.get("/agent/v1/blocked-shoppers", this::list)
                .post(BLOCK, this::block)
                .delete(BLOCK, this::unblock);
    }

    private void list(Context ctx) {
        Json.answer(ctx, 200, new Listed(blocks.all().stream().map(this::shown).toList()));
    }

    private void block(Context ctx) {
        Speaker agent = door.agent(ctx);
        Fields fields = body.read(ctx);
        String reason = MessageText.clean(fields.text("reason")).strip();
        if (fields.isSound() && (MessageText.isBlank(reason) || MessageText.length(reason) > LONGEST_REASON)) {
            fields.expected("reason", "a text of at most " + LONGEST_REASON + " characters");
        }
        Optional<String> given = fields.optionalText("until");
        Optional<Instant> until = given.flatMap(BlockApi::time).filter(clock.instant()::isBefore);
        if (given.isPresent() && until.isEmpty()) {
            fields.expected("until", "a time to come such as 2027-01-31T09:00:00Z");
        }
        fields.check();
        Blocked blocked = new Blocked(ctx.pathParam("shopper"), reason, agent, clock.instant(), until);
        if (!blocks.block(blocked)) {
            throw Problem.of(ProblemCode.UNKNOWN_SHOPPER);
        }
        audited(ctx, "shopper-blocked", until.map(end -> "until " + end).orElse(""));
        Json.answer(ctx, 200, shown(blocked));
    }

    private void unblock(Context ctx) {
        door.agent(ctx);
        if (!blocks.unblock(ctx.pathParam("shopper"))) {
            throw Problem.of(ProblemCode.UNKNOWN_SHOPPER);
        }
        audited(ctx, "shopper-unblocked", "");
        ctx.status(204);
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Shown shown(Blocked blocked) {
        @Nullable
        String name = conversations
                .shopper(blocked.shopper())
                .flatMap(Shopper::customer)
                .flatMap(Shopper.Customer::name)
                .orElse(null);
        @Nullable
        String newest = conversations.ofShopper(blocked.shopper()).stream()
                .map(conversation -> conversation.id())
                .findFirst()
                .orElse(null);
        return new Shown(
                new Known(blocked.shopper(), name),
                blocked.reason(),
                WireDesk.person(blocked.by()),
                blocked.since().toString(),
                blocked.until().map(Instant::toString).orElse(null),
                newest);
    }

    private void audited(Context ctx, String action, String detail) {
        accounts.audit()
                .add(
                        clock.instant(),
                        StaffDoor.present(ctx).agent().id().value(),
                        action,
                        ctx.pathParam("shopper"),
                        detail);
    }
}
