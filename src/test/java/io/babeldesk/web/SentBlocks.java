package io.babeldesk.web;

import io.babeldesk.conversation.Block;
import java.util.List;

/** Rich text as the service sends it, for tests that show it. */
public final class SentBlocks {

    private SentBlocks() {}

    public static String json(List<Block> blocks) {
        return Json.write(WireBlocks.of(blocks));
    }
}
