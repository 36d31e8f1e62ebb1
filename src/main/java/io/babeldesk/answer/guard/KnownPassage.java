package io.babeldesk.answer.guard;

import io.babeldesk.answer.guard.Wording.Sentence;
import java.util.List;
import java.util.Set;

/**
 * A passage, taken apart once for all sentences of all answers.
 *
 * @param text its sentences as they are written
 * @param wording of its text and its heading
 * @param rules the sentences of its text alone: "refund has not arrived" as a heading denies nothing
 */
record KnownPassage(
        List<String> text, Wording wording, List<Sentence> rules, Set<Value> values, Set<String> concepts) {}
