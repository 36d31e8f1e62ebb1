import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { keyName, singleKeys, type Command } from '../keyboard';
import { text } from '../strings';
import { Chooser } from './chooser';
import { Dialog, Key } from './parts';

/** What is open over everything. */
export const over = signal<'palette' | 'keys' | 'office' | 'own' | 'reports' | undefined>(undefined);

const close = (): void => {
  over.value = undefined;
};

const named = ({ label, words }: Command): string => (words ? `${text(label)}: ${words}` : text(label));

/** Every command by its name. */
export function Palette({ commands }: { commands: Command[] }): JSX.Element {
  return (
    <Dialog title={text('palette')} onClose={close} kind="palette">
      <Chooser
        id="commands"
        label={text('palette')}
        placeholder={text('palette.find')}
        find={(search) => commands.filter((command) => (!command.when || command.when()) && named(command).toLocaleLowerCase().includes(search))}
        keyOf={({ id }) => id}
        show={(command) => <><bdi>{named(command)}</bdi>{command.code && <Key>{keyName(command)}</Key>}</>}
        onPick={(command) => {
          close();
          command.run();
        }}
      />
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
