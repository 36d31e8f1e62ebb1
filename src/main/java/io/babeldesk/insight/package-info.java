/** What a shop learns from its conversations: facts folded from the log, and reports from the facts. */
@NullMarked
package io.babeldesk.insight;

import org.jspecify.annotations.NullMarked;
