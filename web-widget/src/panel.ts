import { Composer } from './composer';
import type { ArticleText, Suggestion, Turn, WidgetConfig } from './contract';
import type { Conversation } from './conversation';
import { button, h, icon, iconButton } from './dom';
import { LogView, type LogActions } from './log-view';
import { richText, safeLink } from './rich-text';
import { ScrollManager } from './scroll-manager';
import { Sheet } from './sheet';
import { LANGUAGES, languageName, type Strings } from './strings';

/** What the panel asks of the widget around it. */
export interface Host {
  send(text: string): unknown;
  close(): void;
  locale(code: string): Promise<void>;
  draft(text: string): void;
  handoff(): Promise<void>;
  erase(): Promise<void>;
  score(score: number): Promise<void>;
  /** `&market=DE`, or nothing. */
  readonly market: string;
  /** Whether this conversation was rated. */
  rated(): boolean;
  /** Waits for it, and tells the shopper if it fails. */
  attempt(work: Promise<unknown>): Promise<void>;
}

/** The inside of the dialog, in one language. */
export class Panel implements LogActions {
  readonly newTab: string;
  readonly element: HTMLElement;
  readonly composer: Composer;
  readonly sheet: Sheet;
  readonly scroll: ScrollManager;
  readonly #log: LogView;
  readonly #subtitle = h('p.note');
  readonly #banner = h('p.banner', { role: 'status' });
  readonly #spoken = h('div.hidden', { role: 'status' });
  readonly #tail = h('div');
  readonly #person = h('div.person', { role: 'status' });
  #drawn = '';

  constructor(
    private readonly config: WidgetConfig,
    private readonly strings: Strings,
    private readonly conversation: Conversation,
    private readonly host: Host,
  ) {
    const { text } = strings;
    const { name, suggestions = [], limits } = config;
    this.newTab = text('newtab');
    this.#log = new LogView(strings, this);
    const newest = h('button.newest', { hidden: true, click: () => this.scroll.toEnd() }, icon('arrow'), text('newest'));
    const log = h(
      'div.log',
      { role: 'log', 'aria-live': 'off', 'aria-label': text('log'), tabindex: 0 },
      h('p.greeting', config.greeting),
      h('p.note', `${config.disclosure} `, this.#privacy()),
      this.#chips(suggestions.map((question) => ({ label: question, question })), 'starters'),
      this.#log.element,
      this.#tail,
    );
    this.scroll = new ScrollManager(log, (atEnd) => (newest.hidden = atEnd));
    this.composer = new Composer(strings, limits?.text_length ?? 4000, host);
    const main = h('div.main', log, newest, this.composer.element);
    this.sheet = new Sheet(text('back'), main);
    this.element = h(
      'div.inside',
      h(
        'header',
        h('span.tile', { 'aria-hidden': 'true' }, [...name][0]),
        h('div', h('h2', { id: 'name' }, name), this.#subtitle),
        iconButton('more', text('more'), () => this.#options()),
        iconButton('close', text('close'), () => host.close()),
      ),
      this.#banner,
      h('div.stage', main, this.sheet.element),
      this.#person,
      this.#spoken,
    );
  }

  /** Shows how things stand; `notice` is something to say in passing, `typist` a person who is writing. */
  render(notice: string, typist: string | undefined): void {
    const { strings, conversation } = this;
    const { text } = strings;
    const { thread, outbox, connected } = conversation;
    const agent = thread.withPerson && (thread.info.agent?.name || text('team'));
    const offline = !navigator.onLine || outbox.waiting;
    const banner = offline ? text('offline') : connected ? notice : text('lost');
    if (this.#banner.textContent !== banner) this.#banner.textContent = banner;
    this.#subtitle.textContent = agent || text('assistant');
    this.#log.render(thread.turns, outbox.items, offline);

    const { open, waiting, suggestions, over, phase } = thread;
    const progress = waiting
      ? open?.text ? ' ' : text(phase === 'retrieval' ? 'searching' : 'writing')
      : typist === undefined ? '' : text('typing', { name: typist || text('team') });
    const rate = (over || thread.ratingAsked) && !this.host.rated();
    const drawn = JSON.stringify([progress, !!open, suggestions, over, rate, thread.info]);
    if (drawn !== this.#drawn) {
      this.#drawn = drawn;
      this.#tail.replaceChildren(
        progress ? h('div.progress', h('i'), h('i'), h('i'), h('span', progress), open && button('button.plain', text('stop'), () => this.host.attempt(conversation.stop()))) : '',
        this.#chips(suggestions),
        over ? h('div.card', h('p', text('ended')), button('button.plain', text('again'), () => conversation.leave())) : '',
        rate ? this.#rating() : '',
      );
      this.#person.replaceChildren(
        thread.info.state === 'queued' ? this.#queued() : agent ? text('with', { name: agent }) : h('button', { click: () => this.#askForPerson() }, icon('person'), text('person')),
      );
    }
    this.scroll.follow();
  }

  /** Once, for those who listen: the log itself is silent, so that unfinished text is never read out. */
  say(words: string): void {
    this.#spoken.textContent = words;
  }

  retry(key: string): void {
    void this.conversation.outbox.retry(key);
  }

  rate({ id }: Turn, helpful: boolean): void {
    void this.host.attempt(this.conversation.rate(id, helpful));
  }

  async article(id: string, language = this.config.locale, heading?: string): Promise<void> {
    const { sheet } = this;
    const { text } = this.strings;
    sheet.show(text('loading'));
    try {
      const response = await this.conversation.client.send('GET', `/articles/${id}?lang=${language}${this.host.market}`);
      const { title, language: lang, direction: dir, blocks } = (await response.json()) as ArticleText;
      const body = h('div.body', { lang, dir }, richText(blocks, this));
      if (sheet.shown) sheet.show(title, body);
      for (const part of body.querySelectorAll('h3,h4')) if (part.textContent === heading) part.scrollIntoView();
    } catch {
      sheet.show(text('sorry'), button('button.plain', text('retry'), () => this.article(id, language, heading)));
    }
  }

  #chips(suggestions: Suggestion[], kind = 'chips'): Node {
    return h(
      `div.${kind}`,
      { role: 'group', 'aria-label': this.strings.text('starters'), hidden: !suggestions.length },
      ...suggestions.map(({ label, question }) => h('button', { click: () => this.host.send(question) }, h('span', { dir: 'auto' }, label), icon('arrow'))),
    );
  }

  /** How the chat was, in one to five stars. */
  #rating(): Node {
    const { text } = this.strings;
    const stars = [1, 2, 3, 4, 5].map((score) =>
      h('button', { 'aria-label': text('stars', { score: this.strings.number(score) }), click: () => this.host.attempt(this.host.score(score)) }, '★'),
    );
    return h('div.card', { role: 'group', 'aria-label': text('rate') }, h('p', text('rate')), h('div.stars', ...stars));
  }

  #queued(): string {
    const { text } = this.strings;
    const { hours } = this.config;
    const { queue_position: position, eta } = this.conversation.thread.info;
    if (hours?.open === false) return text('away', { hours: hours.text ?? '' });
    return [
      text('queue'),
      position ? text('place', { position: this.strings.number(position) }) : '',
      eta ? text('eta', { time: this.strings.minutes(eta) }) : '',
    ].join(' ');
  }

  async #askForPerson(): Promise<void> {
    const { config, strings, sheet } = this;
    const { contact = {}, hours, features } = config;
    this.sheet.hide();
    if (features?.handoff !== false) await this.host.handoff();
    if (this.conversation.thread.info.state === 'assistant' || !this.conversation.id) {
      const { email = '', phone = '', url } = contact;
      sheet.show(
        strings.text('contact'),
        ...[link(`mailto:${email}`, email), link(`tel:${phone}`, phone), link(url, strings.text('contact'))].map((way) => h('p', way)),
        h('p.note', hours?.text),
      );
    }
  }

  #options(): void {
    const { config, strings, conversation, host, sheet } = this;
    const { text } = strings;
    const row = (key: string, work: () => Promise<void>) => button('button.row', text(key), () => host.attempt(work()));
    const select = h(
      'select',
      { 'aria-label': text('language'), change: () => host.attempt(host.locale(select.value)) },
      ...(config.locales ?? LANGUAGES).map((code) => h('option', { value: code, lang: code, selected: code === config.locale }, languageName(code))),
    );
    const erase = h('details.row', h('summary', text('erase')), h('p', text('sure')), button('button.plain.bad', text('all'), () => host.attempt(host.erase())));
    sheet.show(
      text('more'),
      h('div.row', text('language'), select),
      conversation.id && row('transcript', () => this.#download()),
      conversation.id && !conversation.thread.over && row('end', async () => { sheet.hide(); await conversation.end(); }),
      conversation.client.token && erase,
      h('p.row', this.#privacy()),
    );
  }

  async #download(): Promise<void> {
    // With a byte order mark, as some editors take the text for another encoding without.
    const href = URL.createObjectURL(new Blob(['\ufeff', await this.conversation.transcript()]));
    h('a', { href, download: 'chat.txt' }).click();
    setTimeout(() => URL.revokeObjectURL(href), 9000);
  }

  #privacy(): Node {
    return link(this.config.privacy_url, this.strings.text('privacy'));
  }
}

export function link(href: string | undefined, label: string): Node {
  const target = safeLink(href);
  return h('a', target, { hidden: !target, dir: 'auto' }, label);
}
