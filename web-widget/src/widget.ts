import { Backoff } from './backoff';
import { Client } from './client';
import type { Session, Turn, WidgetConfig } from './contract';
import { Conversation, type ConversationListener } from './conversation';
import { h } from './dom';
import { Frame } from './frame';
import { Panel, type Host } from './panel';
import type { Problem } from './problem';
import { link } from './rich-text';
import { wantedLocale, type Settings } from './settings';
import { locale, speak, text } from './strings';
import { Vault } from './vault';

const TYPING_MS = 6000;
const NOTICE_MS = 8000;

/**
 * The widget on the page: brings together server, conversation and what is seen. The commands of
 * `babeldesk(command, ...args)` are methods of this class.
 */
export class Widget implements Host, ConversationListener {
  readonly #ending = new AbortController();
  readonly #events = new EventTarget();
  readonly #backoff = new Backoff();
  readonly #timers: Record<string, ReturnType<typeof setTimeout>> = {};
  readonly #vault: Vault;
  readonly #client: Client;
  readonly #conversation: Conversation;
  readonly #frame: Frame;
  #config: WidgetConfig | undefined;
  #panel: Panel | undefined;
  #opened = false;
  #unread = 0;
  #jwt: string | undefined;
  #typist: string | undefined;
  #notice = '';

  constructor(private readonly settings: Settings) {
    const { signal } = this.#ending;
    const wake = () => this.#wake();
    this.#vault = new Vault(`babeldesk:${settings.site}:`, settings.consent !== 'required');
    this.#client = new Client(settings.server, () => this.#askForSession());
    this.#conversation = new Conversation(this.#client, this.#vault, this);
    speak(this.#locale);
    this.#frame = new Frame(signal, () => this.toggle(), () => {
      const { sheet } = this.#panel ?? {};
      if (sheet?.shown) sheet.hide();
      else this.close();
    });
    for (const name of ['online', 'offline', 'pageshow']) addEventListener(name, wake, { signal });
    // Another tab's news; of what it removes, only the conversation counts, lest a logout be half undone here.
    addEventListener('storage', ({ key, newValue }) => (newValue || /conversation/.test(`${key}`)) && wake(), { signal });
    document.addEventListener('visibilitychange', wake, { signal });
    document.documentElement.append(this.#frame.host);
    this.#look();
    this.changed();
    void this.#connect().then(() => {
      if (this.#vault.get('open') && !this.#frame.fullScreen) this.open(false);
    });
  }

  open(focus = true): void {
    if (this.#opened) return;
    this.#opened = true;
    this.#vault.set('open', 1);
    this.#frame.show();
    this.#wake();
    this.#panel?.scroll.toEnd();
    if (focus) this.#panel?.composer.input.focus();
    this.emit('open');
  }

  close(): void {
    if (!this.#opened) return;
    const { host, dialog, launcher } = this.#frame;
    const focused = document.activeElement === host;
    this.#opened = false;
    this.#vault.set('open');
    dialog.close();
    this.changed();
    if (focused) launcher.focus();
    this.emit('close');
  }

  toggle(): void {
    if (this.#opened) this.close();
    else this.open();
  }

  show(launcher = 'standard'): void {
    this.settings.launcher = launcher;
    this.changed();
  }

  hide(): void {
    this.show('none');
  }

  send(words: string): Promise<void> {
    const sent = this.#conversation.send(words, this.#locale);
    this.#panel?.sheet.hide();
    this.#panel?.scroll.toEnd();
    this.#vault.set('config', this.#config);
    this.emit('send', { text: words });
    return sent;
  }

  prefill(words: string): void {
    this.draft(words);
    this.#panel?.composer.fill(words);
  }

  /** Proves who the visitor is, by a token that the shop's server made. */
  identify(jwt: string): Promise<void> {
    this.#jwt = jwt;
    return this.attempt(
      this.#client.open().then(({ conversation_id }) => conversation_id && this.#conversation.enter(conversation_id)),
      () => (this.#jwt = undefined),
    );
  }

  /** Forgets the visitor, on this page and in the browser's other tabs. */
  logout(): void {
    this.#jwt = this.#client.token = undefined;
    this.#vault.clear();
    this.#conversation.leave();
    this.#panel?.composer.fill('');
  }

  locale(wanted: string): Promise<void> {
    this.#vault.set('locale', wanted);
    return this.#connect();
  }

  theme(theme: Partial<Settings>): void {
    this.context(theme);
  }

  /** What the page knows now, as the market that the visitor buys from. */
  context(context: Partial<Settings>): void {
    Object.assign(this.settings, context);
    this.#client.token = undefined;
    this.#look();
  }

  consent(given = true): Promise<void> {
    this.#vault.allow(given);
    return this.#connect();
  }

  on(name: string, handler: (detail: unknown) => void): () => void {
    const listener = (event: Event) => handler((event as CustomEvent).detail);
    this.#events.addEventListener(name, listener);
    return () => this.#events.removeEventListener(name, listener);
  }

  destroy(): void {
    this.#ending.abort();
    this.#conversation.destroy();
    Object.values(this.#timers).forEach(clearTimeout);
    this.#frame.host.remove();
    delete window.babeldesk;
  }

  get market(): string {
    const { market } = this.settings;
    return market ? `&market=${market}` : '';
  }

  draft(words: string): void {
    this.#vault.set('draft', words);
  }

  async attempt(work: Promise<unknown>, failed?: () => void): Promise<void> {
    try {
      await work;
    } catch (problem) {
      failed?.();
      this.problem(problem as Problem);
    }
  }

  changed(): void {
    const { thread } = this.#conversation;
    if (this.#opened && !document.hidden && thread.last > this.#read) this.#vault.set('read', thread.last);
    const unread = thread.turns.filter(({ author, status, seq }) => author !== 'shopper' && status !== 'open' && seq > this.#read).length;
    if (unread !== this.#unread) this.emit('unread', (this.#unread = unread));
    this.#frame.render(this.#opened, this.settings.launcher === 'none', unread);
    this.#panel?.render(this.#notice, this.#typist);
  }

  completed({ id, author, text: words }: Turn): void {
    if (author === 'shopper') return;
    this.#typist = undefined;
    this.#panel?.say(words);
    this.#panel?.scroll.arrived();
    this.emit('message', { id, author, text: words });
  }

  typing(name: string): void {
    this.#typist = name;
    this.#later('typing', TYPING_MS, () => (this.#typist = undefined));
  }

  problem({ status, code, message }: Problem): void {
    this.notify('sorry', status ? message : '');
    this.emit('error', { code, detail: message });
  }

  get #locale(): string {
    return wantedLocale(this.#vault.get('locale') ?? this.settings.locale);
  }

  /** The number of the last event that the visitor has seen. */
  get #read(): number {
    return this.#vault.get('read') ?? 0;
  }

  /** Fetches the configuration; a visitor who is known goes on with her conversation. */
  async #connect(): Promise<void> {
    try {
      const response = await this.#client.send('GET', `/widget-config?site=${this.settings.site}&locale=${this.#locale}`);
      this.#configure(await response.json());
      this.#backoff.reset();
      this.#wake();
    } catch (problem) {
      const known = this.#config ?? this.#vault.get<WidgetConfig>('config');
      if (known) this.#configure(known);
      else this.#fallBack();
      this.#later('connect', this.#backoff.next((problem as Problem).retryAfter), () => this.#connect());
    }
  }

  async #askForSession(): Promise<Session> {
    const { site, market } = this.settings;
    const visitor_secret = this.#vault.get<string>('secret');
    try {
      const response = await this.#client.send('POST', '/session', {
        // The page without its query, which may say more than the chat has to know.
        body: { site, locale: this.#locale, market: market || undefined, page: location.origin + location.pathname, visitor_secret, jwt: this.#jwt },
      });
      const session = (await response.json()) as Session;
      this.#vault.set('secret', session.visitor_secret ?? visitor_secret);
      return session;
    } catch (problem) {
      // A secret that the server no longer knows: the next try is a new visitor's.
      if (!this.#jwt && /40[134]/.test(`${(problem as Problem).status}`)) this.#vault.set('secret');
      throw problem;
    }
  }

  #configure(config: WidgetConfig): void {
    if (JSON.stringify(config) === JSON.stringify(this.#config)) return;
    const focused = document.activeElement === this.#frame.host;
    const wanted = this.#locale;
    this.#config = config;
    speak(wanted.startsWith(config.locale) ? wanted : config.locale, config.strings);
    this.#panel = new Panel(config, this.#conversation, this);
    this.#frame.dialog.replaceChildren(this.#panel.element);
    if (this.#opened) this.#frame.show();
    this.#look();
    this.changed();
    this.#panel.composer.fill(this.#vault.get('draft') ?? '');
    if (this.#opened && focused) this.#panel.composer.input.focus();
  }

  /** The server cannot be reached and never was: how else to reach the shop. */
  #fallBack(): void {
    const { contact = '' } = this.settings;
    this.#frame.dialog.replaceChildren(
      h('div.lost', { role: 'status' }, h('p', { id: 'name' }, text('unreachable')), link(contact, contact.replace(/^\w+:\/*/, ''))),
    );
  }

  #look(): void {
    const { accent, position, mode } = this.settings;
    const { theme = {}, direction } = this.#config ?? {};
    this.#frame.look(direction ?? (/^ar/.test(locale) ? 'rtl' : 'ltr'), accent ?? theme.accent, position ?? theme.position, mode ?? theme.mode);
  }

  emit(name: string, detail?: unknown): void {
    this.#events.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** Says something in passing: a text of ours, or one that the server sent. */
  notify(key: string, detail = ''): void {
    this.#notice = detail || text(key);
    this.#later('notice', NOTICE_MS, () => (this.#notice = ''));
    this.changed();
  }

  #later(name: string, ms: number, work: () => unknown): void {
    clearTimeout(this.#timers[name]);
    this.#timers[name] = setTimeout(() => {
      work();
      this.changed();
    }, ms);
  }

  /** Back on the page or on the network; another tab may have written to storage meanwhile. */
  #wake(): void {
    const { stream, outbox, id } = this.#conversation;
    const known = this.#vault.get<string>('conversation');
    if (id && !known) this.#conversation.leave();
    // A tab that nobody looks at needs no connection, of which a browser has few for each server.
    if (document.hidden && !this.#opened) stream.stop();
    else if (known && this.#config) this.#conversation.enter(known);
    void outbox.flush();
    if (!this.#config && this.#opened) void this.#connect();
    this.changed();
  }
}
