import { signal } from '@preact/signals';
import { createEventStream } from '../../../../web-widget/src/event-stream';
import { call } from './api';
import type { DeskEvent } from './contract';

/** False while the stream is cut. */
export const connected = signal(true);

/**
 * Follows what happens at the desk; after a cut it goes on behind the last event that it got.
 *
 * @param look called when the stream is there and has no event to go on from: what happened before is only found by looking
 */
export function follow(take: (type: string, event: DeskEvent) => void, look: () => void): ReturnType<typeof createEventStream> {
  let last = '';
  const stream = createEventStream({
    open: (signal) =>
      call('GET', '/events', { signal, headers: { Accept: 'text/event-stream', ...(last ? { 'Last-Event-ID': last } : {}) } }),
    event({ event = '', data = '{}', id }) {
      // What was seen comes again where the line broke between two events.
      if (id && last && Number(id) <= Number(last) && event !== 'resync') return;
      if (id) last = id;
      if (event) take(event, JSON.parse(data) as DeskEvent);
    },
    connection(alive) {
      connected.value = alive;
      if (alive && !last) look();
    },
    refused() {
      connected.value = false;
    },
  });
  stream.start();
  addEventListener('online', () => stream.start());
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) stream.start();
  });
  return stream;
}
