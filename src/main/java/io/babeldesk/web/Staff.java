package io.babeldesk.web;

import io.babeldesk.desk.Accounts;
import io.babeldesk.desk.CannedReplies;
import io.babeldesk.desk.Passwords;
import io.babeldesk.desk.SignIn;
import io.babeldesk.desk.SingleSignOn;
import java.util.Optional;

/** Those who work here, their way in, and what they share. */
public record Staff(
        Accounts accounts,
        SignIn signIn,
        Passwords passwords,
        CannedReplies cannedReplies,
        Optional<SingleSignOn> singleSignOn) {}
