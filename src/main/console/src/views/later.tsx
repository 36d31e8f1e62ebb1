import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { say } from '../desk';
import { text } from '../strings';
import { over } from './palette';
import { Dialog } from './parts';

type Load = () => Promise<() => JSX.Element>;

const ROOMS: Record<string, Load> = {
  office: () => import('./office').then(({ Office }) => Office),
  reports: () => import('./reports').then(({ Reports }) => Reports),
  own: () => import('./account').then(({ Account }) => Account),
};

/** The room that lies over all else, if one does. */
export function OpenRoom(): JSX.Element | null {
  const name = over.value ?? '';
  const load = ROOMS[name];
  return load ? <Later key={name} title={text(name)} load={load} /> : null;
}

/** A room is loaded when it is opened. */
function Later({ title, load }: { title: string; load: Load }): JSX.Element {
  const room = useSignal<{ Show: () => JSX.Element } | undefined>(undefined);
  const close = (): void => {
    over.value = undefined;
  };
  useEffect(() => {
    load().then(
      (Show) => (room.value = { Show }),
      () => {
        say(text('unreachable'), true);
        close();
      },
    );
  }, []);
  const { Show } = room.value ?? {};
  return Show ? <Show /> : <Dialog title={title} onClose={close} kind="office"><p class="empty">{text('loading')}</p></Dialog>;
}
