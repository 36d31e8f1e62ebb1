/** When a person takes over from the assistant, who that is, and by when she answers. */
@NullMarked
package io.babeldesk.handoff;

import org.jspecify.annotations.NullMarked;
