import { signal } from '@preact/signals';
import type { ApiKey, ArticleFound, AtDesk, AuditEntry, Availability, BlockedShopper, BulkRan, BulkRun, Canned, CaseField, Colleague, ConversationDetail, ConversationInfo, DetailAnswer, Filter, FoundRow, Macro, MacroAction, Mark, Me, Notification, Outcome, Page, Priority, Proposed, Rendered, SavedView, SecondFactorState, Session, State, Suggested, Summary, TranslationState, Turn, WaysIn } from './contract';
import { problemOf, type Problem } from './problem';
import { language } from './strings';

/** True once the service no longer knows the session, until somebody has signed in again. */
export const expired = signal(false);

let csrf = '';
let waiting: (() => void)[] = [];

interface Call {
  body?: unknown;
  key?: string;
  signal?: AbortSignal;
  headers?: Record<string, string>;
}

/** What is read of a list of conversations. */
export interface Wanted {
  states?: State[];
  assignee?: string;
  sort?: 'due' | 'waiting' | 'newest';
  cursor?: string;
  limit?: number;
}

async function once(method: string, path: string, { body, key, signal: abort, headers = {} }: Call): Promise<Response> {
  const all: Record<string, string> = { 'Accept-Language': language.value, ...headers };
  if (body !== undefined) all['Content-Type'] = 'application/json';
  if (method !== 'GET') all['X-CSRF-Token'] = csrf;
  if (key) all['Idempotency-Key'] = key;
  const response = await fetch(path.startsWith('/admin/') ? path : `/agent/v1${path}`, {
    method,
    headers: all,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(abort ? { signal: abort } : {}),
  }).catch((error: unknown) => {
    throw abort?.aborted ? error : ({ status: 0, code: 'unreachable', message: '', retryAfter: 0 } satisfies Problem);
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** Calls the service. Where the session is over, waits until somebody has signed in again, and goes on. */
export async function call(method: string, path: string, options: Call = {}): Promise<Response> {
  for (;;) {
    try {
      return await once(method, path, options);
    } catch (error) {
      const { code } = error as Problem;
      if (code === 'csrf-token-invalid') await me();
      else if (code === 'not-signed-in' && path !== '/me') {
        expired.value = true;
        await new Promise<void>((go) => waiting.push(go));
      } else throw error;
    }
  }
}

async function json<T>(method: string, path: string, body?: unknown, key?: string): Promise<T> {
  const response = await call(method, path, { body, ...(key ? { key } : {}) });
  return (response.status === 204 ? undefined : await response.json()) as T;
}

function enter(next: Me): Me {
  csrf = next.csrf_token ?? '';
  expired.value = false;
  waiting.forEach((go) => go());
  waiting = [];
  return next;
}

// Signing in

export const waysIn = async (): Promise<WaysIn> => (await (await once('GET', '/sign-in', {})).json()) as WaysIn;
/** Where the browser has to go. */
export const beginSingleSignOn = async (): Promise<{ url: string }> => (await (await once('POST', '/single-sign-on', {})).json()) as { url: string };

export const me = async (): Promise<Me> => enter((await (await once('GET', '/me', {})).json()) as Me);

export async function login(username: string, password: string, code = ''): Promise<Me> {
  return enter((await (await once('POST', '/login', { body: { username, password, ...(code ? { code } : {}) } })).json()) as Me);
}

export async function changePassword(current: string, chosen: string): Promise<Me> {
  return enter((await (await once('PUT', '/me/password', { body: { current_password: current, new_password: chosen } })).json()) as Me);
}

export const logout = (everywhere: boolean): Promise<Response> => (everywhere ? once('DELETE', '/sessions', {}) : once('POST', '/logout', {}));
const of = (account?: string): string => (account ? `account=${encodeURIComponent(account)}` : '');
export const sessions = async (account?: string): Promise<Session[]> => (await json<Page<Session>>('GET', `/sessions?${of(account)}`)).data;
export const endSession = (id: string, account?: string): Promise<void> => json('DELETE', `/sessions/${encodeURIComponent(id)}?${of(account)}`);
export const endOtherSessions = (account?: string): Promise<void> => json('DELETE', `/sessions?others=true&${of(account)}`);
export const secondFactor = (): Promise<SecondFactorState> => json('GET', '/me/second-factor');
export const proposeSecondFactor = (password: string): Promise<Proposed> => json('POST', '/me/second-factor', { current_password: password });
export const confirmSecondFactor = (code: string): Promise<{ recovery_codes: string[] }> => json('PUT', '/me/second-factor', { code });
export const giveUpSecondFactor = (code: string): Promise<void> => json('POST', '/me/second-factor/off', { code });
export const setStatus = (status: Availability): Promise<void> => json('PUT', '/me/status', { status });
export const presence = async (): Promise<AtDesk[]> => (await json<Page<AtDesk>>('GET', '/presence')).data;
export const colleagues = async (): Promise<Colleague[]> => (await json<Page<Colleague>>('GET', '/accounts')).data;

// Conversations

const one = (id: string, rest = ''): string => `/conversations/${encodeURIComponent(id)}${rest}`;
export const fileAddress = (conversation: string, file: string): string => `/agent/v1${one(conversation, `/files/${encodeURIComponent(file)}`)}`;

export function conversations({ states = [], assignee, sort, cursor, limit = 200 }: Wanted): Promise<Page<ConversationInfo>> {
  const query = new URLSearchParams({ limit: String(limit) });
  if (states.length) query.set('state', states.join(','));
  if (assignee) query.set('assignee', assignee);
  if (sort) query.set('sort', sort);
  if (cursor) query.set('cursor', cursor);
  return json('GET', `/conversations?${query}`);
}

/** By what was said in them, or by who the shopper is. */
export function search(words: string, { states, language: of, newest, cursor }: { states: State[]; language: string; newest: boolean; cursor: string | undefined }): Promise<Page<FoundRow>> {
  const query = new URLSearchParams({ q: words, limit: '30', ...(newest ? { sort: 'newest' } : {}), ...(of ? { lang: of } : {}), ...(cursor ? { cursor } : {}) });
  if (states.length) query.set('state', states.join(','));
  return json('GET', `/conversations?${query}`);
}

/** A conversation with all that was said in it, as one. */
export async function conversation(id: string): Promise<ConversationDetail> {
  const { conversation: row, ...rest } = await json<DetailAnswer>('GET', one(id));
  return { ...row, ...rest };
}

export async function articles(q: string, lang: string, market: string | undefined, signal: AbortSignal): Promise<ArticleFound[]> {
  const query = new URLSearchParams({ q, lang, ...(market ? { market } : {}) });
  return ((await (await call('GET', `/articles?${query}`, { signal })).json()) as Page<ArticleFound>).data;
}

/** In a model's words where there is one; that may take a while. */
export const summary = (id: string): Promise<Summary> => json('GET', one(id, '/summary'));
export const suggest = (id: string): Promise<Suggested> => json('POST', one(id, '/suggest'), {});

export const judgeSuggestion = (id: string, turn: string, outcome: Outcome): Promise<void> => json('POST', one(id, `/suggest/${encodeURIComponent(turn)}/outcome`), { outcome });

export const claim = (id: string, takeOver = false): Promise<ConversationInfo> => json('POST', one(id, '/claim'), takeOver ? { take_over: true } : {});

/** @param translation the customer's language, and what she wrote where the text is its translation already */
export const reply = (id: string, text: string, seenUpTo: number, key: string, translation: { translate_to?: string; original?: string } = {}): Promise<Turn> =>
  json('POST', one(id, '/messages'), { text, seen_up_to: seenUpTo, ...translation }, key);

export const translationState = (): Promise<TranslationState> => json('GET', '/translation');
export const translationOf = (turn: string, to: string): Promise<Rendered> => json('GET', `/turns/${encodeURIComponent(turn)}/translation?to=${to}`);
export const translateText = (wish: { text: string; to: string; from?: string; conversation: string }): Promise<Rendered> => json('POST', '/translate', wish);

export const note = (id: string, text: string, mentions: string[], key: string): Promise<Turn> => json('POST', one(id, '/notes'), { text, mentions }, key);
export const typing = (id: string): Promise<void> => json('POST', one(id, '/typing'), {});
export const viewing = (id: string): Promise<void> => json('POST', one(id, '/viewing'), {});

export const transfer = (id: string, to: { agent?: string; team?: string; note?: string }): Promise<ConversationInfo> =>
  json('POST', one(id, '/transfer'), to);

/** Parts are counted in characters. */
export const redact = (turn: string, what: { whole: true } | { spans: { from: number; to: number }[] }): Promise<Turn> => json('POST', `/turns/${encodeURIComponent(turn)}/redact`, what);

export const snooze = (id: string, until: string): Promise<ConversationInfo> => json('POST', one(id, '/snooze'), { until });
export const resolve = (id: string): Promise<ConversationInfo> => json('POST', one(id, '/resolve'), {});
export const reopen = (id: string): Promise<ConversationInfo> => json('POST', one(id, '/reopen'), {});
export const giveBack = (id: string): Promise<ConversationInfo> => json('POST', one(id, '/return-to-assistant'), {});

export async function change(id: string, version: number, fields: { priority?: Priority; labels?: string[]; fields?: Record<string, string | null> }): Promise<ConversationInfo> {
  return (await call('PATCH', one(id), { body: fields, headers: { 'If-Match': `"${version}"` } })).json() as Promise<ConversationInfo>;
}

export const merge = (id: string, into: string): Promise<ConversationInfo> => json('POST', one(id, '/merge'), { into });
export const fields = async (): Promise<CaseField[]> => (await json<Page<CaseField>>('GET', '/fields')).data;

// Who is kept out

const kept = (shopper: string): string => `/shoppers/${encodeURIComponent(shopper)}/block`;

export const block = (shopper: string, reason: string, until?: string): Promise<BlockedShopper> => json('POST', kept(shopper), { reason, ...(until ? { until } : {}) });
export const unblock = (shopper: string): Promise<void> => json('DELETE', kept(shopper));
export const blockedShoppers = async (): Promise<BlockedShopper[]> => (await json<Page<BlockedShopper>>('GET', '/blocked-shoppers')).data;

// Several at once

export const macros = async (): Promise<Macro[]> => (await json<Page<Macro>>('GET', '/macros')).data;
export const addMacro = (fields: Omit<Macro, 'id'>): Promise<Macro> => json('POST', '/macros', fields);
export const changeMacro = ({ id, ...fields }: Macro): Promise<Macro> => json('PUT', `/macros/${encodeURIComponent(id)}`, fields);
export const removeMacro = (id: string): Promise<void> => json('DELETE', `/macros/${encodeURIComponent(id)}`);
export const runMacro = (id: string, run: BulkRun, key?: string): Promise<BulkRan> => json('POST', `/macros/${encodeURIComponent(id)}/run`, run, key);
export const runActions = (actions: MacroAction[], run: BulkRun, key?: string): Promise<BulkRan> => json('POST', '/bulk', { actions, ...run }, key);
/** What she says of a reply of the assistant; nothing takes it back. */
export const markTurn = (turn: string, mark: Mark | undefined): Promise<void> => json('PUT', `/turns/${encodeURIComponent(turn)}/mark`, { mark: mark ?? null });

// Hers alone

export function notifications({ unread = false, cursor, limit = 50 }: { unread?: boolean; cursor?: string; limit?: number }): Promise<Page<Notification>> {
  const query = new URLSearchParams({ limit: String(limit) });
  if (unread) query.set('unread', 'true');
  if (cursor) query.set('cursor', cursor);
  return json('GET', `/notifications?${query}`);
}

/** She has read hers up to one of them, of one conversation or of all. */
export const readNotifications = (upTo: string, conversation?: string): Promise<void> =>
  json('POST', '/notifications/read', { up_to: upTo, ...(conversation ? { conversation } : {}) });

export const views = async (): Promise<SavedView[]> => (await json<Page<SavedView>>('GET', '/views')).data;
export const addView = (name: string, filter: Filter): Promise<SavedView> => json('POST', '/views', { name, ...filter });
export const changeView = (id: string, name: string, filter: Filter): Promise<SavedView> => json('PUT', `/views/${encodeURIComponent(id)}`, { name, ...filter });
export const removeView = (id: string): Promise<void> => json('DELETE', `/views/${encodeURIComponent(id)}`);

// Administration

export const addAccount = (fields: Partial<Colleague>): Promise<{ account: Colleague; password: string }> => json('POST', '/accounts', fields);
export const changeAccount = (id: string, fields: Partial<Colleague>): Promise<Colleague> => json('PUT', `/accounts/${encodeURIComponent(id)}`, fields);
export const resetPassword = (id: string): Promise<{ password: string }> => json('POST', `/accounts/${encodeURIComponent(id)}/password`, {});
export const unlink = (id: string): Promise<void> => json('DELETE', `/accounts/${encodeURIComponent(id)}/identity`);
export const resetSecondFactor = (id: string): Promise<void> => json('DELETE', `/accounts/${encodeURIComponent(id)}/second-factor`);
export const apiKeys = async (): Promise<ApiKey[]> => (await json<Page<ApiKey>>('GET', '/admin/v1/api-keys')).data;
export const makeKey = (fields: { account: string; name: string; scopes: string[]; expires_in_days?: number }): Promise<{ key: string }> => json('POST', '/admin/v1/api-keys', fields);
export const revokeKey = (id: string): Promise<void> => json('DELETE', `/admin/v1/api-keys/${encodeURIComponent(id)}`);
export const audit = (before?: string): Promise<Page<AuditEntry>> => json('GET', `/admin/v1/audit${before ? `?before=${before}` : ''}`);
export const addCanned = (fields: Omit<Canned, 'id'>): Promise<Canned> => json('POST', '/canned-replies', fields);
export const changeCanned = ({ id, ...fields }: Canned): Promise<Canned> => json('PUT', `/canned-replies/${encodeURIComponent(id)}`, fields);
export const removeCanned = (id: string): Promise<void> => json('DELETE', `/canned-replies/${encodeURIComponent(id)}`);
export const canned = async (): Promise<Canned[]> => (await json<Page<Canned>>('GET', '/canned-replies')).data;
