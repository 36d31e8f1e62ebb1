package io.babeldesk.web;

import io.babeldesk.desk.Blocks;
import io.babeldesk.desk.MacroRuns;
import io.babeldesk.desk.Macros;
import io.babeldesk.desk.Merging;

/** What agents have at hand besides single conversations. */
public record DeskTools(Macros macros, MacroRuns runs, Blocks blocks, Merging merging) {}
