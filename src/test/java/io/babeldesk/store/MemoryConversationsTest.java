package io.babeldesk.store;

import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Notifications;
import io.babeldesk.conversation.TurnTranslations;

class MemoryConversationsTest extends ConversationsContract {

    private final MemoryConversations store = new MemoryConversations();

    @Override
    public Conversations store() {
        return store;
    }

    @Override
    public Notifications notifications() {
        return store.notifications();
    }

    @Override
    public TurnTranslations translations() {
        return store.translations();
    }
}
