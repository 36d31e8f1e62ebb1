import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import * as api from '../api';
import type { BlockedShopper } from '../contract';
import { moment, text } from '../strings';
import { blockWords, unblock } from './block-dialog';

/** Everybody who is kept out, to let her in again. */
export function BlockedRoom(): JSX.Element {
  const all = useSignal<BlockedShopper[] | undefined>(undefined);
  const look = (): void => void api.blockedShoppers().then((found) => (all.value = found), () => undefined);
  useEffect(look, []);
  if (!all.value) return <p class="muted">{text('loading')}</p>;
  return (
    <>
      {!all.value.length && <p class="muted">{text('blocked.none')}</p>}
      {all.value.map((one) => (
        <div key={one.shopper.id} class="item line">
          <span>
            <b><bdi>{one.shopper.name ?? text('shopper.number', { number: one.shopper.id.slice(-4).toUpperCase() })}</bdi></b>
            <br />
            <bdi>{one.reason}</bdi> <small><bdi>{one.by.name}</bdi>, {moment(one.since)}</small>
          </span>
          <small>{blockWords(one)}</small>
          <button type="button" class="plain" onClick={() => void unblock(one.shopper.id, one.conversation).then(look)}>{text('unblock')}</button>
        </div>
      ))}
    </>
  );
}
