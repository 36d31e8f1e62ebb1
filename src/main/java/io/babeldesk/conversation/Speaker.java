package io.babeldesk.conversation;

/**
 * A person at the desk, as she speaks in a conversation.
 *
 * @param name what the shopper is told that she is called
 */
public record Speaker(AgentId id, String name) {}
