/** The command line: one class a command. */
@NullMarked
package io.babeldesk.cli;

import org.jspecify.annotations.NullMarked;
