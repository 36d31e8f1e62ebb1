package io.babeldesk.store;

import io.babeldesk.conversation.AgentId;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.Event;
import io.babeldesk.conversation.Notification;
import io.babeldesk.conversation.Notifications;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What agents are told of, looked up in the whole log each time: for tests. */
final class MemoryNotifications implements Notifications {

    private final Conversations log;
    private final Set<Read> read = new HashSet<>();

    private record Read(AgentId agent, long position) {}

    MemoryNotifications(Conversations log) {
        this.log = log;
    }

    @Override
    public synchronized List<Notification> of(AgentId agent, Page page) {
        return all(agent).toList().reversed().stream()
                .filter(one -> !(page.unread() && one.read()))
                .filter(one -> one.event().position() < page.before().orElse(Long.MAX_VALUE))
                .limit(page.limit())
                .toList();
    }

    @Override
    public synchronized long unread(AgentId agent) {
        return all(agent).filter(one -> !one.read()).count();
    }

    @Override
    public synchronized boolean read(AgentId agent, Optional<String> conversation, long upTo, Instant now) {
        return all(agent)
                .filter(one -> !one.read() && one.event().position() <= upTo)
                .filter(one ->
                        conversation.map(one.event().conversation()::equals).orElse(true))
                .map(one -> read.add(new Read(agent, one.event().position())))
                .toList()
                .contains(true);
    }

    private Stream<Notification> all(AgentId agent) {
        return log.eventsBeyond(0, Integer.MAX_VALUE).stream()
                .flatMap(event ->
                        Optional.ofNullable(Notification.of(event.body()).get(agent))
                                .map(kind -> notification(event, kind, agent))
                                .stream());
    }

    private Notification notification(Event event, Notification.Kind kind, AgentId agent) {
        return new Notification(event, kind, read.contains(new Read(agent, event.position())));
    }
}
