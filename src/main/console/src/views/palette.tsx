import { signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { keyName, singleKeys, type Command } from '../keyboard';
import { text } from '../strings';
import { Dialog, Key } from './parts';

/** What is open over everything. */
export const over = signal<'palette' | 'keys' | 'office' | undefined>(undefined);

const close = (): void => {
  over.value = undefined;
};

/** Every command by its name. */
export function Palette({ commands }: { commands: Command[] }): JSX.Element {
  const search = useSignal('');
  const active = useSignal(0);
  const found = commands.filter(({ label, when }) => (!when || when()) && text(label).toLocaleLowerCase().includes(search.value.toLocaleLowerCase()));
  const run = (command: Command | undefined): void => {
    close();
    command?.run();
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') active.value = Math.min(found.length - 1, active.value + 1);
    else if (event.key === 'ArrowUp') active.value = Math.max(0, active.value - 1);
    else if (event.key === 'Enter' && !event.isComposing) run(found[active.value]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={text('palette')} onClose={close} kind="palette">
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls="commands"
        aria-activedescendant={found[active.value] ? `command-${found[active.value]!.id}` : undefined}
        aria-label={text('palette')}
        placeholder={text('palette.find')}
        autofocus
        value={search.value}
        onInput={(event) => {
          search.value = event.currentTarget.value;
          active.value = 0;
        }}
        onKeyDown={press}
      />
      <ul id="commands" role="listbox" aria-label={text('palette')}>
        {found.map((command, i) => (
          <li key={command.id} id={`command-${command.id}`} role="option" aria-selected={i === active.value} onPointerMove={() => (active.value = i)} onClick={() => run(command)}>
            {text(command.label)}
            {command.code && <Key>{keyName(command)}</Key>}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

export function Keys({ commands }: { commands: Command[] }): JSX.Element {
  return (
    <Dialog title={text('keys')} onClose={close}>
      <dl class="keys">
        {commands.filter(({ code }) => code).map((command) => (
          <div key={command.id}>
            <dt>{text(command.label)}</dt>
            <dd><Key>{keyName(command)}</Key></dd>
          </div>
        ))}
        <div><dt>{text('palette')}</dt><dd><Key>Ctrl / ⌘</Key><Key>K</Key></dd></div>
        <div><dt>{text('send')}</dt><dd><Key>Ctrl / ⌘</Key><Key>↵</Key></dd></div>
        <div><dt>{text('canned')}</dt><dd><Key>/</Key></dd></div>
      </dl>
      <label class="check">
        <input type="checkbox" checked={singleKeys.value === 'on'} onChange={(event) => (singleKeys.value = event.currentTarget.checked ? 'on' : 'off')} />
        {text('keys.single')}
      </label>
    </Dialog>
  );
}
