package io.babeldesk.store;

/** Complaints about ids that are not in the store. Stateless. */
final class Unknown {

    private Unknown() {}

    static IllegalArgumentException shopper(String id) {
        return new IllegalArgumentException("there is no shopper '" + id + "'; admit her first");
    }

    static IllegalArgumentException conversation(String id) {
        return new IllegalArgumentException("there is no conversation '" + id + "'; open it first");
    }

    static IllegalArgumentException debt(String turn) {
        return new IllegalArgumentException(
                "the turn '" + turn + "' is not owed a reply; settle only turns that owed() names");
    }
}
