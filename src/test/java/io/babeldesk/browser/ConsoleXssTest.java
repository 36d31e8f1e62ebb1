package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import io.babeldesk.knowledge.intake.HostileMarkdown;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever shoppers, colleagues or articles say, nothing but text and safe links comes into the console. */
class ConsoleXssTest extends ConsoleVocabulary {

    /**
     * Between the console and the service: every text that somebody may have written becomes a hostile one, and the open
     * conversation has a turn for each of them.
     */
    private static final String BETWEEN = """
            (() => {
              const payloads = PAYLOADS;
              const WRITTEN = new Set(['text', 'name', 'display_name', 'last_line', 'wanted', 'tried', 'title', 'heading', 'value', 'email', 'page',
                'locale', 'time_zone', 'consent', 'labels', 'teams', 'team', 'rule', 'comment', 'shortcut', 'article', 'assigned_because', 'detail', 'channel']);
              let next = 0;
              const hostile = () => payloads[next++ % payloads.length];
              const spoil = (value, written) => {
                if (Array.isArray(value)) return value.map((one) => spoil(one, written));
                if (value && typeof value === 'object')
                  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, spoil(one, WRITTEN.has(key) || (written && key.length === 2))]));
                return written && typeof value === 'string' ? hostile() : value;
              };
              const turns = () => payloads.map((p, i) => {
                const text = { type: 'text', text: p };
                const link = { type: 'link', href: p, children: [text] };
                const author = ['shopper', 'assistant', 'agent', 'note', 'system'][i % 5];
                return { id: `trn_x${i}`, seq: i + 1, author, agent: { id: p, name: p }, text: p, language: 'de', status: 'complete', created_at: '2026-01-01T00:00:00Z',
                  ...(i % 3 ? {} : { original: { text: p, language: 'ar' } }), sources: [{ article: p, language: 'de', title: p, heading: p }],
                  ...(author === 'note' ? { text: `@${p} ${p}`, mentions: [{ id: p, name: p }] } : {}),
                  ...(author === 'assistant' ? { blocks: [{ type: 'p', children: [text, { type: 'strong', children: [link] }, { type: 'code', text: p }] },
                    { type: p, text: p, children: [text] }, { type: 'h', level: p, children: [link] }, { type: 'quote', children: [{ type: 'p', children: [link] }] },
                    { type: 'ul', items: [[text], [link]] }, { type: 'table', head: [[text]], rows: [[[link]]] }] } : {}) };
              });
              const straight = window.fetch;
              window.fetch = async (address, options) => {
                const response = await straight(address, options);
                const path = String(address);
                if (!path.includes('/agent/v1/') || path.endsWith('/events') || !response.headers.get('Content-Type')?.includes('json')) return response;
                const body = spoil(await response.json(), false);
                if (body.turns) body.turns = turns();
                if (path.endsWith('/views')) body.data = payloads.map((p, i) => ({ id: `viw_${i}`, name: p, filter: { states: [], label: p } }));
                return new Response(JSON.stringify(body), { status: response.status, headers: response.headers });
              };
            })()""";

    private static final String FOUND = """
            () => {
              const bad = [...document.body.querySelectorAll('script, iframe, object, embed, style, link, meta, base, video, audio, img[src^=http]')].map((e) => e.outerHTML);
              for (const e of document.body.querySelectorAll('*')) {
                for (const { name, value } of e.attributes) {
                  if (/^on|^srcdoc$/.test(name)) bad.push(name + ' of ' + e.tagName);
                  if (/^(href|src|action|data|formaction)$/.test(name) && !/^(https?|mailto|tel):/.test(value)) bad.push(value);
                }
              }
              return bad;
            }""";

    @Test
    void onlyTextComesOutOfAllThatAnAgentSees() throws JsonProcessingException {
        List<String> texts = HostileMarkdown.texts();
        Agent mara = agent("mara");
        mara.page.onDialog(dialog -> {
            throw new AssertionError("a script ran: " + dialog.message());
        });
        mara.page.addInitScript(BETWEEN.replace("PAYLOADS", new ObjectMapper().writeValueAsString(texts)));
        mara.page.reload();
        mara.looksAt("All");
        mara.page.locator(".row").first().click();
        assertThat(mara.page.locator(".log > .turn, .log > .system")).hasCount(texts.size());
        mara.page.locator(".summary").first().click();
        nothingButText(mara.page);

        desk.plays("mention");
        mara.page.locator(".bell").click();
        assertThat(mara.page.locator(".told").first()).isVisible();
        assertThat(mara.page.locator(".views .saved")).hasCount(texts.size());
        nothingButText(mara.page);
        mara.page.keyboard().press("Escape");

        mara.page.keyboard().press("Control+k");
        assertThat(mara.page.locator("dialog[open]")).isVisible();
        nothingButText(mara.page);
        mara.page.keyboard().press("Escape");

        mara.looksAt("Mine");
        mara.page.locator(".row").first().click();
        mara.composer().fill("/");
        assertThat(mara.page.locator(".composer [role=option]").first()).isVisible();
        nothingButText(mara.page);
    }

    private static void nothingButText(Page page) {
        assertThat((List<?>) page.evaluate(FOUND)).isEmpty();
    }
}
