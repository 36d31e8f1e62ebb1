package io.babeldesk.store;

import io.babeldesk.conversation.Conversations;

class MemoryConversationsTest extends ConversationsContract {

    private final Conversations store = new MemoryConversations();

    @Override
    public Conversations store() {
        return store;
    }
}
