package io.babeldesk.planted.store;

import io.babeldesk.web.WebServer;
import org.commonmark.parser.Parser;

/** A store that knows the web, reads Markdown and has a vague name: three faults. */
public final class PlantedHelper {

    final Class<?> above = WebServer.class;
    final Class<?> foreign = Parser.class;
}
