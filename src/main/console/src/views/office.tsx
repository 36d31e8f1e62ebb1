import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { may } from '../desk';
import { text } from '../strings';
import { CannedRoom } from './office-canned';
import { AuditRoom, KeysRoom } from './office-keys';
import { TeamRoom } from './office-team';
import { over } from './palette';
import { Dialog } from './parts';

const ROOMS = [
  { name: 'team', right: 'manage-accounts', show: TeamRoom },
  { name: 'canned', right: 'lead-conversations', show: CannedRoom },
  { name: 'keys', right: 'manage-accounts', show: KeysRoom },
  { name: 'audit', right: 'read-audit', show: AuditRoom },
] as const;

/** What she may look after, besides conversations. */
export const rooms = (): (typeof ROOMS)[number][] => ROOMS.filter(({ right }) => may(right));

export function Office(): JSX.Element {
  const chosen = useSignal(rooms()[0]!.name);
  const room = ROOMS.find(({ name }) => name === chosen.value)!;
  return (
    <Dialog title={text('office')} onClose={() => (over.value = undefined)} kind="office">
      <nav aria-label={text('office')}>
        {rooms().map(({ name }) => (
          <button key={name} type="button" aria-current={name === chosen.value ? 'page' : undefined} onClick={() => (chosen.value = name)}>{text(`office.${name}`)}</button>
        ))}
      </nav>
      <div key={room.name} class="room"><room.show /></div>
    </Dialog>
  );
}
