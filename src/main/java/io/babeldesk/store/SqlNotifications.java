package io.babeldesk.store;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.Notification;
import io.babeldesk.conversation.Notifications;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What agents are told of, in a database. */
final class SqlNotifications implements Notifications {

    private final Transactions database;

    SqlNotifications(Transactions database) {
        this.database = database;
    }

    @Override
    public List<Notification> of(AgentId agent, Page page) {
        return database.read(handle -> new NotificationRows(handle).of(agent, page));
    }

    @Override
    public long unread(AgentId agent) {
        return database.read(handle -> new NotificationRows(handle).unread(agent));
    }

    @Override
    public boolean read(AgentId agent, Optional<String> conversation, long upTo, Instant now) {
        return database.write(handle -> new NotificationRows(handle).read(agent, conversation, upTo, now) > 0);
    }
}
