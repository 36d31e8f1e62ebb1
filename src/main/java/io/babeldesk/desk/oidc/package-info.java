/** Sign-in through an OpenID Connect provider. */
@NullMarked
package io.babeldesk.desk.oidc;

import org.jspecify.annotations.NullMarked;
