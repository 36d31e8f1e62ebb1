import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { actionWords, begin, choosing, macros, targets } from '../macros';
import type { Macro } from '../contract';
import { count, text } from '../strings';
import { Dialog } from './parts';

const close = (): void => {
  choosing.value = false;
};

/** A macro to choose by its name, for what is selected or open. */
export function MacroPicker(): JSX.Element {
  const search = useSignal('');
  const active = useSignal(0);
  const found = macros.value.filter(({ name }) => name.toLocaleLowerCase().includes(search.value.toLocaleLowerCase()));
  const pick = (macro: Macro | undefined): void => {
    if (!macro) return;
    close();
    begin(macro);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') active.value = Math.min(found.length - 1, active.value + 1);
    else if (event.key === 'ArrowUp') active.value = Math.max(0, active.value - 1);
    else if (event.key === 'Enter' && !event.isComposing) pick(found[active.value]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={text('macros')} onClose={close} kind="palette">
      <p class="muted">{count('conversations', targets().length)}</p>
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls="macros"
        aria-activedescendant={found[active.value] ? `macro-${found[active.value]!.id}` : undefined}
        aria-label={text('macros.find')}
        placeholder={text('macros.find')}
        autofocus
        value={search.value}
        onInput={(event) => {
          search.value = event.currentTarget.value;
          active.value = 0;
        }}
        onKeyDown={press}
      />
      {found.length > 0 && <ul id="macros" class="two-lines" role="listbox" aria-label={text('macros')}>
        {found.map((macro, i) => (
          <li key={macro.id} id={`macro-${macro.id}`} role="option" aria-selected={i === active.value} onPointerMove={() => (active.value = i)} onClick={() => pick(macro)}>
            <bdi>{macro.name}</bdi>
            <small>{macro.actions.map(actionWords).join(' · ')}</small>
          </li>
        ))}
      </ul>}
      {!found.length && <p id="macros" class="empty" role="status">{text(macros.value.length ? 'macros.none' : 'macros.empty')}</p>}
    </Dialog>
  );
}
