package io.babeldesk.web;

import io.babeldesk.conversation.Conversation;
import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.Shopper;
import io.babeldesk.language.Language;
import io.babeldesk.settings.Limit;
import io.javalin.http.Context;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens sessions. A browser is known again by a secret that it was given the first time; a customer of the shop by what
 * the shop's own server signed. Of both only a hash is kept.
 */
final class SessionApi {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Conversations conversations;
    private final ShopFront shopFront;
    private final Visitors visitors;
    private final Tokens tokens;
    private final Identity identity;
    private final ConfigApi configs;
    private final Body body;
    private final Clock clock;

    SessionApi(
            Conversations conversations,
            ShopFront shopFront,
            Visitors visitors,
            Tokens tokens,
            Identity identity,
            ConfigApi configs,
            Body body,
            Clock clock) {
        this.conversations = conversations;
        this.shopFront = shopFront;
        this.visitors = visitors;
        this.tokens = tokens;
        this.identity = identity;
        this.configs = configs;
        this.body = body;
        this.clock = clock;
    }

    /** @param visitorSecret only for a browser that had none, or one that is not good any more */
    record Opened(
            String token,
            long expiresIn,
            String visitorId,
            @Nullable String visitorSecret,
            @Nullable String conversationId,
            ConfigApi.Config config) {}

    void register(Routes routes) {
        routes.post("/api/v1/session", this::open);
    }

    private void open(Context ctx) {
        visitors.admitAnyone(ctx, Limit.OPEN_SESSION);
        Fields fields = body.read(ctx);
        String site = fields.text("site");
        Optional<String> locale = fields.locale("locale");
        Optional<Market> market = fields.market("market", shopFront.shop().markets());
        Optional<String> secret = fields.optionalText("visitor_secret");
        Optional<String> jwt = fields.optionalText("jwt");
        fields.check();
        locale.ifPresent(tag -> CallerLanguage.note(ctx, tag));
        configs.checkSite(site);
        Visitor visitor = jwt.map(token -> customer(token, site, secret))
                .orElseGet(() -> secret.flatMap(this::returning).orElseGet(this::stranger));
        String token = tokens.issue(new Tokens.Session(visitor.shopper().id(), locale, market, jwt.isPresent()));
        Json.answer(
                ctx,
                200,
                new Opened(
                        token,
                        tokens.length().toSeconds(),
                        visitor.shopper().id(),
                        visitor.freshSecret().orElse(null),
                        newestOf(visitor.shopper()).orElse(null),
                        configs.of(locale.flatMap(Language::ofTag))));
    }

    private record Visitor(Shopper shopper, Optional<String> freshSecret) {}

    /** What she said before she signed in goes on as hers: her browser's secret proves that it was she. */
    private Visitor customer(String jwt, String site, Optional<String> secret) {
        Identity.Known known = identity.customer(jwt, site);
        Shopper customer =
                conversations.admit(Digests.of("customer\n" + site + "\n" + known.number()), clock.instant());
        conversations.identify(customer.id(), known.customer());
        secret.flatMap(this::returning)
                .ifPresent(before -> conversations.join(before.shopper().id(), customer.id()));
        return new Visitor(customer, Optional.empty());
    }

    private Optional<Visitor> returning(String secret) {
        return conversations.shopperBySecret(hashOf(secret)).map(shopper -> new Visitor(shopper, Optional.empty()));
    }

    private Visitor stranger() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new Visitor(conversations.admit(hashOf(secret), clock.instant()), Optional.of(secret));
    }

    /** The prefix keeps what a browser may send apart from customers. */
    private static String hashOf(String secret) {
        return Digests.of("browser\n" + secret);
    }

    private Optional<String> newestOf(Shopper shopper) {
        return conversations.ofShopper(shopper.id()).stream()
                .filter(conversation -> conversation.state() != ConversationState.CLOSED)
                .map(Conversation::id)
                .findFirst();
    }
}
