import { computed, effect, signal } from '@preact/signals';
import { listed, openId, rows } from './desk';
import { view } from './saved-views';

/** The row that has the focus inside of the list. */
export const activeRow = signal('');

const picked = signal<ReadonlySet<string>>(new Set());
/** From where a range goes. */
let anchor = '';

/** What she has selected and is still there. */
export const selection = computed<ReadonlySet<string>>(() => new Set([...picked.value].filter((id) => rows.value.has(id))));

export function toggle(id: string): void {
  const next = new Set(selection.value);
  if (!next.delete(id)) next.add(id);
  picked.value = next;
  anchor = id;
}

/** All from where she selected last. */
export function selectTo(id: string): void {
  const ids = listed.value.map((row) => row.id);
  const to = ids.indexOf(id);
  if (to < 0) return;
  const from = ids.includes(anchor) ? ids.indexOf(anchor) : to;
  picked.value = new Set([...selection.value, ...ids.slice(Math.min(from, to), Math.max(from, to) + 1)]);
  anchor = ids[from]!;
}

/** At most as many as can be worked on at once. */
export const MOST = 200;

export function selectAll(): void {
  picked.value = new Set(listed.value.slice(0, MOST).map(({ id }) => id));
}

export function clear(): void {
  if (picked.peek().size) picked.value = new Set();
}

/** Selects what is looked at: in the list the row with the focus, else the open conversation. */
export function toggleHere(): void {
  const id = activeRow.value || openId.value;
  if (id && rows.value.has(id)) toggle(id);
}

// What is selected is of one view.
effect(() => {
  void view.value;
  clear();
});
