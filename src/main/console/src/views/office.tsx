import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { type Room, rooms } from '../rooms';
import { text } from '../strings';
import { BlockedRoom } from './office-blocked';
import { CannedRoom } from './office-canned';
import { AuditRoom, KeysRoom } from './office-keys';
import { MacroRoom } from './office-macros';
import { TeamRoom } from './office-team';
import { over } from './palette';
import { Dialog } from './parts';

const SHOWN: Record<Room, () => JSX.Element> = { team: TeamRoom, canned: CannedRoom, macros: MacroRoom, blocked: BlockedRoom, keys: KeysRoom, audit: AuditRoom };

export function Office(): JSX.Element {
  const chosen = useSignal(rooms()[0]!);
  const Shown = SHOWN[chosen.value];
  return (
    <Dialog title={text('office')} onClose={() => (over.value = undefined)} kind="office">
      <nav aria-label={text('office')}>
        {rooms().map((name) => (
          <button key={name} type="button" aria-current={name === chosen.value ? 'page' : undefined} onClick={() => (chosen.value = name)}>{text(`office.${name}`)}</button>
        ))}
      </nav>
      <div key={chosen.value} class="room"><Shown /></div>
    </Dialog>
  );
}
