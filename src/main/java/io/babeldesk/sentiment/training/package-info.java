/** Makes the file that sentiment is read with. */
@NullMarked
package io.babeldesk.sentiment.training;

import org.jspecify.annotations.NullMarked;
