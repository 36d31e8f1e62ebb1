/** The service's HTTP face: routes, limits, problems and live events. */
@NullMarked
package io.babeldesk.web;

import org.jspecify.annotations.NullMarked;
