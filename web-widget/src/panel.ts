import { Composer } from './composer';
import type { ArticleText, Suggestion, WidgetConfig } from './contract';
import type { Conversation } from './conversation';
import { button, h, icon } from './dom';
import { LogView, type LogActions } from './log-view';
import { link, richText } from './rich-text';
import { ScrollManager } from './scroll-manager';
import { Sheet } from './sheet';
import { LANGUAGES, languageName, locale, number, text } from './strings';

/** What the panel asks of the widget around it. */
export interface Host {
  /** `&market=DE`, or nothing where the page does not know the shopper's country. */
  readonly market: string;
  send(text: string): unknown;
  close(): void;
  locale(code: string): Promise<void>;
  draft(text: string): void;
  logout(): void;
  emit(event: string): void;
  /** Says a text in passing. */
  notify(key: string): void;
  /** Waits for it, and tells the shopper if it fails. */
  attempt(work: Promise<unknown>): Promise<void>;
}

/** The inside of the dialog, in one language. */
export class Panel implements LogActions {
  readonly #log = new LogView(this);
  readonly #subtitle = h('p.note');
  readonly #banner = h('p.banner.note', { role: 'status' });
  readonly #spoken = h('div.hidden', { role: 'status' });
  readonly #tail = h('div');
  readonly #person = h('div.foot.note', { role: 'status' });
  readonly #newest = button('newest', text('newest'), () => this.scroll.toEnd(), { hidden: true });
  readonly composer: Composer;
  readonly sheet: Sheet;
  readonly scroll: ScrollManager;
  readonly element: HTMLElement;
  #drawn = '';

  constructor(
    private readonly config: WidgetConfig,
    private readonly conversation: Conversation,
    private readonly host: Host,
  ) {
    const { name, suggestions = [], limits, greeting, disclosure, privacy_url } = config;
    const log = h(
      'div.log',
      { role: 'log', 'aria-live': 'off', 'aria-label': text('log'), tabindex: 0 },
      h('p.greeting', greeting),
      h('p.note', `${disclosure} `, link(privacy_url, text('privacy'))),
      this.#chips(suggestions.map((question) => ({ label: question, question })), 'starters'),
      this.#log.element,
      this.#tail,
    );
    this.scroll = new ScrollManager(log, this.#newest);
    this.composer = new Composer(limits?.text_length ?? 4000, host);
    const main = h('div.main', log, this.#newest, this.composer.element);
    this.sheet = new Sheet(main);
    this.element = h(
      'div.inside',
      h(
        'header',
        h('b.tile', { 'aria-hidden': true }, name[0]),
        h('div', h('h2', { id: 'name' }, name), this.#subtitle),
        button('icon', icon('more'), () => this.#options(), { 'aria-label': text('more') }),
        button('icon', icon('close'), () => host.close(), { 'aria-label': text('close') }),
      ),
      this.#banner,
      h('div.stage', main, this.sheet.element),
      this.#person,
      this.#spoken,
    );
  }

  /** Shows how things stand; `notice` is something to say in passing, `typist` a person who is writing. */
  render(notice: string, typist: string | undefined): void {
    const { thread, outbox, connected } = this.conversation;
    const { open, waiting, suggestions, over, withPerson, info, ratingAsked } = thread;
    const agent = withPerson && (info.agent?.name || text('team'));
    const offline = !navigator.onLine || outbox.waiting;
    const banner = offline ? text('offline') : connected ? notice : text('lost');
    if (this.#banner.textContent !== banner) this.#banner.textContent = banner;
    this.#subtitle.textContent = agent || text('assistant');
    this.#log.render(thread.turns, outbox.queue, offline);

    const progress = waiting
      ? text(open?.text ? 'writing' : 'searching')
      : typist !== undefined && text('typing', { name: typist || text('team') });
    const rate = (over || ratingAsked) && !this.conversation.rated;
    const drawn = JSON.stringify([progress, open?.id, suggestions, over, rate, info]);
    if (drawn !== this.#drawn) {
      this.#drawn = drawn;
      const root = this.element.getRootNode() as ShadowRoot;
      const focused = root.activeElement;
      this.#tail.replaceChildren(
        h('div.progress.note', { hidden: !progress }, h('i'), h('i'), h('i'), progress, open && button('plain', text('stop'), () => this.conversation.stop())),
        this.#chips(suggestions, 'chips'),
        h('div.card', { hidden: !over }, text('ended'), button('plain', text('again'), () => this.conversation.leave())),
        h('div.card', { hidden: !rate }, text('rate'), h('p', ...[1, 2, 3, 4, 5].map((score) => this.#star(score)))),
      );
      this.#person.replaceChildren(
        info.state === 'queued' ? this.#queued() : agent ? text('with', { name: agent }) : button('', icon('person'), () => this.#askForPerson(), text('person')),
      );
      // What had the focus is gone: the next thing to do is to write.
      if (focused && !root.activeElement) this.composer.input.focus();
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

  rate(turn: string, helpful: boolean): void {
    void this.host.attempt(this.conversation.rate(turn, helpful));
  }

  openArticle = async (id: string, language = locale): Promise<void> => {
    const { sheet } = this;
    sheet.show(text('loading'));
    try {
      const response = await this.conversation.client.send('GET', `/articles/${id}?lang=${language}${this.host.market}`);
      const { title, language: lang, direction: dir, blocks } = (await response.json()) as ArticleText;
      const body = h('div.body', { lang, dir }, richText(blocks, this.openArticle));
      if (sheet.shown) sheet.show(title, body);
    } catch {
      sheet.show(text('sorry'), button('plain', text('retry'), () => this.openArticle(id, language)));
    }
  };

  #chips(suggestions: Suggestion[], kind: string): Node {
    return h(
      `div.${kind}`,
      { role: 'group', 'aria-label': text('starters'), hidden: !suggestions[0] },
      ...suggestions.map(({ label, question }) => button('plain', label, () => this.host.send(question), { dir: 'auto' })),
    );
  }

  #star(score: number): Node {
    return button('icon', '★', () => this.host.attempt(this.conversation.score(score)), { 'aria-label': text('stars', { score: number(score) }) });
  }

  #queued(): string {
    const { hours } = this.config;
    const { queue_position: place } = this.conversation.thread.info;
    if (hours?.open === false) return text('away', { hours: `${hours.text}` });
    return `${text('queue')} ${place ? text('place', { position: number(place) }) : ''}`;
  }

  async #askForPerson(): Promise<void> {
    const { contact = {}, hours, features } = this.config;
    const { email, phone, url } = contact;
    this.sheet.hide();
    if (features?.handoff !== false) {
      this.host.emit('handoff');
      await this.host.attempt(this.conversation.handoff());
    }
    if (/queued|open/.test(`${this.conversation.thread.info.state}`)) return;
    const ways = [email && link(`mailto:${email}`, email), phone && link(`tel:${phone}`, phone), url && link(url, url), hours?.text];
    this.sheet.show(text('contact'), ...ways.map((way) => h('p.row', { hidden: !way }, way)));
  }

  #options(): void {
    const { config, conversation, host, sheet } = this;
    const row = (key: string, work: () => Promise<unknown>) => button('row', text(key), () => host.attempt(work()));
    const select = h(
      'select',
      { 'aria-label': text('language'), change: () => host.attempt(host.locale(select.value)) },
      ...(config.locales ?? LANGUAGES).map((code) => h('option', { value: code, selected: code === config.locale }, languageName(code))),
    );
    sheet.show(
      text('more'),
      h('div.row', text('language'), select),
      conversation.id && row('transcript', () => this.#download()),
      conversation.id && row('end', async () => (sheet.hide(), conversation.end())),
      conversation.id && h('details.row', h('summary', text('erase')), h('p', text('sure')), button('plain.bad', text('all'), () => host.attempt(this.#erase()))),
      h('p.row', link(config.privacy_url, text('privacy'))),
    );
  }

  async #erase(): Promise<void> {
    await this.conversation.client.call('DELETE', '/me');
    this.sheet.hide();
    this.host.logout();
    this.host.notify('erased');
  }

  async #download(): Promise<void> {
    // With a byte order mark, as some editors take the text for another encoding without.
    h('a', { href: URL.createObjectURL(new Blob(['\ufeff', await this.conversation.transcript()])), download: 'chat.txt' }).click();
  }
}
