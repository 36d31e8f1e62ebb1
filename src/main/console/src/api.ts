import { signal } from '@preact/signals';
import type { AtDesk, Availability, Canned, Colleague, ConversationDetail, ConversationInfo, DetailAnswer, Me, Page, Priority, State, Turn } from './contract';
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
  const response = await fetch(`/agent/v1${path}`, {
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

export const claim = (id: string, takeOver = false): Promise<ConversationInfo> => json('POST', one(id, '/claim'), takeOver ? { take_over: true } : {});

export const reply = (id: string, text: string, seenUpTo: number, key: string): Promise<Turn> =>
  json('POST', one(id, '/messages'), { text, seen_up_to: seenUpTo }, key);

export const note = (id: string, text: string, key: string): Promise<Turn> => json('POST', one(id, '/notes'), { text }, key);
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

export const canned = async (): Promise<Canned[]> => (await json<Page<Canned>>('GET', '/canned-replies')).data;
