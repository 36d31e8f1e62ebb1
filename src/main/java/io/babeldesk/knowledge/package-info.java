/** What the shop says: articles, policies and the edition that is in force. */
@NullMarked
package io.babeldesk.knowledge;

import org.jspecify.annotations.NullMarked;
