/** What an operator can set, read once and checked. */
@NullMarked
package io.babeldesk.settings;

import org.jspecify.annotations.NullMarked;
