/** Babeldesk: customer service for shops that sell across borders. Assembly builds the whole. */
@NullMarked
package io.babeldesk;

import org.jspecify.annotations.NullMarked;
