package io.babeldesk.settings;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who vouches for people at work, so that they need no password here; without an issuer nobody does.
 *
 * @param issuer as the provider names itself
 * @param secret of the service at the provider; without one, the service proves by PKCE alone that it asked
 * @param name on the button; empty for the issuer's host
 * @param domains of the e-mail addresses that get in; with none, all do
 * @param link what must be the user name of an account that is there already: {@code none}, {@code email}, {@code username}
 * @param newAccounts the roles of an account that is made for whoever has none; with none, none is made
 * @param rolesClaim where the provider says what somebody belongs to
 * @param roles by what somebody belongs to; with none, roles are given in the console
 * @param only whether passwords let in the first administrator alone
 */
public record SingleSignOn(
        Optional<URI> issuer,
        Optional<String> clientId,
        Optional<Secret> secret,
        Optional<String> name,
        List<String> domains,
        String link,
        List<String> newAccounts,
        String rolesClaim,
        Map<String, Set<String>> roles,
        boolean only) {

    static final Set<String> ROLES = Set.of("agent", "lead", "editor", "publisher", "admin");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    static SingleSignOn read(Given given) {
        SingleSignOn read = new SingleSignOn(
                given.address("OIDC_ISSUER"),
                given.maybe("OIDC_CLIENT_ID"),
                given.secret("OIDC_CLIENT_SECRET", 1),
                given.maybe("OIDC_NAME"),
                given.names("OIDC_DOMAINS", "domains in lower case apart by commas, such as shop.example", DOMAIN),
                given.word("OIDC_LINK", "none", Set.of("none", "email", "username")),
                given.words("OIDC_NEW_ACCOUNTS", ROLES),
                given.text("OIDC_ROLES_CLAIM", "groups"),
                given.wordsByName("OIDC_ROLES", ROLES, "support=agent"),
                given.flag("OIDC_ONLY"));
        given.demand(
                read.issuer().isEmpty() || read.clientId().isPresent(),
                "OIDC_ISSUER is set without OIDC_CLIENT_ID: expected the id under which the provider knows this service."
                        + " Register it there with the redirect address PUBLIC_URL/agent/v1/single-sign-on/callback.");
        given.demand(
                read.issuer().filter(uri -> !isSafe(uri)).isEmpty(),
                "OIDC_ISSUER is over plain http: expected https, as whoever is on the way could be anybody at work.");
        given.demand(
                !read.only() || read.issuer().isPresent(),
                "OIDC_ONLY is true without OIDC_ISSUER: nobody but the first administrator could sign in.");
        return read;
    }

    private static boolean isSafe(URI issuer) {
        return "https".equals(issuer.getScheme())
                || LOOPBACK.matcher(issuer.getHost()).matches();
    }
}
