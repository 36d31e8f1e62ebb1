import { batch, computed, effect, signal } from '@preact/signals';
import * as api from './api';
import { alert } from './alerts';
import { readStatus } from './availability';
import type { Canned, Colleague, ConversationDetail, ConversationInfo, DeskEvent, Me, Presence, Turn, User } from './contract';
import { draftIn, draftsOf, freshKey, hasDraft, keep } from './drafts';
import { follow } from './feed';
import { onOutcome } from './outbox';
import { isProblem, type Problem } from './problem';
import { ACTIVE, belongs, settled, SORTS, sorted, VIEWS, type Sort, type View } from './queue';
import { remembered } from './remembered';
import { count, text } from './strings';

const IDLE_PRESENCE_MS = 120_000;
/** Whoever stops writing tells nobody. */
const TYPING_MS = 8_000;
const VIEWING_EACH_MS = 30_000;
const COALESCE_MS = 100;
const MANY = 8;

/** Undefined before it is known, null for nobody. */
export const user = signal<User | null | undefined>(undefined);
export const rows = signal<ReadonlyMap<string, ConversationInfo>>(new Map());
export const loaded = signal(false);
export const view = remembered<View>('view', 'mine', VIEWS);
export const sort = remembered<Sort>('sort', 'due', SORTS);
export const openId = signal<string | undefined>(undefined);
export const current = signal<ConversationDetail | undefined>(undefined);
export const presence = signal<ReadonlyMap<string, (Presence & { at: number })[]>>(new Map());
export const colleagues = signal<Colleague[]>([]);
export const canned = signal<Canned[]>([]);
/** Something that did not work out, or did, in words. */
export const message = signal<{ text: string; bad?: boolean; action?: { label: string; run: () => void } } | undefined>(undefined);
/** The time as the screen shows it. */
export const now = signal(Date.now());
/** While somebody points at the list it keeps its order. */
export const held = signal(false);

export const counts = computed(() => {
  const me = user.value?.id ?? '';
  const all = [...rows.value.values()];
  return Object.fromEntries(VIEWS.map((name) => [name, all.filter((row) => belongs(row, name, me)).length])) as Record<View, number>;
});

let shown: string[] = [];
let shownFor = '';

/** The conversations of the view, in the order to show them. */
export const listed = computed(() => {
  const me = user.value?.id ?? '';
  const order = sorted([...rows.value.values()].filter((row) => belongs(row, view.value, me)), sort.value);
  const ids = order.map(({ id }) => id);
  const same = shownFor === view.value + sort.value;
  shown = held.value && same ? settled(shown, ids) : ids;
  shownFor = view.value + sort.value;
  return shown.map((id) => rows.value.get(id)!);
});

export const mine = (row: ConversationInfo | undefined): boolean => row?.agent?.id === user.value?.id && row?.agent !== undefined;
export const may = (right: string): boolean => user.value?.rights.includes(right) ?? false;

/** Colleagues who are in a conversation right now. */
export function othersIn(conversation: string): Presence[] {
  return (presence.value.get(conversation) ?? [])
    .filter(({ id, at }) => id !== user.value?.id && now.value - at < IDLE_PRESENCE_MS)
    .map((other) => (other.activity === 'typing' && now.value - other.at > TYPING_MS ? { ...other, activity: 'viewing' } : other));
}

export function say(words: string, bad = false, action?: { label: string; run: () => void }): void {
  message.value = { text: words, bad, ...(action ? { action } : {}) };
}

export function sayProblem(error: unknown): void {
  if (!isProblem(error)) throw error;
  say(error.message || text('unreachable'), true);
}

function putRow(row: ConversationInfo): void {
  const before = rows.value.get(row.id);
  if (before && before.version > row.version) return;
  rows.value = new Map(rows.value).set(row.id, { ...before, ...row });
}

async function everyPage(wanted: api.Wanted): Promise<ConversationInfo[]> {
  const all: ConversationInfo[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await api.conversations({ ...wanted, ...(cursor ? { cursor } : {}) });
    all.push(...page.data);
    if (!page.has_more || !page.next_cursor) return all;
    cursor = page.next_cursor;
  }
}

/** Reads all that people have to do with anew. */
export async function loadRows(): Promise<void> {
  const active = await everyPage({ states: ACTIVE });
  const ids = new Set(active.map(({ id }) => id));
  const rest = [...rows.value.values()].filter((row) => !ids.has(row.id) && !ACTIVE.includes(row.state));
  batch(() => {
    rows.value = new Map([...rest, ...active].map((row) => [row.id, row]));
    loaded.value = true;
  });
}

async function loadMore(name: View): Promise<void> {
  if (name !== 'resolved' && name !== 'assistant') return;
  const { data } = await api.conversations({ states: [name], sort: 'newest', limit: 100 });
  batch(() => data.forEach(putRow));
}

const touched = new Set<string>();
let flushing: ReturnType<typeof setTimeout> | undefined;

/** Something happened in a conversation: it is read again, several together. */
function touch(id: string): void {
  touched.add(id);
  flushing ??= setTimeout(() => {
    flushing = undefined;
    const ids = [...touched];
    touched.clear();
    const work = ids.length > MANY ? loadRows() : Promise.all(ids.map((one) => readAgain(one)));
    void work.catch(() => undefined);
  }, COALESCE_MS);
}

async function readAgain(id: string): Promise<void> {
  const detail = await api.conversation(id);
  const before = rows.value.get(id);
  const { turns: _, summary: __, ...row } = detail;
  batch(() => {
    putRow(row);
    if (openId.value === id) show(detail);
  });
  const given = mine(row) && !mine(before);
  const told = mine(row) && row.last_author === 'shopper' && before?.updated_at !== row.updated_at;
  if (row.state === 'queued' && before?.state !== 'queued') alert(count('alert.queued', counts.value.unassigned), row.last_line ?? '', id, openConversation);
  else if ((given || told) && (document.hidden || openId.value !== id)) alert(row.shopper.name ?? text('shopper'), row.last_line ?? '', id, openConversation);
}

function show(detail: ConversationDetail): void {
  const before = current.value;
  const turns = new Map((before?.id === detail.id ? before.turns : []).map((turn) => [turn.id, turn]));
  detail.turns.forEach((turn) => turns.set(turn.id, turn));
  current.value = { ...detail, turns: [...turns.values()].sort((one, other) => one.seq - other.seq) };
}

/** A turn as an event tells it, before the conversation is read again. */
export function putTurn(conversation: string, turn: Turn): void {
  const open = current.value;
  if (open?.id !== conversation) return;
  const rest = open.turns.filter(({ id }) => id !== turn.id);
  current.value = { ...open, turns: [...rest, turn].sort((one, other) => one.seq - other.seq) };
}

function notePresence(conversation: string, agents: Presence[]): void {
  const at = Date.now();
  presence.value = new Map(presence.value).set(conversation, agents.map((agent) => ({ ...agent, at })));
}

function take(type: string, event: DeskEvent): void {
  const { conversation = '', turn } = event;
  if (type === 'resync') return void reload();
  if (type === 'presence.updated') {
    if (event.agents) return notePresence(conversation, event.agents);
    if (event.agent) {
      const others = (presence.value.get(conversation) ?? []).filter(({ id }) => id !== event.agent!.id);
      return notePresence(conversation, event.activity ? [...others, { ...event.agent, activity: event.activity }] : others);
    }
    return;
  }
  if (type === 'typing') {
    if (openId.value === conversation) shopperTypes.value = Date.now();
    return;
  }
  if (/^(turn\.(created|completed|updated)|note\.created)$/.test(type) && typeof turn === 'object') putTurn(conversation, turn);
  if (conversation && type !== 'turn.delta' && type !== 'progress') touch(conversation);
}

/** When the shopper of the open conversation was last seen to write. */
export const shopperTypes = signal(0);

async function reload(): Promise<void> {
  await loadRows();
  if (openId.value) await readAgain(openId.value);
}

let leaving = 0;

export async function openConversation(id: string | undefined): Promise<void> {
  openId.value = id;
  if (!id) {
    current.value = undefined;
    return;
  }
  if (current.value?.id !== id) current.value = undefined;
  const visit = ++leaving;
  try {
    const detail = await api.conversation(id);
    if (visit === leaving) show(detail);
    void api.viewing(id).catch(() => undefined);
  } catch (error) {
    if (visit === leaving) openId.value = undefined;
    sayProblem(error);
  }
}

/** The newest turn that counts when a reply is sent: what the shopper or a colleague said. */
export const newestSeen = (detail: ConversationDetail): number =>
  detail.turns.reduce((last, { seq, author }) => (author === 'shopper' || author === 'agent' ? Math.max(last, seq) : last), 0);

async function act(work: () => Promise<ConversationInfo | void>, done?: string, undo?: () => void): Promise<boolean> {
  try {
    const row = await work();
    if (row?.id) {
      batch(() => {
        putRow(row);
        if (current.value?.id === row.id) current.value = { ...current.value, ...row };
      });
    }
    if (done) say(done, false, undo && { label: text('undo'), run: undo });
    return true;
  } catch (error) {
    if (isProblem(error) && error.code === 'already-claimed') {
      touch(openId.value ?? '');
      sayClaimed(error);
      return false;
    }
    sayProblem(error);
    return false;
  }
}

function sayClaimed(problem: Problem): void {
  const agent = problem.body?.['agent'] as { name?: string } | undefined;
  say(agent?.name ? text('claimed.by', { name: agent.name }) : problem.message, true);
}

export const claim = (id: string): Promise<boolean> => act(() => api.claim(id));
/** From the assistant, or as a lead from a colleague. */
export const takeOver = (id: string): Promise<boolean> => act(() => api.claim(id, true));
export const giveBack = (id: string): Promise<boolean> => act(() => api.giveBack(id), text('done.returned'));
export const snooze = (id: string, until: Date): Promise<boolean> => act(() => api.snooze(id, until.toISOString()), text('done.snoozed'), () => void reopen(id));
export const reopen = (id: string): Promise<boolean> => act(() => api.reopen(id));
export const resolve = (id: string): Promise<boolean> => act(() => api.resolve(id), text('done.resolved'), () => void reopen(id));
export const transfer = (id: string, to: { agent?: string; team?: string; note?: string }): Promise<boolean> => act(() => api.transfer(id, to), text('done.transferred'));

type Arranged = { priority?: ConversationInfo['priority']; labels?: string[] };

/** Where something else has changed meanwhile, on top of that: only what is named is set. */
async function arranged({ id, version }: ConversationInfo, fields: Arranged): Promise<ConversationInfo> {
  try {
    return await api.change(id, version, fields);
  } catch (error) {
    if (!isProblem(error) || error.code !== 'version-outdated') throw error;
    return api.change(id, (await api.conversation(id)).version, fields);
  }
}

export const setLabels = (row: ConversationInfo, labels: string[]): Promise<boolean> => act(() => arranged(row, { labels }));

export const setPriority = (row: ConversationInfo, priority: ConversationInfo['priority']): Promise<boolean> => act(() => arranged(row, { priority }));

/** The one above or below in the list. */
export function neighbour(step: number): ConversationInfo | undefined {
  const list = listed.value;
  const place = list.findIndex(({ id }) => id === openId.value);
  return list[place < 0 ? (step > 0 ? 0 : list.length - 1) : place + step];
}

export async function resolveAndNext(id: string): Promise<void> {
  const next = neighbour(1) ?? neighbour(-1);
  if (await resolve(id)) await openConversation(next?.id === id ? undefined : next?.id);
}

onOutcome(
  ({ conversation, kind, key }, turn) => {
    const draft = draftIn(conversation);
    // What has been written meanwhile stays.
    if (draft.key === key) keep(conversation, { ...draft, [kind]: '', key: freshKey() });
    if (turn?.id) putTurn(conversation, turn);
    touch(conversation);
  },
  ({ conversation }) => touch(conversation),
);

let stream: ReturnType<typeof follow> | undefined;

export function entered({ user: next }: Me): void {
  const other = user.value && user.value.id !== next.id;
  // Nothing of somebody else's stays on the screen.
  if (other) return location.reload();
  user.value = next;
  draftsOf(next.id);
  if (next.must_change_password || !next.rights.includes('read-conversations') || stream) return;
  stream = follow(take, () => void reload());
  void loadRows().catch(sayProblem);
  void readStatus(next.id);
  void api.colleagues().then((all) => (colleagues.value = all), () => undefined);
  void api.canned().then((all) => (canned.value = all), () => undefined);
}

export function left(): void {
  stream?.stop();
  location.reload();
}

export function start(): void {
  setInterval(() => (now.value = Date.now()), 1_000);
  setInterval(() => {
    if (openId.value && !document.hidden) void api.viewing(openId.value).catch(() => undefined);
  }, VIEWING_EACH_MS);
  effect(() => {
    if (user.value && loaded.value) void loadMore(view.value).catch(() => undefined);
  });
  effect(() => {
    const waiting = counts.value.unassigned + [...rows.value.values()].filter((row) => mine(row) && row.state === 'open').length;
    document.title = waiting ? `(${waiting}) Babeldesk` : 'Babeldesk';
  });
}

export { hasDraft };
