/** From a question to the passages that answer it, with a confidence. */
@NullMarked
package io.babeldesk.retrieval;

import org.jspecify.annotations.NullMarked;
