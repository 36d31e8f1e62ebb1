package io.babeldesk.web;

import io.babeldesk.answer.Summariser;
import io.babeldesk.conversation.Conversations;
import io.babeldesk.conversation.EventFeed;
import io.babeldesk.conversation.Notifications;
import io.babeldesk.desk.Desk;
import io.babeldesk.desk.Drafts;
import io.babeldesk.desk.Interpreter;
import io.babeldesk.desk.Presence;
import io.babeldesk.desk.SavedViews;
import io.babeldesk.desk.search.ConversationSearch;
import io.babeldesk.handoff.Handoffs;
import io.babeldesk.insight.Reports;

/** Where agents work, and what stands there. */
public record DeskRoom(
        Conversations conversations,
        EventFeed feed,
        Handoffs handoffs,
        Desk desk,
        Presence presence,
        Drafts drafts,
        Notifications notifications,
        SavedViews savedViews,
        ConversationSearch search,
        Summariser summariser,
        Interpreter interpreter,
        DeskTools tools,
        Reports reports) {}
