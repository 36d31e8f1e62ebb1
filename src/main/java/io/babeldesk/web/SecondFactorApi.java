package io.babeldesk.web;

import io.babeldesk.desk.SecondFactor.Proposal;
import io.babeldesk.desk.SecondFactor.State;
import io.babeldesk.desk.SecondFactorSetUp;
import io.babeldesk.desk.SecondFactorSetUp.Begun;
import io.babeldesk.desk.SecondFactorSetUp.Ended;
import io.babeldesk.desk.SignIn;
import io.babeldesk.desk.SignIn.Present;
import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Her own second factor: set up, confirmed, given up. */
final class SecondFactorApi {

    private static final String OWN = "/agent/v1/me/second-factor";

    private final SecondFactorSetUp setUp;
    private final Proxies proxies;
    private final Body body;
    private final Supplier<String> shop;

    /** @param shop the name under which an app shows the codes */
    SecondFactorApi(Staff staff, Proxies proxies, Body body, Supplier<String> shop) {
        this.setUp = staff.signIn().secondFactorSetUp();
        this.proxies = proxies;
        this.body = body;
        this.shop = shop;
    }

    /** @param required whether she may do nothing else before */
    record Own(boolean on, boolean required, int recoveryCodesLeft) {}

    record Proposed(String secret, String uri, QrCode qr) {}

    record Confirmed(List<String> recoveryCodes) {}

    void register(Routes routes) {
        routes.get(OWN, this::show)
                .post(OWN, this::begin)
                .put(OWN, this::confirm)
                .post(OWN + "/off", this::giveUp);
    }

    private void show(Context ctx) {
        Present present = StaffDoor.present(ctx);
        State state = setUp.stateOf(present.agent());
        Json.answer(ctx, 200, new Own(state.on(), present.mustSetUpSecondFactor(), state.recoveryLeft()));
    }

    private void begin(Context ctx) {
        Fields fields = body.read(ctx);
        String password = fields.text("current_password");
        fields.check();
        Present present = herself(ctx);
        switch (setUp.begin(present.agent(), password, from(ctx))) {
            case Begun.Proposed(Proposal proposal) -> {
                String uri = proposal.uri(shop.get(), present.agent().profile().username());
                Json.answer(ctx, 200, new Proposed(proposal.secret(), uri, QrCode.of(uri)));
            }
            case Begun.WrongPassword() -> throw Problem.of(ProblemCode.PASSWORD_WRONG);
            case Begun.LockedOut(var left) -> throw SignInApi.lockedOut(left);
            case Begun.OnAlready() -> throw Problem.of(ProblemCode.SECOND_FACTOR_ON);
        }
    }

    private void confirm(Context ctx) {
        Fields fields = body.read(ctx);
        String code = fields.text("code");
        fields.check();
        Present present = herself(ctx);
        if (!setUp.isBegun(present.agent())) {
            throw Problem.of(ProblemCode.SECOND_FACTOR_OFF);
        }
        Optional<List<String>> codes = setUp.confirm(present.agent(), code);
        Json.answer(ctx, 200, new Confirmed(codes.orElseThrow(() -> Problem.of(ProblemCode.CODE_WRONG))));
    }

    private void giveUp(Context ctx) {
        Fields fields = body.read(ctx);
        String code = fields.text("code");
        fields.check();
        switch (setUp.giveUp(herself(ctx).agent(), code, from(ctx))) {
            case Ended.Done() -> ctx.status(204);
            case Ended.WrongCode() -> throw Problem.of(ProblemCode.CODE_WRONG);
            case Ended.LockedOut(var left) -> throw SignInApi.lockedOut(left);
            case Ended.OffAlready() -> throw Problem.of(ProblemCode.SECOND_FACTOR_OFF);
        }
    }

    /** A program has no second factor. */
    private static Present herself(Context ctx) {
        Present present = StaffDoor.present(ctx);
        if (present.session().isEmpty()) {
            throw Problem.of(ProblemCode.NOT_PERMITTED);
        }
        return present;
    }

    private SignIn.From from(Context ctx) {
        return new SignIn.From(proxies.clientOf(ctx), Objects.requireNonNullElse(ctx.header("User-Agent"), ""));
    }
}
