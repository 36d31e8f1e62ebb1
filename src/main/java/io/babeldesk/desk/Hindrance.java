package io.babeldesk.desk;

import io.babeldesk.conversation.ConversationState;
import io.babeldesk.conversation.Speaker;
import io.babeldesk.language.Language;
import java.util.List;

/** Why an action cannot be done to a conversation. */
public sealed interface Hindrance {

    record NoSuchConversation() implements Hindrance {}

    /** It has changed since the version that was seen. */
    record Outdated() implements Hindrance {}

    /** Something else was done under the same name. */
    record NameUsed() implements Hindrance {}

    /** There is no way from this state. */
    record NotFrom(ConversationState state) implements Hindrance {}

    /** Another agent has it. */
    record TakenBy(Speaker agent) implements Hindrance {}

    /** The canned reply is gone. */
    record NoSuchReply() implements Hindrance {}

    /** Nobody has put the canned reply into the shopper's language. */
    record NoTextIn(Language language) implements Hindrance {}

    /** What the text names is not known of this shopper. */
    record NotKnown(List<String> variables) implements Hindrance {}

    /** Fields must be filled in first. */
    record Lacks(List<String> fields) implements Hindrance {}

    /** The shop has no such field, or it takes no such value. */
    record NoSuchField(String field) implements Hindrance {}

    /** She is gone, or may not write. */
    record NoSuchColleague() implements Hindrance {}
}
