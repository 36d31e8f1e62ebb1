/** Passages made findable with Lucene, in the analysis of each language. */
@NullMarked
package io.babeldesk.knowledge.index;

import org.jspecify.annotations.NullMarked;
