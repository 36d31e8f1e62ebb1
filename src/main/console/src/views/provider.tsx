import { signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import * as api from '../api';
import type { WaysIn } from '../contract';
import { isProblem } from '../problem';
import { text } from '../strings';

const HINDRANCES = ['expired', 'cancelled', 'unreachable', 'not-believed', 'no-account', 'not-allowed'];

/** How people sign in here; undefined before it is known. */
const ways = signal<WaysIn | undefined>(undefined);

/** Why she came back from the provider and is not signed in. The address forgets it, so that a reload does not say it again. */
const hindrance = ((): string | undefined => {
  const given = new URLSearchParams(location.search).get('sign-in');
  if (given !== null) history.replaceState(null, '', location.pathname);
  return HINDRANCES.find((one) => one === given);
})();

export const hindered = (): string => (hindrance ? text(`arrived.${hindrance}`) : '');

/** A service that does not say how people sign in takes passwords. */
export function useWays(): WaysIn | undefined {
  useEffect(() => void api.waysIn().then((told) => (ways.value = told), () => (ways.value = { passwords: true })), []);
  return ways.value;
}

/** The way to whoever vouches for people here. */
export function ProviderButton({ provider: { name, reachable } }: { provider: NonNullable<WaysIn['provider']> }): JSX.Element {
  const busy = useSignal(false);
  const fault = useSignal('');
  const go = (): void => {
    busy.value = true;
    fault.value = '';
    api.beginSingleSignOn().then(
      ({ url }) => location.assign(url),
      (error: unknown) => {
        busy.value = false;
        if (!isProblem(error)) throw error;
        fault.value = error.message || text('unreachable');
      },
    );
  };
  return (
    <div class="provider">
      <button type="button" class="primary wide" disabled={busy.value} aria-describedby="provider-state" onClick={go}>{text('provider.go', { name })}</button>
      <p id="provider-state" class="fault" role="alert">{fault.value || (reachable ? '' : text('provider.away', { name }))}</p>
    </div>
  );
}
