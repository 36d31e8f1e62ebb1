import { backoff } from './backoff';
import type { Problem } from './problem';
import { createSseParser, type ServerEvent } from './sse-parser';

// The server sends a heartbeat every 15 seconds; three missing ones mean that the line is dead.
const SILENCE_MS = 45_000;

export interface StreamSource {
  /** Asks for all that came after the last event seen. */
  open(signal: AbortSignal): Promise<Response>;
  event(event: ServerEvent): void;
  connection(alive: boolean): void;
  /** The server refuses this stream for good. */
  refused(problem: Problem): void;
}

/**
 * The events of one conversation, over fetch because EventSource cannot send a token. Reconnects
 * until it is stopped.
 */
export function createEventStream({ open, event, connection, refused }: StreamSource, silence = SILENCE_MS) {
  const tries = backoff();
  let line: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Connects, at once if it was waiting for the next try. */
  function start(): void {
    clearTimeout(timer);
    if (!line) void connect();
  }

  async function connect(): Promise<void> {
    const own = (line = new AbortController());
    let watchdog: ReturnType<typeof setTimeout> | undefined;
    const watch = () => {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => own.abort(), silence);
    };
    let wait = 0;
    try {
      watch();
      const reader = (await open(own.signal)).body!.getReader();
      const parse = createSseParser();
      connection(true);
      for (let chunk; !(chunk = await reader.read()).done; ) {
        watch();
        tries.reset();
        parse(chunk.value).forEach(event);
      }
    } catch (error) {
      // Stopped by us, or replaced by a newer line.
      if (line !== own) return;
      const { status, retryAfter } = error as Problem;
      // An orderly end is no reason to alarm anyone; a cut is.
      connection(false);
      if (status >= 400 && status < 500 && !retryAfter) return refused(error as Problem);
      wait = retryAfter;
    } finally {
      clearTimeout(watchdog);
    }
    if (line !== own) return;
    line = undefined;
    timer = setTimeout(start, tries.next(wait));
  }

  return {
    start,
    stop(): void {
      clearTimeout(timer);
      line?.abort();
      line = undefined;
    },
  };
}
