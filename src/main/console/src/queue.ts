import type { ConversationInfo, Filter, State } from './contract';

/** Ways to look at the conversations of the desk. */
export const VIEWS = ['mine', 'unassigned', 'all', 'mentions', 'snoozed', 'waiting', 'resolved', 'assistant'] as const;
export type View = (typeof VIEWS)[number];

export const SORTS = ['due', 'waiting', 'newest'] as const;
export type Sort = (typeof SORTS)[number];

/** What people have to do with; the others are looked up when somebody wants to see them. */
export const ACTIVE: State[] = ['queued', 'open', 'waiting', 'snoozed'];

/** @param mentioned conversations in which a colleague mentioned her and that she has not opened since */
export function belongs(row: ConversationInfo, view: View, me: string, mentioned: ReadonlySet<string>): boolean {
  switch (view) {
    case 'mine':
      return row.agent?.id === me && (row.state === 'open' || row.state === 'waiting');
    case 'unassigned':
      return row.state === 'queued';
    case 'all':
      return ACTIVE.includes(row.state);
    case 'mentions':
      return mentioned.has(row.id);
    case 'resolved':
      return row.state === 'resolved' || row.state === 'closed';
    default:
      return row.state === view;
  }
}

/** Whether a filter lets a conversation through; without a state, all that people have to do with. */
export function passes(row: ConversationInfo, { states, assignee, language, label, priority }: Filter, me: string): boolean {
  const owner = assignee === 'me' ? me : undefined;
  return (
    (states.length ? states : ACTIVE).includes(row.state) &&
    (!assignee || row.agent?.id === owner) &&
    (!language || row.language === language) &&
    (!label || row.labels.includes(label)) &&
    (!priority || row.priority === priority)
  );
}

/** What a view would be as a filter, to begin one from it. */
export function asFilter(view: View): Filter {
  switch (view) {
    case 'mine':
      return { states: ['open', 'waiting'], assignee: 'me' };
    case 'unassigned':
      return { states: ['queued'] };
    case 'waiting':
    case 'snoozed':
      return { states: [view] };
    default:
      return { states: [] };
  }
}

const FAR = Number.MAX_SAFE_INTEGER;
const at = (moment: string | undefined, otherwise: number): number => (moment ? Date.parse(moment) : otherwise);

type Key = (row: ConversationInfo) => number;

const due: Key = (row) => at(row.deadline?.due, FAR);
const waiting: Key = (row) => at(row.waits_since, FAR);
const newest: Key = (row) => -at(row.updated_at, 0);

/** What has no deadline and waits for nobody comes by what happened last. */
const KEYS: Record<Sort, Key[]> = { due: [due, waiting, newest], waiting: [waiting, newest], newest: [newest] };

/** In the order that was asked for; equals stay in the order of their ids, so that nothing flickers. */
export function sorted(rows: ConversationInfo[], sort: Sort): ConversationInfo[] {
  const compare = (one: ConversationInfo, other: ConversationInfo): number => {
    for (const key of KEYS[sort]) {
      const apart = key(one) - key(other);
      if (apart) return apart;
    }
    return one.id < other.id ? -1 : 1;
  };
  return [...rows].sort(compare);
}

/**
 * The order to show while somebody points at the list: what was shown stays where it is, what is gone leaves, what is
 * new goes to the end.
 */
export function settled(before: string[], now: string[]): string[] {
  const present = new Set(now);
  const known = new Set(before);
  return [...before.filter((id) => present.has(id)), ...now.filter((id) => !known.has(id))];
}

export type Urgency = 'fine' | 'soon' | 'over';

export function urgencyOf({ deadline }: ConversationInfo, now: number): Urgency | undefined {
  if (!deadline) return undefined;
  const due = Date.parse(deadline.due);
  if (now >= due) return 'over';
  return now >= at(deadline.warn_at, due - 120_000) ? 'soon' : 'fine';
}
