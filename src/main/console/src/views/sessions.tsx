import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import * as api from '../api';
import type { Session } from '../contract';
import { sayProblem } from '../desk';
import { deviceOf, shortened } from '../device';
import { moment, text } from '../strings';
import { useWork } from './office-parts';
import { IconButton, Tag } from './parts';

/** Where somebody is signed in: she herself, or a colleague whose account is looked after. */
export function Sessions({ account }: { account?: string }): JSX.Element {
  const work = useWork();
  const sessions = useSignal<Session[] | undefined>(undefined);
  const reload = async (): Promise<void> => {
    sessions.value = await api.sessions(account);
  };
  useEffect(() => void reload().catch(sayProblem), []);
  const all = sessions.value ?? [];
  return (
    <>
      {sessions.value && !all.length && <p class="muted">{text('sessions.none')}</p>}
      {all.map(({ id, current, address, browser, created_at: since, last_used_at: seen }) => {
        const device = deviceOf(browser);
        return (
          <div key={id} class="item line session">
            <span>
              <b><bdi>{device}</bdi></b> <small dir="ltr">{shortened(address)}</small>
              <small>{text('sessions.since', { time: moment(since), seen: moment(seen) })}</small>
            </span>
            {current ? <Tag>{text('sessions.this')}</Tag> : <IconButton icon="close" label={text('sessions.end', { device })} onClick={() => work.run(() => api.endSession(id, account).then(reload))} />}
          </div>
        );
      })}
      {work.fault && <p class="fault" role="alert">{work.fault}</p>}
      {all.filter(({ current }) => !current).length > 0 && (
        <footer><button type="button" class="plain" disabled={work.busy} onClick={() => work.run(() => api.endOtherSessions(account).then(reload))}>{text('sessions.others')}</button></footer>
      )}
    </>
  );
}
