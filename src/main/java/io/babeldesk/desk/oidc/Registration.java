package io.babeldesk.desk.oidc;

import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.babeldesk.settings.Secret;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * As what the service is known at the provider.
 *
 * @param name for people
 * @param secret without one, PKCE alone proves who asks
 * @param groupsClaim where the provider says what somebody belongs to; {@code realm_access.roles} is one within another
 */
public record Registration(String name, URI issuer, String clientId, Optional<Secret> secret, String groupsClaim) {

    /** How the provider wants the secret; in a header unless it takes it in the body alone. */
    Optional<ClientAuthentication> authentication(OIDCProviderMetadata metadata) {
        @Nullable List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
        boolean inBody = methods != null
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        ClientID id = new ClientID(clientId);
        return secret.map(Secret::reveal)
                .map(com.nimbusds.oauth2.sdk.auth.Secret::new)
                .map(given -> inBody ? new ClientSecretPost(id, given) : new ClientSecretBasic(id, given));
    }
}
