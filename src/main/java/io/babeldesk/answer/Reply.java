package io.babeldesk.answer;

import io.babeldesk.conversation.Block;
import io.babeldesk.conversation.Market;
import io.babeldesk.conversation.Provenance;
import io.babeldesk.conversation.ReplyMode;
import io.babeldesk.conversation.Source;
import io.babeldesk.conversation.Suggestion;
import io.babeldesk.language.Language;
import java.util.List;
import java.util.Optional;

/** What the assistant replies to a question. */
public sealed interface Reply {

    Saying saying();

    /** The shop's own passage, with where it stands. */
    record Answered(Saying saying, List<Source> sources, List<Suggestion> suggestions, ReplyMode mode)
            implements Reply {}

    /** One short question back, with what could be answered to it. */
    record AskedBack(Saying saying, List<Suggestion> choices) implements Reply {}

    /** Not the shop's matter. */
    record Declined(Saying saying) implements Reply {}

    /** The shop's matter, but only a person can settle it. */
    record NeedsPerson(Saying saying) implements Reply {}

    /**
     * What all replies have.
     *
     * @param market the market whose facts are stated
     * @param confidence 0..1
     */
    record Saying(
            Language language, Optional<Market> market, double confidence, List<Block> blocks, Provenance provenance) {}
}
