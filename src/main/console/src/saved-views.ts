import { signal } from '@preact/signals';
import * as api from './api';
import type { Filter, SavedView } from './contract';
import { asFilter, VIEWS, type View } from './queue';
import { remembered } from './remembered';
import { text } from './strings';

/** The filter that she looks through without having saved it. */
export const FILTERED = 'filtered';

/** Which view is looked at: one of ours, one of hers by its id, or {@link FILTERED}. */
export const view = remembered<string>('view', 'mine');
if (view.value === FILTERED) view.value = 'mine';

/** Her own, in the order in which she saved them. */
export const saved = signal<SavedView[]>([]);

export const filter = signal<Filter>({ states: [] });

export const isOurs = (name: string): name is View => (VIEWS as readonly string[]).includes(name);

const hers = (id: string): SavedView | undefined => saved.value.find((one) => one.id === id);

export const viewName = (name: string): string => (isOurs(name) ? text(`view.${name}`) : (hers(name)?.name ?? text('filter')));

export const filterOf = (name: string): Filter => (isOurs(name) ? asFilter(name) : (hers(name)?.filter ?? filter.value));

export async function loadViews(): Promise<void> {
  saved.value = await api.views();
  // It was removed elsewhere, or was never saved.
  if (!isOurs(view.value) && view.value !== FILTERED && !hers(view.value)) view.value = 'mine';
}

/** Looks through a filter without saving it. */
export function lookThrough(next: Filter): void {
  filter.value = next;
  view.value = FILTERED;
}

/** Saves a filter under a name, as a new view or in the place of one of hers, and looks through it. */
export async function save(name: string, next: Filter, id?: string): Promise<void> {
  const made = id ? await api.changeView(id, name, next) : await api.addView(name, next);
  saved.value = id ? saved.value.map((one) => (one.id === id ? made : one)) : [...saved.value, made];
  view.value = made.id;
}

export async function remove(id: string): Promise<void> {
  await api.removeView(id);
  if (view.value === id) view.value = 'mine';
  saved.value = saved.value.filter((one) => one.id !== id);
}
