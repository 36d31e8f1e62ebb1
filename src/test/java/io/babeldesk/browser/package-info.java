/** The shopper's side in a real browser: the demo shop, the widget and the whole service. */
@NullMarked
package io.babeldesk.browser;

import org.jspecify.annotations.NullMarked;
