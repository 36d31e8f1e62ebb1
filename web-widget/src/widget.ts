import { backoff } from './backoff';
import { chime } from './chime';
import { createClient } from './client';
import type { Session, Theme, WidgetConfig } from './contract';
import { createConversation } from './conversation';
import { h } from './dom';
import { createFrame } from './frame';
import type { FileReference } from './outbox';
import { createPanel, type Host, type Panel } from './panel';
import type { Problem } from './problem';
import { link } from './rich-text';
import { wantedLocale, type Settings } from './settings';
import { locale as spoken, speak, text } from './strings';
import { createVault } from './vault';

const TYPING_MS = 6000;
const NOTICE_MS = 8000;

/** Puts the widget on the page. What it returns are the commands of `babeldesk(command, ...args)`. */
export function createWidget(settings: Settings) {
  const ending = new AbortController();
  const { signal } = ending;
  const events = new EventTarget();
  const tries = backoff();
  const timers: Record<string, ReturnType<typeof setTimeout>> = {};
  const vault = createVault(`babeldesk:${settings.site}:`, settings.consent !== 'required');
  const client = createClient(settings.server, askForSession);
  const conversation = createConversation(client, vault, {
    changed,
    completed({ id, author, text: words }) {
      if (author === 'shopper') return;
      typist = undefined;
      panel?.say(words);
      panel?.scroll.arrived();
      if (vault.get('sound')) chime();
      emit('message', { id, author, text: words });
    },
    typing(name) {
      typist = name;
      later('typing', TYPING_MS, () => (typist = undefined));
    },
    problem,
  });
  let config: WidgetConfig | undefined;
  let panel: Panel | undefined;
  let opened = false;
  let opener: Element | null;
  let unread = 0;
  let state: string | undefined;
  let jwt: string | undefined;
  let typist: string | undefined;
  let notice = '';

  const host: Host = {
    get market() {
      const { market } = settings;
      return market ? `&market=${market}` : '';
    },
    vault,
    send,
    close,
    choose(wanted) {
      // Until the page itself turns to another language.
      vault.set('locale', [wanted, wantedLocale(settings.locale)]);
      return connect();
    },
    logout,
    notify,
    attempt,
  };

  speak(locale());
  const frame = createFrame(signal, toggle, () => {
    const { sheet } = panel ?? {};
    if (sheet?.shown) sheet.hide();
    else close();
  });
  for (const name of ['online', 'offline', 'pageshow']) addEventListener(name, wake, { signal });
  // Another tab's news; of what it removes, only the conversation counts, lest a logout be half undone here.
  addEventListener('storage', ({ key, newValue }) => (newValue || /conversation/.test(`${key}`)) && wake(), { signal });
  document.addEventListener('visibilitychange', wake, { signal });
  look();
  changed();
  later('connect', 0, async () => {
    await connect();
    if (vault.get('open') && !frame.fullScreen) open(false);
  });

  function open(focus = true): void {
    if (opened) return;
    opened = true;
    opener = focus ? document.activeElement : null;
    vault.set('open', 1);
    draw();
    frame.show();
    wake();
    panel?.scroll.toEnd();
    if (focus) panel?.composer.input.focus();
    emit('open');
  }

  function close(): void {
    if (!opened) return;
    const { host, dialog, launcher } = frame;
    const focused = document.activeElement === host;
    opened = false;
    vault.set('open');
    dialog.close();
    changed();
    // The page's own button, where it opened the chat.
    if (focused) ((launcher.hidden ? opener : launcher) as HTMLElement | null)?.focus();
    emit('close');
  }

  function toggle(): void {
    if (opened) close();
    else open();
  }

  function show(launcher = 'standard'): void {
    settings.launcher = launcher;
    changed();
  }

  function send(words: string, files?: FileReference[]): Promise<void> {
    const sent = conversation.send(words, locale(), files);
    panel?.sheet.hide();
    panel?.scroll.toEnd();
    vault.set('config', config);
    emit('send', { text: words });
    return sent;
  }

  function prefill(words: string): void {
    vault.set('draft', words);
    panel?.composer.fill(words);
  }

  /** Proves who the visitor is, by a token that the shop's server made. */
  function identify(token: string): Promise<void> {
    jwt = token;
    return attempt(client.open(), () => (jwt = undefined));
  }

  /** Forgets the visitor, on this page and in the browser's other tabs. */
  function logout(): void {
    jwt = client.email = client.token = undefined;
    vault.clear();
    conversation.leave();
    panel?.composer.fill('');
  }

  /** What the page knows now, as the market that the visitor buys from, or how it looks. */
  function context(changes: Partial<Settings>): void {
    Object.assign(settings, changes);
    client.token = undefined;
    look();
  }

  function consent(given = true): Promise<void> {
    vault.allow(given);
    return connect();
  }

  function on(name: string, handler: (detail: unknown) => void): () => void {
    const listener = (event: Event) => handler((event as CustomEvent).detail);
    events.addEventListener(name, listener);
    return () => events.removeEventListener(name, listener);
  }

  function destroy(): void {
    ending.abort();
    conversation.destroy();
    Object.values(timers).forEach(clearTimeout);
    delete window.babeldesk;
  }

  async function attempt(work: Promise<unknown>, failed?: () => void): Promise<void> {
    try {
      await work;
    } catch (error) {
      failed?.();
      problem(error as Problem);
    }
  }

  /** Draws all anew. */
  function changed(): void {
    const { thread } = conversation;
    const before = state;
    let read = vault.get<number>('read') ?? 0;
    if (opened && !document.hidden && thread.last > read) vault.set('read', (read = thread.last));
    const missed = thread.turns.filter(({ author, status, seq }) => author !== 'shopper' && status !== 'open' && seq > read).length;
    if (missed !== unread) emit('unread', (unread = missed));
    state = thread.info.state;
    if (before && state !== before && state === 'queued') emit('handoff');
    frame.render(opened, settings.launcher === 'none', unread);
    panel?.render(notice, typist);
  }

  function problem({ status, code, message }: Problem): void {
    notify('sorry', status ? message : '');
    emit('error', { code, detail: message });
  }

  function locale(): string {
    const page = wantedLocale(settings.locale);
    const [chosen, on] = vault.get<string[]>('locale') ?? [];
    return on === page ? chosen! : page;
  }

  /** Fetches the configuration; a visitor who is known goes on with her conversation. */
  async function connect(): Promise<void> {
    try {
      const response = await client.send('GET', `/widget-config?site=${settings.site}&locale=${locale()}`);
      configure(await response.json());
      tries.reset();
      wake();
    } catch (error) {
      const { code, message, retryAfter } = error as Problem;
      const known = config ?? vault.get<WidgetConfig>('config');
      if (known) configure(known);
      else fallBack();
      emit('error', { code, detail: message });
      later('connect', tries.next(retryAfter), connect);
    }
  }

  async function askForSession(): Promise<Session> {
    const { site, market } = settings;
    const visitor_secret = vault.get<string>('secret');
    const response = await client.send('POST', '/session', {
      // The page without its query, which may say more than the chat has to know.
      body: { site, locale: locale(), market: market || undefined, page: location.origin + location.pathname, visitor_secret, jwt },
    });
    const session = (await response.json()) as Session;
    vault.set('secret', session.visitor_secret ?? visitor_secret);
    if (session.conversation_id) conversation.enter(session.conversation_id);
    return session;
  }

  function configure(next: WidgetConfig): void {
    if (JSON.stringify(next) === JSON.stringify(config)) return;
    const { activeElement } = document;
    // Who opened it before it was there to write in has waited where the opening was asked for.
    const focused = activeElement === frame.host || (!panel && activeElement === opener);
    const wanted = locale();
    config = next;
    speak(wanted.startsWith(config.locale) ? wanted : config.locale, config.strings);
    panel = undefined;
    look();
    if (opened) draw();
    changed();
    if (focused) (panel as Panel | undefined)?.composer.input.focus();
  }

  /** Most pages are left without the chat being opened: its inside is made when it is. */
  function draw(): void {
    if (!config || panel) return;
    panel = createPanel(config, conversation, host);
    frame.dialog.replaceChildren(panel.element);
    frame.show();
    panel.composer.fill(vault.get('draft') ?? '');
  }

  /** The server cannot be reached and never was: how else to reach the shop. */
  function fallBack(): void {
    const { contact = '' } = settings;
    frame.dialog.replaceChildren(
      h('div._lost', { role: 'status' }, h('h2', { id: 'name' }, 'Chat'), h('p', text('unreachable')), link(contact, contact.replace(/^\w+:\/*/, ''))),
    );
  }

  function look(): void {
    const { theme, direction } = config ?? {};
    frame.look(direction ?? (/^ar/.test(spoken) ? 'rtl' : 'ltr'), { ...theme, ...(settings as Theme) });
  }

  function emit(name: string, detail?: unknown): void {
    events.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** Says something in passing: a text of ours, or one that the server sent. */
  function notify(key: string, detail = ''): void {
    notice = detail || text(key);
    later('notice', NOTICE_MS, () => (notice = ''));
    changed();
  }

  function later(name: string, ms: number, work: () => unknown): void {
    clearTimeout(timers[name]);
    timers[name] = setTimeout(() => {
      work();
      changed();
    }, ms);
  }

  /** Back on the page or on the network; another tab may have written to storage meanwhile. */
  function wake(): void {
    const { outbox, id, stream } = conversation;
    const known = vault.get<string>('conversation');
    if (id && !known) conversation.leave();
    // A tab that nobody looks at needs no connection, of which a browser has few for each server.
    if (document.hidden && !opened) stream.stop();
    else if (known && config) conversation.enter(known);
    void outbox.flush();
    if (!config && opened) later('connect', 0, connect);
    changed();
  }

  return {
    open, close, toggle, show, send, prefill, identify, logout, context, consent, on, destroy,
    theme: context,
    hide: () => show('none'),
    locale(wanted: string): Promise<void> {
      settings.locale = wanted;
      vault.set('locale');
      return connect();
    },
  };
}
