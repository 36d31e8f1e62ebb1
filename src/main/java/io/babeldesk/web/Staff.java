package io.babeldesk.web;

import io.babeldesk.desk.Accounts;
import io.babeldesk.desk.Passwords;
import io.babeldesk.desk.SignIn;

/** Those who work here, and their way in. */
public record Staff(Accounts accounts, SignIn signIn, Passwords passwords) {}
