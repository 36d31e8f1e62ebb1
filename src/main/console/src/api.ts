import { signal } from '@preact/signals';
import type { ApiKey, AtDesk, AuditEntry, Availability, Canned, Colleague, ConversationDetail, ConversationInfo, DetailAnswer, Filter, Me, Notification, Page, Priority, SavedView, State, Suggested, Summary, Turn } from './contract';
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

export const me = async (): Promise<Me> => enter((await (await once('GET', '/me', {})).json()) as Me);

export async function login(username: string, password: string): Promise<Me> {
  return enter((await (await once('POST', '/login', { body: { username, password } })).json()) as Me);
}

export async function changePassword(current: string, chosen: string): Promise<Me> {
  return enter((await (await once('PUT', '/me/password', { body: { current_password: current, new_password: chosen } })).json()) as Me);
}

export const logout = (everywhere: boolean): Promise<Response> => (everywhere ? once('DELETE', '/sessions', {}) : once('POST', '/logout', {}));
export const setStatus = (status: Availability): Promise<void> => json('PUT', '/me/status', { status });
export const presence = async (): Promise<AtDesk[]> => (await json<Page<AtDesk>>('GET', '/presence')).data;
export const colleagues = async (): Promise<Colleague[]> => (await json<Page<Colleague>>('GET', '/accounts')).data;

// Conversations

const one = (id: string, rest = ''): string => `/conversations/${encodeURIComponent(id)}${rest}`;

export function conversations({ states = [], assignee, sort, cursor, limit = 200 }: Wanted): Promise<Page<ConversationInfo>> {
  const query = new URLSearchParams({ limit: String(limit) });
  if (states.length) query.set('state', states.join(','));
  if (assignee) query.set('assignee', assignee);
  if (sort) query.set('sort', sort);
  if (cursor) query.set('cursor', cursor);
  return json('GET', `/conversations?${query}`);
}

/** A conversation with all that was said in it, as one. */
export async function conversation(id: string): Promise<ConversationDetail> {
  const { conversation: row, ...rest } = await json<DetailAnswer>('GET', one(id));
  return { ...row, ...rest };
}

/** In a model's words where there is one; that may take a while. */
export const summary = (id: string): Promise<Summary> => json('GET', one(id, '/summary'));
export const suggest = (id: string): Promise<Suggested> => json('POST', one(id, '/suggest'), {});

export const claim = (id: string, takeOver = false): Promise<ConversationInfo> => json('POST', one(id, '/claim'), takeOver ? { take_over: true } : {});

export const reply = (id: string, text: string, seenUpTo: number, key: string): Promise<Turn> =>
  json('POST', one(id, '/messages'), { text, seen_up_to: seenUpTo }, key);

export const note = (id: string, text: string, mentions: string[], key: string): Promise<Turn> => json('POST', one(id, '/notes'), { text, mentions }, key);
export const typing = (id: string): Promise<void> => json('POST', one(id, '/typing'), {});
export const viewing = (id: string): Promise<void> => json('POST', one(id, '/viewing'), {});

export const transfer = (id: string, to: { agent?: string; team?: string; note?: string }): Promise<ConversationInfo> =>
  json('POST', one(id, '/transfer'), to);

export const snooze = (id: string, until: string): Promise<ConversationInfo> => json('POST', one(id, '/snooze'), { until });
export const resolve = (id: string): Promise<ConversationInfo> => json('POST', one(id, '/resolve'), {});
export const reopen = (id: string): Promise<ConversationInfo> => json('POST', one(id, '/reopen'), {});
export const giveBack = (id: string): Promise<ConversationInfo> => json('POST', one(id, '/return-to-assistant'), {});

export async function change(id: string, version: number, fields: { priority?: Priority; labels?: string[] }): Promise<ConversationInfo> {
  return (await call('PATCH', one(id), { body: fields, headers: { 'If-Match': `"${version}"` } })).json() as Promise<ConversationInfo>;
}

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
export const apiKeys = async (): Promise<ApiKey[]> => (await json<Page<ApiKey>>('GET', '/admin/v1/api-keys')).data;
export const makeKey = (fields: { account: string; name: string; scopes: string[]; expires_in_days?: number }): Promise<{ key: string }> => json('POST', '/admin/v1/api-keys', fields);
export const revokeKey = (id: string): Promise<void> => json('DELETE', `/admin/v1/api-keys/${encodeURIComponent(id)}`);
export const audit = (before?: string): Promise<Page<AuditEntry>> => json('GET', `/admin/v1/audit${before ? `?before=${before}` : ''}`);
export const addCanned = (fields: Omit<Canned, 'id'>): Promise<Canned> => json('POST', '/canned-replies', fields);
export const changeCanned = ({ id, ...fields }: Canned): Promise<Canned> => json('PUT', `/canned-replies/${encodeURIComponent(id)}`, fields);
export const removeCanned = (id: string): Promise<void> => json('DELETE', `/canned-replies/${encodeURIComponent(id)}`);
export const canned = async (): Promise<Canned[]> => (await json<Page<Canned>>('GET', '/canned-replies')).data;
