/** Languages: naming them, telling them apart, and our own words in them. */
@NullMarked
package io.babeldesk.language;

import org.jspecify.annotations.NullMarked;
