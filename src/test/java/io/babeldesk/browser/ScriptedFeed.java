package io.babeldesk.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/** Plays the server's event stream, so that what an agent or a model does can be told word by word. All else is real. */
final class ScriptedFeed {

    private static final String SCRIPT = """
            (() => {
              const real = window.fetch;
              const bytes = new TextEncoder();
              let out;
              window.tell = (type, data, id) =>
                out.enqueue(bytes.encode(`${id ? `id: ${id}\\n` : ''}event: ${type}\\ndata: ${JSON.stringify(data)}\\n\\n`));
              window.cut = () => out.error(new Error('cut'));
              window.fetch = (url, options) => {
                if (!`${url}`.endsWith('/events')) return real(url, options);
                const body = new ReadableStream({
                  start(controller) {
                    out = controller;
                    window.connections = (window.connections ?? 0) + 1;
                    options.signal.addEventListener('abort', () => { try { controller.error(new Error('aborted')); } catch {} });
                  },
                });
                return Promise.resolve(new Response(body));
              };
            })()
            """;

    private final Page page;
    private long number = 1_000;

    ScriptedFeed(Page page) {
        this.page = page;
    }

    /** To be called before the page is loaded. */
    void takesOver() {
        page.addInitScript(SCRIPT);
    }

    /** Tells a logged event. */
    void tells(String type, String json) {
        number++;
        page.evaluate(
                "([type, json, id]) => tell(type, JSON.parse(json), id)", List.of(type, json, String.valueOf(number)));
    }

    /** Tells what is not logged. */
    void hints(String type, String json) {
        page.evaluate("([type, json]) => tell(type, JSON.parse(json))", List.of(type, json));
    }

    void agentSays(String id, String text) {
        tells("turn.created", """
                {"turn":{"id":"%s","seq":%d,"author":"agent","name":"Mara","text":"%s","status":"complete"}}""".formatted(id, number + 1, text));
    }

    void answerBegins(String id) {
        tells("turn.created", """
                {"turn":{"id":"%s","seq":%d,"author":"assistant","text":"","status":"open"}}""".formatted(id, number + 1));
    }

    void answerIs(String id, String text) {
        tells("turn.completed", """
                {"turn":"%s","seq":%d,"text":"%s","reply":"answered","language":"en","sources":[],
                 "blocks":[{"type":"p","children":[{"type":"text","text":"%s"}]}]}""".formatted(id, number + 1, text, text));
    }

    void cuts() {
        page.evaluate("() => cut()");
    }
}
