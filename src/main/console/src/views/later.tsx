import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { say } from '../desk';
import { text } from '../strings';
import { Dialog } from './parts';

/** A room that is loaded when it is opened. */
export function Later({ title, load, onClose }: { title: string; load: () => Promise<() => JSX.Element>; onClose: () => void }): JSX.Element {
  const room = useSignal<{ Show: () => JSX.Element } | undefined>(undefined);
  useEffect(() => {
    load().then(
      (Show) => (room.value = { Show }),
      () => {
        say(text('unreachable'), true);
        onClose();
      },
    );
  }, []);
  const { Show } = room.value ?? {};
  return Show ? <Show /> : <Dialog title={title} onClose={onClose} kind="office"><p class="empty">{text('loading')}</p></Dialog>;
}
