import { computed, signal } from '@preact/signals';
import * as api from './api';
import type { Notification } from './contract';
import { text } from './strings';

const AT_ONCE = 200;

/** All that she has not read, newest first. */
export const unread = signal<Notification[]>([]);

/** The newest, read or not, once she has looked. */
export const recent = signal<Notification[] | undefined>(undefined);

/** The conversations in which a colleague mentioned her and that she has not opened since. */
export const mentioned = computed(() => new Set(unread.value.filter(({ kind }) => kind === 'mention').map(({ conversation }) => conversation)));

let known: ReadonlySet<string> | undefined;
let looking: Promise<unknown> = Promise.resolve();

/**
 * Reads what she has not read; what is new among it. The first time nothing is: she finds it in the inbox. One look goes
 * after the other, so that each new one is told, and once.
 */
export function look(): Promise<Notification[]> {
  const next = looking.then(lookOnce, lookOnce);
  looking = next;
  return next;
}

async function lookOnce(): Promise<Notification[]> {
  const all: Notification[] = [];
  for (let cursor: string | undefined, more = true; more; ) {
    const page = await api.notifications({ unread: true, limit: AT_ONCE, ...(cursor ? { cursor } : {}) });
    all.push(...page.data);
    cursor = page.next_cursor;
    more = !!page.has_more && !!cursor;
  }
  const before = known;
  known = new Set(all.map(({ id }) => id));
  unread.value = all;
  if (recent.value) void lookBack().catch(() => undefined);
  return before ? all.filter(({ id }) => !before.has(id)) : [];
}

/** Reads the newest for the inbox. */
export async function lookBack(): Promise<void> {
  recent.value = (await api.notifications({})).data;
}

/** She has seen all that is known now, of one conversation or of all; what comes meanwhile stays unread. */
export async function read(conversation?: string): Promise<void> {
  const seen = unread.value.filter((one) => !conversation || one.conversation === conversation);
  if (!seen.length) return;
  const ids = new Set(seen.map(({ id }) => id));
  unread.value = unread.value.filter(({ id }) => !ids.has(id));
  recent.value = recent.value?.map((one) => (ids.has(one.id) ? { ...one, read: true } : one));
  await api.readNotifications(seen[0]!.id, conversation);
}

/** What a notification says, in a line. The name keeps its own direction in it. */
export const toldWords = ({ kind, agent }: Notification): string =>
  kind === 'assignment' ? text('inbox.assignment') : text(kind === 'mention' ? 'inbox.mention' : 'inbox.transfer', { name: `\u2068${agent?.name ?? text('agent')}\u2069` });
