package io.babeldesk.answer.guard;

import java.util.Set;

/** A passage, taken apart once for all sentences of all answers. */
record KnownPassage(Wording wording, Set<Value> values, Set<String> concepts) {}
