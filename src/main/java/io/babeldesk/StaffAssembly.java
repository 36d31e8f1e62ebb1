package io.babeldesk;

import io.babeldesk.desk.Passwords;
import io.babeldesk.desk.Role;
import io.babeldesk.desk.SecondFactor;
import io.babeldesk.desk.SignIn;
import io.babeldesk.desk.SingleSignOn;
import io.babeldesk.desk.Vault;
import io.babeldesk.desk.oidc.OidcProvider;
import io.babeldesk.desk.oidc.Registration;
import io.babeldesk.settings.Settings;
import io.babeldesk.store.Stores;
import io.babeldesk.web.SigningKey;
import io.babeldesk.web.Staff;
import java.net.URI;
import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds the ways in for people at work. */
final class StaffAssembly {

    private static final Logger LOG = LoggerFactory.getLogger(StaffAssembly.class);

    private final Settings settings;
    private final Clock clock;

    StaffAssembly(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    Staff build(Stores stores, Passwords passwords, SigningKey key) {
        SignIn signIn = new SignIn(
                stores.accounts(),
                passwords,
                new SecondFactor(stores.accounts().secondFactors(), new Vault(key.derived("second factors")), clock),
                new SignIn.Rules(
                        settings.staff().idle(),
                        !settings.singleSignOn().only(),
                        roles(settings.staff().secondFactorRoles())),
                clock);
        return new Staff(
                stores.accounts(),
                signIn,
                passwords,
                stores.cannedReplies(),
                settings.singleSignOn().issuer().map(issuer -> singleSignOn(issuer, stores, signIn, passwords)));
    }

    private SingleSignOn singleSignOn(URI issuer, Stores stores, SignIn signIn, Passwords passwords) {
        io.babeldesk.settings.SingleSignOn given = settings.singleSignOn();
        OidcProvider provider = new OidcProvider(
                new Registration(
                        given.name().orElse(issuer.getHost()),
                        issuer,
                        given.clientId().orElseThrow(),
                        given.secret(),
                        given.rolesClaim()),
                clock);
        Map<String, Set<Role>> roles = new TreeMap<>();
        given.roles().forEach((group, names) -> roles.put(group, roles(names)));
        SingleSignOn.LinkBy link = switch (given.link()) {
            case "email" -> SingleSignOn.LinkBy.EMAIL;
            case "username" -> SingleSignOn.LinkBy.USERNAME;
            default -> SingleSignOn.LinkBy.NOTHING;
        };
        if (link == SingleSignOn.LinkBy.NOTHING && given.newAccounts().isEmpty()) {
            LOG.warn(
                    "OIDC_LINK and OIDC_NEW_ACCOUNTS both say none, so nobody new can sign in through {}. "
                            + "Set OIDC_LINK to email or username, or OIDC_NEW_ACCOUNTS to a role",
                    provider.name());
        }
        // Asked aside: a provider that is away does not hold the start up.
        provider.isReachable();
        return new SingleSignOn(
                provider,
                stores.accounts(),
                signIn,
                passwords,
                new SingleSignOn.Rules(link, roles(given.newAccounts()), roles, given.domains()),
                clock);
    }

    private static Set<Role> roles(Collection<String> names) {
        return names.stream()
                .map(name -> Role.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
