import type { JSX } from 'preact';
import { actionWords, begin, choosing, macros, targets } from '../macros';
import { count, text } from '../strings';
import { Chooser } from './chooser';
import { Dialog } from './parts';

const close = (): void => {
  choosing.value = false;
};

/** A macro to choose by its name, for what is selected or open. */
export function MacroPicker(): JSX.Element {
  return (
    <Dialog title={text('macros')} onClose={close} kind="palette">
      <p class="muted">{count('conversations', targets().length)}</p>
      <Chooser
        id="macros"
        kind="two-lines"
        label={text('macros')}
        placeholder={text('macros.find')}
        find={(search) => macros.value.filter(({ name }) => name.toLocaleLowerCase().includes(search))}
        keyOf={({ id }) => id}
        show={(macro) => <><bdi>{macro.name}</bdi><small>{macro.actions.map(actionWords).join(' · ')}</small></>}
        none={text(macros.value.length ? 'macros.none' : 'macros.empty')}
        onPick={(macro) => {
          close();
          begin(macro);
        }}
      />
    </Dialog>
  );
}
