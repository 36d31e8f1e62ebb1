package io.babeldesk.web;

import java.util.Locale;

/** Every way in which a request can fail, with its HTTP status. The texts are the messages {@code problem.<code>}. */
public enum ProblemCode {
    INVALID_JSON(400),
    INVALID_ENCODING(400),
    INVALID_REQUEST(400),
    IDEMPOTENCY_KEY_MISSING(400),
    IDENTITY_OFF(409),
    IDENTITY_INVALID(401),
    IDENTITY_EXPIRED(401),
    TOKEN_MISSING(401),
    TOKEN_INVALID(401),
    TOKEN_EXPIRED(401),
    NOT_SIGNED_IN(401),
    SIGN_IN_REFUSED(401),
    API_KEY_INVALID(401),
    CODE_REQUIRED(401),
    CODE_WRONG(422),
    SECOND_FACTOR_REQUIRED(403),
    SECOND_FACTOR_ON(409),
    SECOND_FACTOR_OFF(409),
    PASSWORD_SIGN_IN_OFF(403),
    SINGLE_SIGN_ON_OFF(409),
    SINGLE_SIGN_ON_UNREACHABLE(503),
    ORIGIN_NOT_ALLOWED(403),
    CSRF_TOKEN_INVALID(403),
    INSECURE_CONNECTION(403),
    PASSWORD_CHANGE_REQUIRED(403),
    NOT_PERMITTED(403),
    BLOCKED(403),
    NOT_FOUND(404),
    UNKNOWN_SITE(404),
    UNKNOWN_CONVERSATION(404),
    UNKNOWN_MESSAGE(404),
    UNKNOWN_ARTICLE(404),
    UNKNOWN_FILE(404),
    UNKNOWN_ACCOUNT(404),
    UNKNOWN_SESSION(404),
    UNKNOWN_API_KEY(404),
    UNKNOWN_CANNED_REPLY(404),
    UNKNOWN_VIEW(404),
    UNKNOWN_MACRO(404),
    UNKNOWN_SHOPPER(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    CONVERSATION_CLOSED(409),
    USERNAME_TAKEN(409),
    SHORTCUT_TAKEN(409),
    ALREADY_CLAIMED(409),
    WRONG_STATE(409),
    STALE_VIEW(409),
    TRANSLATION_OFF(409),
    VERSION_OUTDATED(412),
    LAST_ADMIN(409),
    OTHER_SHOPPER(409),
    FIELDS_MISSING(409),
    VARIABLE_MISSING(409),
    TEXT_NOT_IN_LANGUAGE(409),
    BODY_TOO_LARGE(413),
    FILE_TOO_LARGE(413),
    TOO_MANY_FILES(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    UNSUPPORTED_FILE(415),
    INFECTED_FILE(422),
    INVALID_FIELD(422),
    INVALID_PARAMETER(422),
    TEXT_EMPTY(422),
    TEXT_TOO_LONG(422),
    UNKNOWN_MARKET(422),
    UNKNOWN_LANGUAGE(422),
    IDEMPOTENCY_KEY_REUSED(422),
    PASSWORD_WRONG(422),
    PASSWORD_TOO_WEAK(422),
    VERSION_MISSING(428),
    TOO_MANY_REQUESTS(429),
    SIGN_IN_LOCKED(429),
    INTERNAL_ERROR(500),
    TRANSLATION_FAILED(503),
    UNAVAILABLE(503);

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** Stable for programs: {@code text-too-long}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For people who read English, the same in every case. */
    public String title() {
        String words = name().toLowerCase(Locale.ROOT).replace('_', ' ').replace("json", "JSON");
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
