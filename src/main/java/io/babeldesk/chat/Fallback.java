package io.babeldesk.chat;

import io.babeldesk.conversation.AssistantReply;
import io.babeldesk.language.Language;

/** What is said when no reply could be made: how to reach a person. Safe for use by many threads; must not throw. */
@FunctionalInterface
public interface Fallback {

    AssistantReply in(Language language);
}
