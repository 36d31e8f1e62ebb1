/** Measures the product against bare yardsticks. docs/benchmarks.md has the figures. */
@NullMarked
package io.babeldesk.bench;

import org.jspecify.annotations.NullMarked;
