package io.babeldesk.web;

import io.babeldesk.desk.MacroRuns;
import io.babeldesk.desk.Macros;

/** What agents have at hand besides single conversations. */
public record DeskTools(Macros macros, MacroRuns runs) {}
