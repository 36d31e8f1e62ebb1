import { batch, computed, effect, signal } from '@preact/signals';
import * as api from './api';
import { alert } from './alerts';
import { readStatus } from './availability';
import type { Canned, Colleague, ConversationDetail, ConversationInfo, DeskEvent, Me, Presence, Turn, User } from './contract';
import { draftIn, draftsOf, freshKey, hasDraft, keep } from './drafts';
import { follow } from './feed';
import { look, mentioned, read, toldWords } from './notifications';
import { onOutcome } from './outbox';
import { isProblem } from './problem';
import { ACTIVE, belongs, passes, settled, SORTS, sorted, VIEWS, type Sort } from './queue';
import { remembered } from './remembered';
import { filterOf, isOurs, loadViews, saved, view } from './saved-views';
import { count, text } from './strings';
import { replied } from './whispers';

const IDLE_PRESENCE_MS = 120_000;
/** Whoever stops writing tells nobody. */
const TYPING_MS = 8_000;
const VIEWING_EACH_MS = 30_000;
const COALESCE_MS = 100;
const AGAIN_MS = 3_000;
const MANY = 8;

/** Undefined before it is known, null for nobody. */
export const user = signal<User | null | undefined>(undefined);
export const rows = signal<ReadonlyMap<string, ConversationInfo>>(new Map());
export const loaded = signal(false);
export const sort = remembered<Sort>('sort', 'due', SORTS);
export const openId = signal<string | undefined>(undefined);
export const current = signal<ConversationDetail | undefined>(undefined);
export const presence = signal<ReadonlyMap<string, (Presence & { at: number })[]>>(new Map());
export const colleagues = signal<Colleague[]>([]);
export const canned = signal<Canned[]>([]);
/** The turn of the open conversation that she wants to see. */
export const wantedTurn = signal<string | undefined>(undefined);
/** Something that did not work out, or did, in words. */
export const message = signal<{ text: string; bad?: boolean; action?: { label: string; run: () => void } } | undefined>(undefined);
/** The time as the screen shows it. */
export const now = signal(Date.now());
/** While somebody points at the list it keeps its order. */
export const held = signal(false);

/** What she was told of and has opened since: it stays in its view until she opens another. */
const seenJustNow = signal<string | undefined>(undefined);

/** Whether a conversation is to be seen in a view: one of ours, or a filter. */
function isIn(name: string): (row: ConversationInfo) => boolean {
  const me = user.value?.id ?? '';
  if (isOurs(name)) return (row) => belongs(row, name, me, mentioned.value);
  const filter = filterOf(name);
  return (row) => passes(row, filter, me);
}

/** By the names of our views and the ids of hers. */
export const counts = computed(() => {
  const all = [...rows.value.values()];
  const names = [...VIEWS, ...saved.value.map(({ id }) => id)];
  return Object.fromEntries(names.map((name) => [name, all.filter(isIn(name)).length])) as Record<string, number>;
});

let shown: string[] = [];
let shownFor = '';

/** The conversations of the view, in the order to show them. */
export const listed = computed(() => {
  const belongsHere = isIn(view.value);
  const stays = view.value === 'mentions' ? seenJustNow.value : undefined;
  const order = sorted([...rows.value.values()].filter((row) => belongsHere(row) || row.id === stays), sort.value);
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

export function putRow(row: ConversationInfo): void {
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

async function loadMore(name: string): Promise<void> {
  if (name !== 'resolved' && name !== 'assistant') return;
  const { data } = await api.conversations({ states: [name], sort: 'newest', limit: 100 });
  batch(() => data.forEach(putRow));
}

const touched = new Set<string>();
/** Conversations in which the shopper has written since they were read. */
const spoken = new Set<string>();
let flushing: ReturnType<typeof setTimeout> | undefined;

/** Something happened in a conversation: it is read again, several together. */
export function touch(id: string): void {
  touched.add(id);
  flushing ??= setTimeout(() => {
    flushing = undefined;
    const ids = [...touched];
    touched.clear();
    if (ids.length > MANY) void reload().catch((error: unknown) => isAway(error) && ids.forEach(touchLater));
    else for (const one of ids) void readAgain(one).catch((error: unknown) => isAway(error) && touchLater(one));
  }, COALESCE_MS);
}

const isAway = (error: unknown): boolean => isProblem(error) && error.code === 'unreachable';

/** What could not be read is not forgotten. */
function touchLater(id: string): void {
  setTimeout(() => touch(id), AGAIN_MS);
}

let readings = 0;
/** By conversation, the newest reading that has come. */
const newestReading = new Map<string, number>();

/** A conversation as it stands; nothing if a later reading of it came before this one. */
async function readNow(id: string): Promise<ConversationDetail | undefined> {
  const reading = ++readings;
  const detail = await api.conversation(id);
  if (reading < (newestReading.get(id) ?? 0)) return undefined;
  newestReading.set(id, reading);
  return detail;
}

async function readAgain(id: string): Promise<void> {
  const detail = await readNow(id);
  if (!detail) return;
  const before = rows.value.get(id);
  const { turns: _, summary: __, marks: ___, ...row } = detail;
  batch(() => {
    putRow(row);
    if (openId.value === id) show(detail);
  });
  const wrote = spoken.delete(id) && mine(row);
  if (row.state === 'queued' && before?.state !== 'queued') alert(count('alert.queued', counts.value['unassigned']!), row.last_line ?? '', id, openConversation);
  else if (wrote && (document.hidden || openId.value !== id)) alert(row.shopper.name ?? text('shopper'), row.last_line ?? '', id, openConversation);
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

/** Looks for what she is told of. What she has before her she has read. */
async function hear(): Promise<void> {
  const fresh = await look();
  for (const id of mentioned.value) if (!rows.value.has(id)) touch(id);
  const notBeforeHer = fresh.filter(({ conversation }) => document.hidden || conversation !== openId.value);
  for (const one of notBeforeHer) alert(toldWords(one), one.text ?? one.shopper.name ?? '', one.conversation, openConversation);
  await seen(openId.value);
}

async function seen(id: string | undefined): Promise<void> {
  if (!id || document.hidden) return;
  if (mentioned.value.has(id)) seenJustNow.value = id;
  await read(id);
}

function take(type: string, event: DeskEvent): void {
  const { conversation = '', turn } = event;
  if (type === 'resync') return void reload();
  if (type === 'notifications.updated') return void hear().catch(() => undefined);
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
  if (/^(turn\.(created|completed|updated)|note\.created)$/.test(type) && typeof turn === 'object') {
    putTurn(conversation, turn);
    if (type === 'turn.created' && turn.author === 'shopper') spoken.add(conversation);
  }
  if (conversation && type !== 'turn.delta' && type !== 'progress') touch(conversation);
}

/** When the shopper of the open conversation was last seen to write. */
export const shopperTypes = signal(0);

async function reload(): Promise<void> {
  await loadRows();
  await loadMore(view.value);
  await loadViews();
  if (openId.value) await readAgain(openId.value);
}

let leaving = 0;

/** @param again that it was tried before, and said so */
export async function openConversation(id: string | undefined, again = false): Promise<void> {
  openId.value = id;
  if (seenJustNow.value !== id) seenJustNow.value = undefined;
  if (!id) {
    current.value = undefined;
    return;
  }
  if (current.value?.id !== id) current.value = undefined;
  const visit = ++leaving;
  try {
    const detail = await readNow(id);
    if (visit === leaving) {
      if (detail) show(detail);
      void seen(id).catch(() => undefined);
    }
    void api.viewing(id).catch(() => undefined);
  } catch (error) {
    if (visit !== leaving) return;
    // A service that is away is asked again for as long as she waits; any other answer is one.
    const away = isAway(error);
    if (away) setTimeout(() => openId.value === id && !current.value && void openConversation(id, true), AGAIN_MS);
    else openId.value = undefined;
    if (!again || !away) sayProblem(error);
  }
}

/** The newest turn that counts when a reply is sent: what the shopper or a colleague said. */
export const newestSeen = (detail: ConversationDetail): number =>
  detail.turns.reduce((last, { seq, author }) => (author === 'shopper' || author === 'agent' ? Math.max(last, seq) : last), 0);

/** The one above or below in the list. */
export function neighbour(step: number): ConversationInfo | undefined {
  const list = listed.value;
  const place = list.findIndex(({ id }) => id === openId.value);
  return list[place < 0 ? (step > 0 ? 0 : list.length - 1) : place + step];
}

onOutcome(
  ({ conversation, kind, key, text: sent }, turn) => {
    const draft = draftIn(conversation);
    // What has been written meanwhile stays.
    if (draft.key === key) keep(conversation, { ...draft, [kind]: '', ...(kind === 'note' ? { mentions: [] } : { translation: undefined }), key: freshKey() });
    if (turn?.id) putTurn(conversation, turn);
    if (kind === 'reply') replied(conversation, sent);
    touch(conversation);
  },
  ({ conversation }) => touch(conversation),
);

let stream: ReturnType<typeof follow> | undefined;

/** What else is read as soon as she is in. */
export const onEntered: (() => void)[] = [];

export function entered({ user: next }: Me): void {
  const other = user.value && user.value.id !== next.id;
  // Nothing of somebody else's stays on the screen.
  if (other) return location.reload();
  user.value = next;
  draftsOf(next.id);
  if (next.must_change_password || next.must_set_up_second_factor || !next.rights.includes('read-conversations') || stream) return;
  stream = follow(take, () => void reload().catch(() => undefined));
  void loadRows().catch(sayProblem);
  void readStatus(next.id);
  void loadViews().catch(() => undefined);
  void api.colleagues().then((all) => (colleagues.value = all), () => undefined);
  void api.canned().then((all) => (canned.value = all), () => undefined);
  onEntered.forEach((look) => look());
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
  document.addEventListener('visibilitychange', () => void seen(openId.value).catch(() => undefined));
  effect(() => {
    if (user.value && loaded.value) void loadMore(view.value).catch(() => undefined);
  });
  effect(() => {
    const waiting = counts.value['unassigned']! + [...rows.value.values()].filter((row) => mine(row) && row.state === 'open').length;
    document.title = waiting ? `(${waiting}) Babeldesk` : 'Babeldesk';
  });
}

export { hasDraft };
