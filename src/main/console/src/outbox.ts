import { signal } from '@preact/signals';
import * as api from './api';
import type { Person, Turn } from './contract';
import { isProblem, type Problem } from './problem';

/** How long a reply can be taken back. */
export const UNDO_MS = 5_000;

export interface Pending {
  key: string;
  conversation: string;
  kind: 'reply' | 'note';
  text: string;
  /** The colleagues who are told of a note. */
  mentions: Person[];
  seen: number;
  /** The language that it goes out in, where that is not the one that she wrote in. */
  translateTo?: string;
  /** What she wrote, where the text is its translation already. */
  original?: string;
  phase: 'undo' | 'sending' | 'failed' | 'stale';
  problem?: Problem;
  /** When it goes out. */
  due: number;
}

/** What is on its way, the oldest first. */
export const pending = signal<Pending[]>([]);

const timers = new Map<string, ReturnType<typeof setTimeout>>();

let delivered: (item: Pending, turn: Turn) => void = () => {};
let refused: (item: Pending) => void = () => {};

export function onOutcome(done: typeof delivered, stale: typeof refused): void {
  delivered = done;
  refused = stale;
}

function put(item: Pending): void {
  const rest = pending.value.filter((other) => other.key !== item.key);
  pending.value = [...rest, item];
}

export function remove(key: string): Pending | undefined {
  clearTimeout(timers.get(key));
  timers.delete(key);
  const item = pending.value.find((other) => other.key === key);
  pending.value = pending.value.filter((other) => other.key !== key);
  return item;
}

/** A reply goes out when it can't be taken back any more, a note at once. */
export function send(item: Omit<Pending, 'phase' | 'due'>): void {
  const wait = item.kind === 'reply' ? UNDO_MS : 0;
  const queued: Pending = { ...item, phase: wait ? 'undo' : 'sending', due: Date.now() + wait };
  put(queued);
  timers.set(item.key, setTimeout(() => void deliver(queued), wait));
}

export const sendNow = (item: Pending): void => {
  clearTimeout(timers.get(item.key));
  void deliver(item);
};

/** In her own language, where it cannot be translated. */
export const sendAsWritten = ({ translateTo: _, ...item }: Pending): void => void deliver(item);

/** Although she had not seen the newest: the service notes that in the audit log. */
export const sendAnyway = (item: Pending, seen: number): void => void deliver({ ...item, seen });

async function deliver(item: Pending): Promise<void> {
  timers.delete(item.key);
  const { problem: _, ...sending } = item;
  put({ ...sending, phase: 'sending' });
  try {
    const { conversation, text, mentions, seen, key, translateTo, original } = item;
    const translation = { ...(translateTo ? { translate_to: translateTo } : {}), ...(original ? { original } : {}) };
    const turn = item.kind === 'note' ? await api.note(conversation, text, mentions.map(({ id }) => id), key) : await api.reply(conversation, text, seen, key, translation);
    remove(item.key);
    delivered(item, turn);
  } catch (error) {
    if (!isProblem(error)) throw error;
    const stale = error.code === 'stale-view';
    put({ ...item, phase: stale ? 'stale' : 'failed', problem: error });
    if (stale) refused(item);
  }
}
