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
    record NeedsPerson(Saying saying, Why why) implements Reply {

        /** What only a person can settle. */
        public NeedsPerson(Saying saying) {
            this(saying, Why.UNSURE);
        }
    }

    /** Why only a person can settle it. */
    enum Why {
        /** She asked for one. */
        ASKED,
        /** There is no sure answer, or none that holds for her. */
        UNSURE
    }

    /**
     * What all replies have.
     *
     * @param market the market whose facts are stated
     * @param confidence 0..1
     */
    record Saying(
            Language language, Optional<Market> market, double confidence, List<Block> blocks, Provenance provenance) {}
}
