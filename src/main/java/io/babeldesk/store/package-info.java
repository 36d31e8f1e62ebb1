/** Conversations kept in a database, and in memory for tests. */
@NullMarked
package io.babeldesk.store;

import org.jspecify.annotations.NullMarked;
