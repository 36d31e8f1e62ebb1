/** People at work: who they are, how they sign in, and what they do in conversations. */
@NullMarked
package io.babeldesk.desk;

import org.jspecify.annotations.NullMarked;
