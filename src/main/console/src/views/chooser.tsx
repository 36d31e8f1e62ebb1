import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';

interface Props<T> {
  /** Names the list, and is its id. */
  id: string;
  label: string;
  placeholder: string;
  /** What is found by a text, in the order to show it. */
  find: (search: string) => T[];
  keyOf: (item: T) => string;
  show: (item: T) => ComponentChildren;
  onPick: (item: T) => void;
  /** What is said where nothing is found. */
  none?: string;
  kind?: string;
}

/** A text to look for, and what is found: arrows choose, Enter takes. */
export function Chooser<T>({ id, label, placeholder, find, keyOf, show, onPick, none, kind }: Props<T>): JSX.Element {
  const search = useSignal('');
  const active = useSignal(0);
  const found = find(search.value.toLocaleLowerCase());
  const chosen = found[active.value];
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') active.value = Math.min(found.length - 1, active.value + 1);
    else if (event.key === 'ArrowUp') active.value = Math.max(0, active.value - 1);
    else if (event.key === 'Enter' && !event.isComposing) chosen && onPick(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={chosen ? `${id}-${keyOf(chosen)}` : undefined}
        aria-label={label}
        placeholder={placeholder}
        autofocus
        value={search.value}
        onInput={(event) => {
          search.value = event.currentTarget.value;
          active.value = 0;
        }}
        onKeyDown={press}
      />
      {found.length > 0 || !none ? (
        <ul id={id} class={kind} role="listbox" aria-label={label}>
          {found.map((item, i) => (
            <li key={keyOf(item)} id={`${id}-${keyOf(item)}`} role="option" aria-selected={i === active.value} onPointerMove={() => (active.value = i)} onClick={() => onPick(item)}>
              {show(item)}
            </li>
          ))}
        </ul>
      ) : <p id={id} class="empty" role="status">{none}</p>}
    </>
  );
}
