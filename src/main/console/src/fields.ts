import { signal } from '@preact/signals';
import * as api from './api';
import type { CaseField } from './contract';
import { onEntered } from './desk';
import { language } from './strings';

/** The shop's own fields, named in the language of the console. */
export const fields = signal<CaseField[]>([]);
/** Whether the shopper's details are open over the thread, where there is no room beside it. */
export const panelOver = signal(false);

const loadFields = async (): Promise<void> => {
  fields.value = await api.fields();
};

onEntered.push(() => {
  void loadFields().catch(() => undefined);
  // After this look at them all later ones are changes.
  let first = true;
  language.subscribe(() => {
    if (!first) void loadFields().catch(() => undefined);
    first = false;
  });
});

/** Puts the first field that has to be filled in under her hands. */
export function focusField(pointer: string): void {
  const id = `field-${pointer.replace('/fields/', '')}`;
  const there = (): HTMLElement | undefined => [...document.querySelectorAll<HTMLElement>(`[id="${id}"]`)].find((element) => element.offsetParent !== null);
  if (!there()) panelOver.value = true;
  requestAnimationFrame(() => there()?.focus());
}
