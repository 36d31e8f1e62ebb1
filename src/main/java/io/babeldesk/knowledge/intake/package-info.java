/** The knowledge folder read, checked and watched. */
@NullMarked
package io.babeldesk.knowledge.intake;

import org.jspecify.annotations.NullMarked;
