/** The real program as a process: started, killed, stopped, misused. */
@NullMarked
package io.babeldesk.process;

import org.jspecify.annotations.NullMarked;
