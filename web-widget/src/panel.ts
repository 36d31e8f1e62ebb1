import { createComposer } from './composer';
import type { ArticleText, Suggestion, WidgetConfig } from './contract';
import type { Conversation } from './conversation';
import { button, h, icon, tool } from './dom';
import { createLogView } from './log-view';
import type { FileReference } from './outbox';
import type { Problem } from './problem';
import { link, richText } from './rich-text';
import { createScrollManager } from './scroll-manager';
import { createSheet } from './sheet';
import { languageName, locale, number, text } from './strings';
import type { Vault } from './vault';

// What the server takes; it looks at the content itself.
const FILES = '.jpg,.jpeg,.png,.gif,.pdf';

/** What the panel asks of the widget around it. */
export interface Host {
  /** `&market=DE`, or nothing where the page does not know the shopper's country. */
  readonly market: string;
  readonly vault: Vault;
  send(text: string, files?: FileReference[]): unknown;
  close(): void;
  choose(locale: string): Promise<void>;
  logout(): void;
  /** Says a text in passing. */
  notify(key: string): void;
  /** Waits for it, and tells the shopper if it fails. */
  attempt(work: Promise<unknown>): Promise<void>;
}

export type Panel = ReturnType<typeof createPanel>;

/** The inside of the dialog, in one language. */
export function createPanel(config: WidgetConfig, conversation: Conversation, host: Host) {
  const { client } = conversation;
  const { name, suggestions, limits, greeting, disclosure, privacy_url, contact, hours, features } = config;
  const { attempt } = host;
  const { outbox } = conversation;

  const view = createLogView({
    openArticle,
    retry: () => outbox.retry(),
    rate: (turn, helpful) => attempt(conversation.rate(turn, helpful)),
    address: ({ url }) => client.address(`/files/${url}`),
  });
  const subtitle = h('p._note');
  const banner = h('p.banner._note', { role: 'status' });
  const spoken = h('div.hidden', { role: 'status' });
  const tail = h('div');
  const person = h('div._foot._note', { role: 'status' });
  const newest = button('newest', text('newest'), () => scroll.toEnd(), { hidden: true });
  const log = h(
    'div._log',
    { role: 'log', 'aria-live': 'off', 'aria-label': text('log'), tabindex: 0 },
    h('p._greeting', greeting),
    h('p._note', `${disclosure} `, link(privacy_url, text('privacy'))),
    chips(suggestions, 'starters'),
    view.element,
    tail,
  );
  const scroll = createScrollManager(log, view.element, newest);
  const picker = h('input', { type: 'file', accept: FILES, hidden: true, change: () => attach(picker.files![0]!) });
  const composer = createComposer(limits.text_length, host, features.files && tool('_icon', 'plus', 'attach', () => picker.click()));
  const main = h('div._main', log, newest, composer.element);
  const sheet = createSheet(main);
  const element = h(
    'div._inside',
    h(
      'header',
      h('b._tile', { 'aria-hidden': true }, name[0]),
      h('div', h('h2', { id: 'name' }, name), subtitle),
      tool('_icon', 'more', 'more', options),
      tool('_icon', 'close', 'close', host.close),
    ),
    banner,
    h('div._stage', main, sheet.element),
    person,
    spoken,
  );
  let drawn = '';

  /** Shows how things stand; `notice` is something to say in passing, `typist` a person who is writing. */
  function render(notice: string, typist: string | undefined): void {
    const { thread, connected } = conversation;
    const { open, waiting, suggestions, over, withPerson, info } = thread;
    const agent = withPerson && (info.agent?.name || text('agent'));
    const offline = !navigator.onLine || outbox.waiting;
    const news = offline ? text('offline') : connected ? notice : text('lost');
    if (banner.textContent !== news) banner.textContent = news;
    subtitle.textContent = agent || text('assistant');
    view.render(thread.turns, outbox.queue, offline);

    const progress = waiting
      ? text('writing')
      : typist !== undefined && !over && text('typing', { name: typist || text('agent') });
    const rate = over && info.csat_question;
    const state = JSON.stringify([progress, open?.id, suggestions, over, rate, info]);
    if (drawn !== state) {
      drawn = state;
      const root = element.getRootNode() as ShadowRoot;
      const focused = root.activeElement;
      tail.replaceChildren(
        h(
          'div',
          progress && h('div.progress._note', h('i'), h('i'), h('i'), progress, open && button('_plain', text('stop'), conversation.stop)),
          chips(suggestions, '_chips'),
          over && h('div._card', text('ended'), button('_plain', text('again'), conversation.leave)),
          rate && h('div._card', { dir: 'auto' }, rate, h('p', ...[1, 2, 3, 4, 5].map(star))),
        ),
      );
      person.replaceChildren(...(info.state === 'queued' ? queued() : [agent ? text('with', { name: agent }) : button('', icon('person'), askForPerson, text('person'))]));
      // What had the focus is gone: the next thing to do is to write.
      if (focused && !root.activeElement) composer.input.focus();
    }
    scroll.follow();
  }

  async function openArticle(id: string, language = locale): Promise<void> {
    sheet.show(text('loading'));
    try {
      const response = await client.send('GET', `/articles/${id}?lang=${language}${host.market}`);
      const { title, language: lang, direction: dir, blocks } = (await response.json()) as ArticleText;
      if (sheet.shown) sheet.show(title, h('div.body', { lang, dir }, richText(blocks, openArticle)));
    } catch {
      sheet.show(text('sorry'));
    }
  }

  /** Sends a file, then asks what it shows: that is the message, and the picture's text for those who do not see it. */
  async function attach(file: File): Promise<void> {
    const { name, size } = file;
    const ending = new AbortController();
    const bar = h('progress', { 'aria-label': name });
    picker.value = '';
    sheet.show(name, bar, button('_plain', text('cancel'), () => (sheet.hide(), ending.abort())));
    try {
      if (size > limits.file_bytes) throw { message: text('large', { size: number(limits.file_bytes / 1e6) }) };
      const { id } = await conversation.upload(file, (part) => (bar.value = part), ending.signal);
      ask(name, 'describe', (alt) => host.send(alt || name, [{ id, name, alt }]));
    } catch (error) {
      if (!ending.signal.aborted) sheet.show(name, h('p._bad', { role: 'alert' }, (error as Problem).message || text('sorry')));
    }
  }

  /** Some words, on a page of their own. */
  function ask(title: string, key: string, send: (words: string) => unknown): void {
    const input = h('textarea', { 'aria-label': text(key), placeholder: text(key) });
    sheet.show(title, input, button('_plain', text('send'), () => send(input.value)));
  }

  function chips(suggestions: (Suggestion | string)[], kind: string): Node {
    return h(
      `div.${kind}`,
      { hidden: !suggestions[0] },
      ...suggestions.map((chip) => {
        const { label = `${chip}`, question = label } = chip as Suggestion;
        return button('_plain', label, () => host.send(question), { dir: 'auto' });
      }),
    );
  }

  function star(score: number): Node {
    const label = text('stars', { score: number(score) });
    const rate = (comment?: string) => attempt(conversation.score(score, comment));
    return button('_icon', '★', () => (rate(), ask(label, 'comment', (words) => (sheet.hide(), rate(words)))), { 'aria-label': label });
  }

  function queued(): (Node | string)[] {
    const { queue_position: place } = conversation.thread.info;
    return [
      hours.open ? `${text('queue')} ${place ? text('place', { position: number(place) }) : ''}` : text('away', { hours: hours.text }),
      button('_link', text('cancel'), () => attempt(conversation.withdraw())),
    ];
  }

  async function askForPerson(): Promise<void> {
    sheet.hide();
    if (features.handoff) await attempt(conversation.handoff());
    if (/queued|open/.test(`${conversation.thread.info.state}`)) return;
    sheet.show(text('contact'), h('div.body', richText(contact.blocks, openArticle)));
  }

  function options(): void {
    const { id } = conversation;
    const { email } = client;
    const row = (label: string, work: () => Promise<unknown>) => button('_row', label, () => attempt(work()));
    const select = h(
      'select',
      { 'aria-label': text('language'), change: () => attempt(host.choose(select.value)) },
      ...config.locales.map((code) => h('option', { value: code, selected: code === config.locale }, languageName(code))),
    );
    const sound = h('input', { type: 'checkbox', checked: host.vault.get('sound'), change: () => host.vault.set('sound', sound.checked) });
    sheet.show(
      text('more'),
      h('div._row', text('language'), select),
      h('label._row', text('sound'), sound),
      id && row(text('transcript'), download),
      id && email && features.mail && row(text('mail', { email }), () => conversation.mail().then(() => host.notify('mailed'))),
      id && row(text('end'), () => (sheet.hide(), conversation.end())),
      id && h('details._row', h('summary', text('erase')), h('p', text('sure')), button('_plain._bad', text('all'), () => attempt(erase()))),
    );
  }

  async function erase(): Promise<void> {
    await client.call('DELETE', '/me');
    sheet.hide();
    host.logout();
    host.notify('erased');
  }

  async function download(): Promise<void> {
    h('a', { href: URL.createObjectURL(await conversation.transcript()), download: 'chat.txt' }).click();
  }

  return {
    element,
    composer,
    sheet,
    scroll,
    render,
    /** Once, for those who listen: the log itself is silent, so that unfinished text is never read out. */
    say(words: string): void {
      spoken.textContent = words;
    },
  };
}
