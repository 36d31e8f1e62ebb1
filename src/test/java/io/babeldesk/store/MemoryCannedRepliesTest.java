package io.babeldesk.store;

import io.babeldesk.desk.CannedReplies;

class MemoryCannedRepliesTest extends CannedRepliesContract {

    private final CannedReplies store = new MemoryCannedReplies();

    @Override
    CannedReplies store() {
        return store;
    }
}
