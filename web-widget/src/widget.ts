import { Backoff } from './backoff';
import { Client } from './client';
import type { ArticleText, Session, Source, Turn, WidgetConfig } from './contract';
import { Conversation } from './conversation';
import { h } from './dom';
import { Emitter } from './emitter';
import { Frame } from './frame';
import { Launcher } from './launcher';
import { Panel } from './panel';
import { Problem } from './problem';
import { richText } from './rich-text';
import { wantedLocale, type Settings } from './settings';
import { contactLinks, optionsSheet } from './sheets';
import { Strings } from './strings';
import { Vault } from './vault';

const TYPING_MS = 6000;
const NOTICE_MS = 8000;

/** The widget on the page: brings together server, conversation and what is seen. */
export class Widget {
  readonly events = new Emitter();
  readonly #vault: Vault;
  readonly #client: Client;
  readonly #conversation: Conversation;
  readonly #ending = new AbortController();
  readonly #backoff = new Backoff();
  readonly #launcher = new Launcher(() => this.toggle());
  readonly #frame: Frame;
  #strings: Strings;
  #config: WidgetConfig | undefined;
  #panel: Panel | undefined;
  #open = false;
  #hidden: boolean;
  #unread = 0;
  #jwt = '';
  #market: string;
  #typist: string | undefined;
  #notice = '';
  #ended = false;
  #timers: Record<string, ReturnType<typeof setTimeout>> = {};

  constructor(private readonly settings: Settings) {
    const { site, server, consent, market } = settings;
    const { signal } = this.#ending;
    this.#vault = new Vault(`babeldesk:${site}:`, consent !== 'required');
    this.#client = new Client(server, () => this.#askForSession());
    this.#conversation = new Conversation(this.#client, this.#vault, {
      changed: () => this.#render(),
      completed: (turn) => this.#completed(turn),
      typing: (name) => this.#typing(name),
      problem: (problem) => this.#report(problem),
    });
    this.#market = market;
    this.#hidden = settings.launcher === 'none';
    this.#strings = Strings.offline(this.#locale);
    this.#frame = new Frame(this.#launcher.element, settings.offset, settings.zIndex, signal, () => this.#escape());
    this.#frame.root.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.isComposing || !this.#open) return;
      event.preventDefault();
      this.#escape();
    });
    this.#look();
    window.addEventListener('online', () => this.#hurry(), { signal });
    window.addEventListener('offline', () => this.#render(), { signal });
    window.addEventListener('storage', (event) => this.#otherTab(event), { signal });
    // A page that comes back from the browser's cache has missed what happened meanwhile.
    window.addEventListener('pageshow', ({ persisted }) => persisted && void this.#restart(), { signal });
    document.addEventListener('visibilitychange', () => document.hidden || this.#render(), { signal });
  }

  async start(): Promise<void> {
    document.documentElement.append(this.#frame.host);
    this.#render();
    await this.#connect();
    if (this.#vault.get('tab.open') && !this.#frame.fullScreen && !this.#open) this.open(false);
  }

  open(focus = true): void {
    if (this.#open) return;
    this.#open = true;
    this.#vault.set('tab.open', true);
    if (!this.#config) void this.#connect();
    this.#frame.show();
    this.#render();
    this.#panel?.toEnd();
    if (focus) this.#panel?.composer.input.focus();
    this.events.emit('open');
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#vault.set('tab.open', undefined);
    const { focused } = this.#frame;
    this.#frame.hide();
    this.#render();
    if (focused) this.#launcher.element.focus();
    this.events.emit('close');
  }

  toggle(): void {
    if (this.#open) this.close();
    else this.open();
  }

  show(shown = true): void {
    this.#hidden = !shown;
    this.#render();
  }

  async send(text: string): Promise<void> {
    this.#panel?.sheet.hide();
    const sent = this.#conversation.send(text, this.#locale);
    this.#vault.set('config', this.#config);
    this.#panel?.toEnd();
    this.events.emit('send', { text });
    await sent;
  }

  prefill(text: string): void {
    this.#vault.set('tab.draft', text);
    this.#panel?.composer.fill(text);
  }

  /** Proves who the visitor is, by a token that the shop's server made. */
  async identify(jwt: string): Promise<void> {
    this.#jwt = jwt;
    this.#client.forget();
    try {
      const { conversation_id } = await this.#client.open();
      if (conversation_id && conversation_id !== this.#conversation.id) await this.#conversation.enter(conversation_id);
    } catch (error) {
      this.#jwt = '';
      this.#report(error);
    }
  }

  /** Forgets the visitor, on this page and in the browser's other tabs. */
  logout(): void {
    this.#vault.clear();
    this.#forget();
  }

  setLocale(locale: string): Promise<void> {
    this.#vault.set('locale', locale === 'auto' ? undefined : locale);
    this.#client.forget();
    return this.#connect();
  }

  setTheme(theme: Record<string, string>): void {
    this.#frame.look(theme);
  }

  /** What the page knows now: the market that the visitor buys from. */
  context({ market }: { market?: string }): void {
    if (!market || market === this.#market) return;
    this.#market = market;
    this.#client.forget();
  }

  consent(given: boolean): Promise<void> {
    this.#vault.allow(given);
    return this.#restart();
  }

  destroy(): void {
    this.#ending.abort();
    this.#conversation.destroy();
    Object.values(this.#timers).forEach(clearTimeout);
    this.#frame.host.remove();
  }

  get #locale(): string {
    return wantedLocale(this.#vault.get<string>('locale') ?? this.settings.locale);
  }

  /** Fetches the configuration; a visitor who is known goes on with her conversation. */
  async #connect(): Promise<void> {
    clearTimeout(this.#timers.connect);
    try {
      const known = this.#vault.get('secret') || this.#jwt;
      const query = new URLSearchParams({ site: this.settings.site, locale: this.#locale });
      const { config, conversation_id }: Partial<Session> = known
        ? await this.#client.open()
        : { config: (await (await this.#client.send('GET', `/widget-config?${query}`)).json()) as WidgetConfig };
      this.#configure(config!);
      if (conversation_id) await this.#conversation.enter(conversation_id);
      else void this.#conversation.outbox.flush();
      this.#backoff.reset();
    } catch (error) {
      const stored = this.#vault.get<WidgetConfig>('config');
      if (!this.#config && stored) this.#configure(stored);
      if (!this.#config) this.#fallBack();
      const wait = this.#backoff.next(error instanceof Problem ? error.retryAfter : 0);
      if (this.#config) this.#timers.connect = setTimeout(() => void this.#connect(), wait);
    }
  }

  async #askForSession(): Promise<Session> {
    const secret = this.#vault.get<string>('secret');
    const body = {
      site: this.settings.site,
      locale: this.#locale,
      // Without its query, which may say more than the chat has to know.
      page: location.origin + location.pathname,
      ...(this.#market && { market: this.#market }),
      ...(secret && { visitor_secret: secret }),
      ...(this.#jwt && { jwt: this.#jwt }),
    };
    try {
      const session = (await (await this.#client.send('POST', '/session', { body })).json()) as Session;
      this.#vault.set('secret', session.visitor_secret ?? secret);
      return session;
    } catch (error) {
      // A secret that the server no longer knows: begin as a new visitor.
      if (!secret || this.#jwt || !(error instanceof Problem) || !/^40[134]$/.test(`${error.status}`)) throw error;
      this.#vault.set('secret', undefined);
      this.#conversation.leave();
      return this.#askForSession();
    }
  }

  #configure(config: WidgetConfig): void {
    const same = JSON.stringify(config) === JSON.stringify(this.#config);
    if (same) return;
    this.#config = config;
    const wanted = this.#locale;
    this.#strings = new Strings(wanted.startsWith(config.locale) ? wanted : config.locale, config.strings);
    this.#panel = new Panel(config, this.#strings, {
      send: (text) => void this.send(text),
      draft: (text) => this.#vault.set('tab.draft', text || undefined),
      close: () => this.close(),
      options: () => this.#options(),
      person: () => void this.#askForPerson(),
      stop: () => this.#conversation.stop(),
      score: (score, comment) => this.#score(score, comment),
      again: () => this.#conversation.leave(),
      article: (id) => void this.#article(id),
      source: (source, turn) => void this.#article(source.article, turn.language, source),
      retry: (key) => void this.#conversation.outbox.retry(key),
      rate: (turn, helpful) => this.#try(this.#conversation.rate(turn.id, helpful)),
      say: (text) => this.#panel?.say(text),
      newTab: this.#strings.text('newtab'),
    });
    this.#frame.dialog.replaceChildren(this.#panel.element);
    this.#look();
    this.#render();
    this.#panel.composer.fill(this.#vault.get<string>('tab.draft') ?? '');
    this.#panel.toEnd();
    if (this.#open && this.#frame.focused) this.#panel.composer.input.focus();
  }

  /** The server cannot be reached and never was: how else to reach the shop. */
  #fallBack(): void {
    const { contact } = this.settings;
    const text = (key: string) => this.#strings.text(key);
    const links = contactLinks({ url: contact.includes('@') && !contact.includes(':') ? `mailto:${contact}` : contact }, text('contact'));
    const retry = h('button', { type: 'button', class: 'solid', click: () => void this.#connect() }, text('retry'));
    this.#frame.dialog.replaceChildren(
      h('div', { class: 'lost', role: 'status' }, h('h2', { id: 'name' }, text('unreachable')), ...links, retry,
        h('button', { type: 'button', class: 'plain', click: () => this.close() }, text('chat.close'))),
    );
    if (this.#open) retry.focus();
  }

  #look(): void {
    const { accent, position, theme } = this.settings;
    this.#frame.look({ ...this.#config?.theme });
    this.#frame.look({ accent, position, mode: theme });
    this.#frame.speak(this.#strings.locale, this.#config?.direction ?? (/^ar/.test(this.#strings.locale) ? 'rtl' : 'ltr'), this.#strings.text('chat.open'));
  }

  #render(): void {
    const { thread, outbox, connected, id } = this.#conversation;
    const reading = this.#open && !document.hidden;
    if (reading && thread.last > (this.#vault.get<number>('read') ?? 0)) this.#vault.set('read', thread.last);
    const read = this.#vault.get<number>('read') ?? 0;
    const unread = thread.turns.filter((turn) => turn.author !== 'shopper' && turn.status !== 'open' && turn.seq > read).length;
    if (unread !== this.#unread) this.events.emit('unread', unread);
    this.#unread = unread;
    this.#launcher.render(this.#open, unread, this.#strings);
    this.#launcher.element.hidden = this.#hidden;
    if (!this.#config || !this.#panel) return;

    const text = (key: string) => this.#strings.text(key);
    const offline = !navigator.onLine || outbox.waiting;
    const over = /^(resolved|closed)$/.test(thread.state);
    if (over && !this.#ended) this.#vault.set('ended', id);
    this.#ended = over;
    const typing = this.#typist === undefined ? undefined : this.#strings.text('writing.person', { name: this.#typist || text('team') });
    this.#panel.render({
      turns: thread.turns,
      pending: outbox.items(),
      offline,
      agent: this.#agent,
      banner: offline ? text('offline') : id && !connected ? text('reconnecting') : this.#notice,
      progress: thread.waiting ? (thread.open?.text ? '' : text(thread.phase === 'retrieval' ? 'searching' : 'writing')) : typing,
      stoppable: !!thread.open,
      suggestions: thread.suggestions,
      person: this.#person(),
      ended: over,
      rate: (over || thread.ratingAsked) && this.#vault.get('rated') !== id,
    });
  }

  get #agent(): string {
    const { thread } = this.#conversation;
    return /^(open|waiting|snoozed)$/.test(thread.state) ? (thread.info.agent?.name ?? '') : '';
  }

  /** The line about people: how to get one, when one comes, who is there. */
  #person(): { text: string; ask: boolean } {
    const { state, info } = this.#conversation.thread;
    const strings = this.#strings;
    if (state === 'queued') {
      const { hours } = this.#config!;
      if (hours?.open === false) return { text: strings.text('person.away', { hours: hours.text ?? '' }), ask: false };
      const parts = [strings.text('person.wait')];
      if (info.queue_position) parts.push(strings.text('person.position', { position: strings.number(info.queue_position) }));
      if (info.eta) parts.push(strings.text('person.eta', { time: strings.duration(info.eta) }));
      return { text: parts.join(' '), ask: false };
    }
    if (/^(open|waiting|snoozed)$/.test(state)) {
      return { text: this.#agent ? strings.text('person.with', { name: this.#agent }) : strings.text('person.team'), ask: false };
    }
    return { text: '', ask: true };
  }

  async #askForPerson(): Promise<void> {
    const config = this.#config!;
    if (config.features?.handoff === false) return this.#contact();
    this.events.emit('handoff');
    try {
      await this.#conversation.handoff();
      this.#panel?.sheet.hide();
    } catch (error) {
      this.#report(error);
      this.#contact();
    }
  }

  #contact(): void {
    const { contact = {}, hours } = this.#config!;
    this.#panel?.sheet.show(this.#strings.text('contact'), [...contactLinks(contact, this.#strings.text('contact')), h('p', { class: 'note' }, hours?.text)]);
  }

  #options(): void {
    const { id } = this.#conversation;
    const known = this.#vault.get('secret');
    const open = id && !/^(resolved|closed)$/.test(this.#conversation.thread.state);
    this.#panel?.sheet.show(
      this.#strings.text('more'),
      optionsSheet(this.#config!, this.#strings, {
        locale: (code) => this.#try(this.setLocale(code)),
        transcript: id ? () => this.#try(this.#download()) : undefined,
        end: open ? () => (this.#panel?.sheet.hide(), this.#try(this.#conversation.end())) : undefined,
        erase: known ? () => this.#try(this.#erase()) : undefined,
      }),
    );
  }

  async #download(): Promise<void> {
    // With a byte order mark, as some editors take the text for another encoding without.
    const url = URL.createObjectURL(new Blob(['\ufeff', await this.#conversation.transcript()], { type: 'text/plain;charset=utf-8' }));
    h('a', { href: url, download: `${this.settings.site}-chat.txt` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }

  async #erase(): Promise<void> {
    await this.#client.call('DELETE', '/me');
    this.logout();
    this.#panel?.sheet.hide();
    this.#notify(this.#strings.text('erased'));
  }

  async #article(id: string, language?: string, source?: Source): Promise<void> {
    const { sheet } = this.#panel!;
    sheet.show(source?.title ?? '', [this.#strings.text('loading')]);
    const query = new URLSearchParams({ lang: language ?? this.#config!.locale, ...(this.#market && { market: this.#market }) });
    try {
      const article = (await (await this.#client.send('GET', `/articles/${id}?${query}`)).json()) as ArticleText;
      if (!sheet.shown) return;
      const content = h('div', {}, richText(article.blocks, { article: (other) => void this.#article(other, language), newTab: this.#strings.text('newtab') }));
      sheet.show(article.title, [content], article);
      if (source?.heading) {
        const heading = [...content.querySelectorAll('h3,h4,h5,h6')].find(({ textContent }) => textContent === source.heading);
        heading?.scrollIntoView();
      }
    } catch {
      const retry = h('button', { type: 'button', class: 'plain', click: () => void this.#article(id, language, source) }, this.#strings.text('retry'));
      if (sheet.shown) sheet.show(source?.title ?? '', [h('p', {}, this.#strings.text('sorry')), retry]);
    }
  }

  #score(score: number, comment: string): void {
    this.#vault.set('rated', this.#conversation.id);
    this.#try(this.#conversation.score(score, comment));
    this.#notify(this.#strings.text('thanks'));
    this.#panel?.composer.input.focus();
  }

  #completed(turn: Turn): void {
    if (turn.author === 'shopper') return;
    this.#typist = undefined;
    if (this.#open) this.#panel?.say(turn.text);
    const { id, author, text } = turn;
    this.events.emit('message', { id, author, text });
  }

  #typing(name: string): void {
    this.#typist = name;
    clearTimeout(this.#timers.typing);
    this.#timers.typing = setTimeout(() => {
      this.#typist = undefined;
      this.#render();
    }, TYPING_MS);
  }

  #try(work: Promise<void>): void {
    work.catch((error: unknown) => this.#report(error));
  }

  #report(error: unknown): void {
    const problem = error instanceof Problem ? error : new Problem(400, 'unexpected', String(error));
    this.#notify((problem.status && problem.message) || this.#strings.text('sorry'));
    this.events.emit('error', { code: problem.code, detail: problem.message });
  }

  #notify(text: string): void {
    this.#notice = text;
    this.#render();
    clearTimeout(this.#timers.notice);
    this.#timers.notice = setTimeout(() => {
      this.#notice = '';
      this.#render();
    }, NOTICE_MS);
  }

  #escape(): void {
    if (this.#panel?.sheet.shown) this.#panel.sheet.hide();
    else this.close();
  }

  #hurry(): void {
    this.#backoff.reset();
    if (!this.#config || this.#timers.connect) void this.#connect();
    this.#conversation.hurry();
    this.#render();
  }

  #forget(): void {
    this.#jwt = '';
    this.#client.forget();
    this.#conversation.leave();
    this.#panel?.composer.fill('');
  }

  /** Storage has another visitor now, or the same one with news. */
  async #restart(): Promise<void> {
    if (this.#vault.get('secret')) await this.#connect();
    else this.#forget();
  }

  #otherTab({ key }: StorageEvent): void {
    const { prefix } = this.#vault;
    if (key && !key.startsWith(prefix)) return;
    const conversation = this.#vault.get<string>('conversation');
    if (conversation === this.#conversation.id) this.#render();
    else if (conversation) this.#try(this.#conversation.enter(conversation));
    else this.#forget();
  }
}
