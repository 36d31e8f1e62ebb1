import { Backoff } from './backoff';
import { Client } from './client';
import type { Session, Theme, Turn, WidgetConfig } from './contract';
import { Conversation, type ConversationListener } from './conversation';
import { h } from './dom';
import { Frame } from './frame';
import { link, Panel, type Host } from './panel';
import type { Problem } from './problem';
import { wantedLocale, type Settings } from './settings';
import { offlineStrings, Strings } from './strings';
import { Vault } from './vault';

const TYPING_MS = 6000;
const NOTICE_MS = 8000;

/**
 * The widget on the page: brings together server, conversation and what is seen. Its public methods
 * are the commands of `babeldesk(command, ...args)`.
 */
export class Widget implements Host, ConversationListener {
  readonly #vault: Vault;
  readonly #client: Client;
  readonly #conversation: Conversation;
  readonly #frame: Frame;
  readonly #backoff = new Backoff();
  readonly #ending = new AbortController();
  readonly #events = new EventTarget();
  readonly #timers: Record<string, ReturnType<typeof setTimeout>> = {};
  #strings: Strings;
  #config: WidgetConfig | undefined;
  #panel: Panel | undefined;
  #opened = false;
  #hidden: boolean;
  #unread = 0;
  #jwt = '';
  #typist: string | undefined;
  #notice = '';

  constructor(private readonly settings: Settings) {
    const { site, server, consent, launcher } = settings;
    const { signal } = this.#ending;
    this.#vault = new Vault(`babeldesk:${site}:`, consent !== 'required');
    this.#client = new Client(server, () => this.#askForSession());
    this.#conversation = new Conversation(this.#client, this.#vault, this);
    this.#hidden = launcher === 'none';
    this.#strings = offlineStrings(this.#locale);
    this.#frame = new Frame(signal, () => this.toggle(), () => (this.#panel?.sheet.shown ? this.#panel.sheet.hide() : this.close()));
    this.#look();
    addEventListener('online', () => this.#wake(), { signal });
    addEventListener('offline', () => this.changed(), { signal });
    addEventListener('storage', () => this.#otherTab(), { signal });
    // A page that comes back from the browser's cache has missed what happened meanwhile.
    addEventListener('pageshow', ({ persisted }) => persisted && this.#otherTab(), { signal });
    document.addEventListener('visibilitychange', () => this.#wake(), { signal });
  }

  async start(): Promise<void> {
    document.documentElement.append(this.#frame.host);
    this.changed();
    await this.#connect();
    if (this.#vault.get('open') && !this.#frame.fullScreen) this.open(false);
  }

  open(focus = true): void {
    if (this.#opened) return;
    this.#opened = true;
    this.#vault.set('open', 1);
    if (!this.#config) void this.#connect();
    this.#frame.show();
    this.#wake();
    this.#panel?.scroll.toEnd();
    if (focus) this.#panel?.composer.input.focus();
    this.#emit('open');
  }

  close(): void {
    if (!this.#opened) return;
    this.#opened = false;
    this.#vault.set('open');
    const { host, dialog, launcher } = this.#frame;
    const focused = document.activeElement === host;
    dialog.close();
    this.changed();
    if (focused) launcher.focus();
    this.#emit('close');
  }

  toggle(): void {
    if (this.#opened) this.close();
    else this.open();
  }

  show(): void {
    this.#hidden = false;
    this.changed();
  }

  hide(): void {
    this.#hidden = true;
    this.changed();
  }

  send(text: string): Promise<void> {
    this.#panel?.sheet.hide();
    this.#vault.set('config', this.#config);
    const sent = this.#conversation.send(text, this.#locale);
    this.#panel?.scroll.toEnd();
    this.#emit('send', { text });
    return sent;
  }

  prefill(text: string): void {
    this.draft(text);
    this.#panel?.composer.fill(text);
  }

  /** Proves who the visitor is, by a token that the shop's server made. */
  async identify(jwt: string): Promise<void> {
    this.#jwt = jwt;
    try {
      const { conversation_id } = await this.#client.open();
      if (conversation_id && conversation_id !== this.#conversation.id) await this.#conversation.enter(conversation_id);
    } catch (error) {
      this.#jwt = '';
      this.problem(error as Problem);
    }
  }

  /** Forgets the visitor, on this page and in the browser's other tabs. */
  logout(): void {
    this.#jwt = '';
    this.#client.token = undefined;
    this.#vault.clear();
    this.#conversation.leave();
    this.#panel?.composer.fill('');
  }

  locale(locale: string): Promise<void> {
    this.#vault.set('locale', locale);
    return this.#connect();
  }

  theme(theme: Theme): void {
    this.#frame.look(theme);
  }

  /** What the page knows now: the market that the visitor buys from. */
  context({ market }: { market: string }): void {
    this.settings.market = market;
    this.#client.token = undefined;
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

  typing(name: string): void {
    this.#typist = name;
    this.#later('typing', TYPING_MS, () => (this.#typist = undefined));
  }

  draft(text: string): void {
    this.#vault.set('draft', text);
  }

  async handoff(): Promise<void> {
    await this.attempt(this.#conversation.handoff());
    this.#emit('handoff');
  }

  async erase(): Promise<void> {
    await this.#client.call('DELETE', '/me');
    this.logout();
    this.#panel!.sheet.hide();
    this.#notify('erased');
  }

  async score(score: number): Promise<void> {
    await this.#conversation.score(score);
    this.#vault.set('rated', this.#conversation.id);
    this.#notify('thanks');
  }

  rated(): boolean {
    return this.#vault.get('rated') === this.#conversation.id;
  }

  get market(): string {
    const { market } = this.settings;
    return market && `&market=${market}`;
  }

  get #locale(): string {
    return wantedLocale(this.#vault.get('locale') ?? this.settings.locale);
  }

  /** Fetches the configuration; a visitor who is known goes on with her conversation. */
  async #connect(): Promise<void> {
    clearTimeout(this.#timers.connect);
    try {
      if (this.#vault.get('secret')) {
        const { config, conversation_id } = await this.#client.open();
        this.#configure(config);
        if (conversation_id) await this.#conversation.enter(conversation_id);
      } else {
        const response = await this.#client.send('GET', `/widget-config?site=${this.settings.site}&locale=${this.#locale}`);
        this.#configure(await response.json());
      }
      this.#backoff.reset();
      void this.#conversation.outbox.flush();
    } catch (error) {
      const known = this.#config ?? this.#vault.get<WidgetConfig>('config');
      if (known) this.#configure(known);
      else this.#fallBack();
      this.#later('connect', this.#backoff.next((error as Problem).retryAfter), () => this.#connect());
    }
  }

  async #askForSession(): Promise<Session> {
    const { site, market } = this.settings;
    const secret = this.#vault.get<string>('secret');
    const body = {
      site,
      locale: this.#locale,
      market: market || undefined,
      // Without its query, which may say more than the chat has to know.
      page: location.origin + location.pathname,
      visitor_secret: secret,
      jwt: this.#jwt || undefined,
    };
    try {
      const session = (await (await this.#client.send('POST', '/session', { body })).json()) as Session;
      this.#vault.set('secret', session.visitor_secret ?? secret);
      return session;
    } catch (error) {
      // A secret that the server no longer knows: the next try is a new visitor's.
      if (!this.#jwt && /40[134]/.test(`${(error as Problem).status}`)) this.#vault.set('secret');
      throw error;
    }
  }

  #configure(config: WidgetConfig): void {
    if (JSON.stringify(config) === JSON.stringify(this.#config)) return;
    const focused = document.activeElement === this.#frame.host;
    const wanted = this.#locale;
    this.#config = config;
    this.#strings = new Strings(wanted.startsWith(config.locale) ? wanted : config.locale, config.strings);
    this.#panel = new Panel(config, this.#strings, this.#conversation, this);
    this.#frame.dialog.replaceChildren(this.#panel.element);
    if (this.#opened) this.#frame.show();
    this.#look();
    this.changed();
    this.#panel.composer.fill(this.#vault.get('draft') ?? '');
    if (this.#opened && focused) this.#panel.composer.input.focus();
  }

  /** The server cannot be reached and never was: how else to reach the shop. */
  #fallBack(): void {
    const { text } = this.#strings;
    const { contact } = this.settings;
    this.#frame.dialog.replaceChildren(
      h('div.lost', h('p', { id: 'name', role: 'status' }, text('unreachable')), link(contact, contact.replace(/^\w+:\/*/, ''))),
    );
  }

  #look(): void {
    const { accent, position, mode } = this.settings;
    const { locale, text } = this.#strings;
    this.#frame.look(this.#config?.theme ?? {});
    this.#frame.look({ accent, position, mode });
    this.#frame.speak(locale, this.#config?.direction ?? (locale === 'ar' ? 'rtl' : 'ltr'), text('log') || 'Chat');
  }

  changed(): void {
    const { thread } = this.#conversation;
    if (this.#opened && !document.hidden && thread.last > this.#read) this.#vault.set('read', thread.last);
    const unread = thread.turns.filter(({ author, status, seq }) => author !== 'shopper' && status !== 'open' && seq > this.#read).length;
    if (unread !== this.#unread) this.#emit('unread', (this.#unread = unread));
    this.#frame.render(this.#opened, this.#hidden, unread, this.#strings);
    this.#panel?.render(this.#notice, this.#typist);
  }

  /** The number of the last event that the visitor has seen. */
  get #read(): number {
    return this.#vault.get('read') ?? 0;
  }

  completed({ id, author, text }: Turn): void {
    if (author === 'shopper') return;
    this.#typist = undefined;
    if (this.#opened) this.#panel?.say(text);
    this.#emit('message', { id, author, text });
  }

  #emit(name: string, detail?: unknown): void {
    this.#events.dispatchEvent(new CustomEvent(name, { detail }));
  }

  async attempt(work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.problem(error as Problem);
    }
  }

  problem({ status, code, message }: Problem): void {
    this.#notify('sorry', status ? message : '');
    this.#emit('error', { code, detail: message });
  }

  #notify(key: string, detail = ''): void {
    this.#notice = detail || this.#strings.text(key);
    this.#later('notice', NOTICE_MS, () => (this.#notice = ''));
    this.changed();
  }

  #later(name: string, ms: number, work: () => unknown): void {
    clearTimeout(this.#timers[name]);
    this.#timers[name] = setTimeout(() => {
      void work();
      this.changed();
    }, ms);
  }

  /** A tab that nobody looks at needs no connection, of which a browser has few for each server. */
  #wake(): void {
    const { stream, outbox, id } = this.#conversation;
    if (document.hidden && !this.#opened) stream.stop();
    else if (id) stream.start();
    void outbox.flush();
    this.changed();
  }

  /** Storage may have another visitor now, or news of the same one. */
  #otherTab(): void {
    const id = this.#vault.get<string>('conversation');
    if (id === this.#conversation.id) this.#wake();
    else if (id) void this.attempt(this.#conversation.enter(id));
    else if (!this.#vault.get('secret')) this.logout();
    else this.#conversation.leave();
  }
}
