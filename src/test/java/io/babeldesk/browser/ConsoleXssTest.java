package io.babeldesk.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.babeldesk.knowledge.intake.HostileMarkdown;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                  ...(author === 'shopper' ? { files: [{ id: p, name: p, type: 'image/png', size: 1, width: 4, height: 4, alt: p, check: 'redrawn' }, { id: p, name: p, type: 'application/pdf', size: 1, alt: p, check: 'unscanned' }] } : {}),
                  ...(author === 'note' ? { text: `@${p} ${p}`, mentions: [{ id: p, name: p }] } : {}),
                  ...(author === 'assistant' ? { blocks: [{ type: 'p', children: [text, { type: 'strong', children: [link] }, { type: 'code', text: p }] },
                    { type: p, text: p, children: [text] }, { type: 'h', level: p, children: [link] }, { type: 'quote', children: [{ type: 'p', children: [link] }] },
                    { type: 'ul', items: [[text], [link]] }, { type: 'table', head: [[text]], rows: [[[link]]] }] } : {}) };
              });
              const at = '2026-01-01T00:00:00Z';
              const office = {
                'accounts': (p, id) => ({ id, username: p, display_name: p, languages: [p, 'de'], teams: [p], skills: [p], roles: ['agent', p], active: true }),
                'canned-replies': (p, id) => ({ id, shortcut: p, title: p, texts: { de: p, en: p } }),
                'api-keys': (p, id) => ({ id, account: p, name: p, scopes: [p], created_at: at }),
                'audit': (p, id) => ({ number: id, at, actor: p, action: p, subject: p, detail: p }),
              };
              const straight = window.fetch;
              window.fetch = async (address, options) => {
                const response = await straight(address, options);
                const path = String(address);
                const room = office[path.split(/[/?]/).find((part) => part in office)];
                if (room) return Response.json({ data: payloads.map((p, i) => room(p, `x${i}`)), has_more: false });
                if (path.endsWith('/me')) {
                  const body = await response.json();
                  body.user?.rights.push('manage-accounts', 'lead-conversations', 'read-audit');
                  return Response.json(body, { status: response.status });
                }
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
                  if (/^(href|src|action|data|formaction)$/.test(name) && !/^(https?|mailto|tel):|^\\/agent\\/v1\\/conversations\\/\\w+\\/files\\/[^/?#:]+$/.test(value)) bad.push(value);
                }
              }
              return bad;
            }""";

    @Test
    void onlyTextComesOutOfAllThatAnAgentSees() throws JsonProcessingException {
        List<String> texts = HostileMarkdown.texts();
        Agent mara = agentAmongHostileTexts();
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

    @ParameterizedTest
    @ValueSource(strings = {"Team", "Canned replies", "API keys", "Audit log"})
    void onlyTextComesOutOfTheAdministration(String room) throws JsonProcessingException {
        int texts = HostileMarkdown.texts().size();
        Agent mara = agentAmongHostileTexts();
        mara.page.locator(".me").click();
        mara.button("Administration").click();
        mara.page
                .locator("dialog.office nav button", new Page.LocatorOptions().setHasText(room))
                .click();
        Locator shown = mara.page.locator("dialog.office :is(.item:not(.new), tbody tr)");
        assertThat(shown).hasCount(texts);
        mara.page.evaluate(
                "() => document.querySelectorAll('dialog.office details').forEach((one) => (one.open = true))");
        nothingButText(mara.page);
    }

    private Agent agentAmongHostileTexts() throws JsonProcessingException {
        Agent mara = agent("mara");
        mara.page.onDialog(dialog -> {
            throw new AssertionError("a script ran: " + dialog.message());
        });
        mara.page.addInitScript(
                BETWEEN.replace("PAYLOADS", new ObjectMapper().writeValueAsString(HostileMarkdown.texts())));
        mara.page.reload();
        return mara;
    }

    private static void nothingButText(Page page) {
        assertThat((List<?>) page.evaluate(FOUND)).isEmpty();
    }
}
