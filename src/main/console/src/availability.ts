import { signal } from '@preact/signals';
import * as api from './api';
import type { Availability } from './contract';

/** Without a key or a movement for so long, she is away. */
export const IDLE_MS = 10 * 60_000;

export const status = signal<Availability>('online');

let lastSeen = Date.now();
/** Whether it was the console that set her away. */
let byItself = false;
let said = 0;

/** What the service knows from another tab, or from before a reload. */
export async function readStatus(me: string): Promise<void> {
  const before = said;
  const known = (await api.presence().catch(() => [])).find(({ id }) => id === me);
  // What she has said meanwhile is newer.
  if (known && said === before) status.value = known.status;
}

export async function setStatus(next: Availability): Promise<void> {
  byItself = false;
  said++;
  status.value = next;
  await api.setStatus(next);
}

/** Sets her away when she is, and back when she comes. What she chose herself stays. */
export function watchPresence(): void {
  const seen = (): void => {
    lastSeen = Date.now();
    if (byItself) void setStatus('online').catch(() => undefined);
  };
  for (const event of ['pointermove', 'pointerdown', 'keydown', 'wheel']) addEventListener(event, seen, { passive: true, capture: true });
  setInterval(() => {
    if (status.value !== 'online' || Date.now() - lastSeen < IDLE_MS) return;
    void setStatus('away').catch(() => undefined);
    byItself = true;
  }, 10_000);
}
