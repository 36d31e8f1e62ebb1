import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';

interface Props<T> {
  /** What it offers, to be heard. */
  label: string;
  items: T[];
  keyOf: (item: T) => string;
  show: (item: T) => ComponentChildren;
  /** What is said where nothing is found. */
  none: string;
  /** What is written in, whose keys move the choice. */
  area: HTMLTextAreaElement | null;
  onPick: (item: T) => void;
  onClose: () => void;
  preview?: (item: T) => ComponentChildren;
}

/** Things to choose from while writing: the caret stays where it is, arrows choose, Enter takes. */
export function Picker<T>({ label, items, keyOf, show, none, area, onPick, onClose, preview }: Props<T>): JSX.Element {
  const active = useSignal(0);
  const place = Math.min(active.value, items.length - 1);
  const chosen = items[place];
  // At once, and by what is chosen now: keys may come faster than the screen follows.
  useLayoutEffect(() => {
    if (!area) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.isComposing) return;
      const at = Math.min(active.peek(), items.length - 1);
      const taken = items[at];
      if (event.key === 'ArrowDown') active.value = Math.min(items.length - 1, at + 1);
      else if (event.key === 'ArrowUp') active.value = Math.max(0, at - 1);
      else if ((event.key === 'Enter' || event.key === 'Tab') && taken && !event.ctrlKey && !event.metaKey) onPick(taken);
      else if (event.key === 'Escape') onClose();
      else return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    area.addEventListener('keydown', press, true);
    return () => area.removeEventListener('keydown', press, true);
  });
  useEffect(() => {
    area?.setAttribute('aria-controls', 'picker');
    if (chosen) area?.setAttribute('aria-activedescendant', `picked-${keyOf(chosen)}`);
    return () => ['aria-controls', 'aria-activedescendant'].forEach((name) => area?.removeAttribute(name));
  });
  return (
    <div class={`picker${preview ? '' : ' plain-list'}`}>
      {items.length > 0 && (
        <ul id="picker" role="listbox" aria-label={label}>
          {items.map((item, i) => (
            <li key={keyOf(item)} id={`picked-${keyOf(item)}`} role="option" aria-selected={i === place} onPointerMove={() => (active.value = i)} onPointerDown={(event) => event.preventDefault()} onClick={() => onPick(item)}>
              {show(item)}
            </li>
          ))}
        </ul>
      )}
      {!items.length && <p class="empty" id="picker" role="status">{none}</p>}
      {chosen && preview?.(chosen)}
    </div>
  );
}
