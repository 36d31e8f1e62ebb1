package io.babeldesk.web;

import io.babeldesk.desk.Right;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who may call what at the desk, at the editor and of the administration. Whose row it is comes on top: each Api says so
 * where it looks the row up. A route that the table lacks cannot be added.
 */
final class RouteRights {

    /** {@code public} needs no sign-in; {@code signed-in} is open before a password that must be changed is. */
    private static final String TABLE = """
            POST   /agent/v1/login                          public
            GET    /agent/v1/sign-in                        public
            POST   /agent/v1/single-sign-on                 public
            GET    /agent/v1/single-sign-on/callback        public
            POST   /agent/v1/logout                         signed-in
            GET    /agent/v1/me                             signed-in
            PUT    /agent/v1/me/password                    signed-in
            GET    /agent/v1/me/second-factor               signed-in
            POST   /agent/v1/me/second-factor               signed-in
            PUT    /agent/v1/me/second-factor               signed-in
            POST   /agent/v1/me/second-factor/off           signed-in
            GET    /agent/v1/sessions                       own-account
            DELETE /agent/v1/sessions                       own-account
            DELETE /agent/v1/sessions/{session}             own-account

            GET    /agent/v1/accounts                       see-colleagues
            POST   /agent/v1/accounts                       manage-accounts
            GET    /agent/v1/accounts/{account}             see-colleagues
            PUT    /agent/v1/accounts/{account}             own-account
            POST   /agent/v1/accounts/{account}/password    manage-accounts
            DELETE /agent/v1/accounts/{account}/identity    manage-accounts
            DELETE /agent/v1/accounts/{account}/second-factor  manage-accounts

            GET    /agent/v1/canned-replies                 read-conversations
            POST   /agent/v1/canned-replies                 lead-conversations
            PUT    /agent/v1/canned-replies/{reply}         lead-conversations
            DELETE /agent/v1/canned-replies/{reply}         lead-conversations

            GET    /agent/v1/fields                         read-conversations
            GET    /agent/v1/articles                       read-conversations
            GET    /agent/v1/macros                         read-conversations
            POST   /agent/v1/macros                         lead-conversations
            PUT    /agent/v1/macros/{macro}                 lead-conversations
            DELETE /agent/v1/macros/{macro}                 lead-conversations
            POST   /agent/v1/macros/{macro}/run             write-conversations
            POST   /agent/v1/bulk                           write-conversations

            GET    /agent/v1/blocked-shoppers               block-shoppers
            POST   /agent/v1/shoppers/{shopper}/block       block-shoppers
            DELETE /agent/v1/shoppers/{shopper}/block       block-shoppers

            GET    /agent/v1/notifications                  read-conversations
            POST   /agent/v1/notifications/read             write-conversations

            GET    /agent/v1/views                          read-conversations
            POST   /agent/v1/views                          write-conversations
            PUT    /agent/v1/views/{view}                   write-conversations
            DELETE /agent/v1/views/{view}                   write-conversations

            GET    /agent/v1/events                                            read-conversations
            GET    /agent/v1/presence                                          read-conversations
            PUT    /agent/v1/me/status                                         write-conversations
            GET    /agent/v1/turns/{turn}/provenance                           read-conversations
            GET    /agent/v1/turns/{turn}/translation                          read-conversations
            GET    /agent/v1/translation                                       read-conversations
            POST   /agent/v1/translate                                         write-conversations
            POST   /agent/v1/turns/{turn}/redact                               redact-turns
            PUT    /agent/v1/turns/{turn}/mark                                 write-conversations
            GET    /agent/v1/reports/{report}                                  read-reports
            GET    /agent/v1/reports/{report}/conversations                    read-reports
            GET    /agent/v1/conversations                                     read-conversations
            GET    /agent/v1/conversations/{conversation}                      read-conversations
            PATCH  /agent/v1/conversations/{conversation}                      write-conversations
            GET    /agent/v1/conversations/{conversation}/summary              read-conversations
            GET    /agent/v1/conversations/{conversation}/files/{file}         read-conversations
            GET    /agent/v1/conversations/{conversation}/fits                 read-conversations
            GET    /agent/v1/conversations/{conversation}/drafts               write-conversations
            PUT    /agent/v1/conversations/{conversation}/drafts               write-conversations
            POST   /agent/v1/conversations/{conversation}/claim                write-conversations
            POST   /agent/v1/conversations/{conversation}/messages             write-conversations
            POST   /agent/v1/conversations/{conversation}/notes                write-conversations
            POST   /agent/v1/conversations/{conversation}/typing               write-conversations
            POST   /agent/v1/conversations/{conversation}/viewing              write-conversations
            POST   /agent/v1/conversations/{conversation}/transfer             write-conversations
            POST   /agent/v1/conversations/{conversation}/return-to-assistant  write-conversations
            POST   /agent/v1/conversations/{conversation}/snooze               write-conversations
            POST   /agent/v1/conversations/{conversation}/resolve              write-conversations
            POST   /agent/v1/conversations/{conversation}/reopen               write-conversations
            POST   /agent/v1/conversations/{conversation}/merge                write-conversations
            POST   /agent/v1/conversations/{conversation}/suggest              write-conversations
            POST   /agent/v1/conversations/{conversation}/suggest/{turn}/outcome  write-conversations

            GET    /admin/v1/api-keys                       manage-accounts
            POST   /admin/v1/api-keys                       manage-accounts
            DELETE /admin/v1/api-keys/{key}                 manage-accounts
            GET    /admin/v1/audit                          read-audit
            """;

    private static final Map<String, Access> ACCESS = TABLE.lines()
            .filter(line -> !line.isBlank())
            .map(line -> line.strip().split(" +"))
            .collect(Collectors.toUnmodifiableMap(cells -> cells[0] + " " + cells[1], cells -> Access.of(cells[2])));

    private RouteRights() {}

    /** What a route asks of its caller. */
    sealed interface Access {

        record Public() implements Access {}

        record SignedIn() implements Access {}

        record Needs(Right right) implements Access {}

        private static Access of(String word) {
            return switch (word) {
                case "public" -> new Public();
                case "signed-in" -> new SignedIn();
                default ->
                    Right.of(word)
                            .<Access>map(Needs::new)
                            .orElseThrow(() -> new IllegalArgumentException("no right is named " + word));
            };
        }
    }

    /** Whether an address belongs to people at work. */
    static boolean cover(String path) {
        return path.startsWith("/agent/") || path.startsWith("/admin/") || path.startsWith("/editor/");
    }

    static Access of(String method, String path) {
        return Optional.ofNullable(ACCESS.get((method.equals("HEAD") ? "GET" : method) + " " + path))
                .orElseThrow(() -> new IllegalStateException(
                        method + " " + path + " is in no line of the table of rights; add one"));
    }

    /** Every line of the table, for tests. */
    static Map<String, Access> all() {
        return ACCESS;
    }
}
