package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever comes out of the stream, nothing but text and safe links comes into the page. */
class XssTest extends ShopperVocabulary {

    /** Every place of a turn that holds what somebody wrote. */
    private static final String TELL = """
            (payloads) => payloads.forEach((p, i) => {
              const text = { type: 'text', text: p };
              const link = { type: 'link', href: p, children: [text] };
              tell('turn.created', { turn: { id: `trn_x${i}`, seq: 2000 + i, author: i % 2 ? 'assistant' : 'agent', status: 'complete', reply: 'answered',
                text: p, name: p, original: p, language: p, created_at: '2026-01-01T00:00:00Z',
                sources: [{ article: p, title: p, language: p }], files: [{ id: p, name: p, type: p, url: p, alt: p, width: i % 3 }],
                blocks: [{ type: 'p', children: [text, { type: 'strong', children: [link] }, { type: 'code', text: p }] },
                  { type: p, text: p, children: [text] }, { type: 'h', level: p, children: [link] }, { type: 'quote', children: [{ type: 'p', children: [link] }] },
                  { type: 'ul', items: [[text], [link]] }, { type: 'table', head: [[text]], rows: [[[link]]] }] },
                suggestions: [{ label: p, question: p }] }, 2000 + i);
            })""";

    private static final String FOUND = """
            () => {
              const root = document.documentElement.lastElementChild.shadowRoot;
              const bad = [...root.querySelectorAll('script, iframe, object, embed, style, link, meta, base, form, video, audio')].map((e) => e.outerHTML);
              for (const e of root.querySelectorAll('*')) {
                for (const { name, value } of e.attributes) {
                  if (/^on|^style$|^srcdoc$/.test(name) && !(name === 'style' && (e.matches('section') || e.matches('textarea')))) bad.push(name + ' of ' + e.tagName);
                  if (/^(href|src|action|data)$/.test(name) && !/^(https?|mailto|tel):/.test(value)) bad.push(value);
                  if (name === 'src' && new URL(value).origin !== location.origin) bad.push(value);
                }
              }
              return bad;
            }""";

    @Test
    @Line({30, 31, 39})
    void onlyTextComesOutOfHostileTurns() throws IOException {
        JsonNode payloads = new ObjectMapper().readTree(XssTest.class.getResourceAsStream("/xss.json"));
        assertThat(payloads.size()).isGreaterThanOrEqualTo(200);
        List<String> texts =
                new ObjectMapper().convertValue(payloads, new com.fasterxml.jackson.core.type.TypeReference<>() {});
        lineIsCut();
        page.onDialog(dialog -> {
            throw new AssertionError("a script ran: " + dialog.message());
        });
        page.route("**/api/v1/files/**", route -> route.fulfill());
        new ScriptedFeed(page).takesOver();
        shopperOpens("en", "GB");
        shopperAsks("hello");
        page.waitForFunction("() => window.connections > 0");

        page.evaluate(TELL, texts);

        assertThat(page.locator(".turn")).hasCount(1 + texts.size());
        assertThat((List<?>) page.evaluate(FOUND)).isEmpty();
        for (String target : List.of("noopener", "noreferrer", "nofollow")) {
            assertThat(page.locator(".body a[target=_blank]:not([rel~=" + target + "])"))
                    .hasCount(0);
        }
    }
}
