import { Backoff, pause } from './backoff';
import { Problem } from './problem';
import { SseParser, type ServerEvent } from './sse-parser';

// The server sends a heartbeat every 15 seconds; three missing ones mean that the line is dead.
const SILENCE_MS = 45_000;

export interface StreamListener {
  event(event: ServerEvent): void;
  connected(connected: boolean): void;
  /** The server refuses this stream for good. */
  refused(problem: Problem): void;
}

/**
 * The events of one conversation, over fetch because EventSource cannot send a token. Reconnects
 * until it is stopped; `open` asks for all that came after the last event seen.
 */
export class EventStream {
  readonly #backoff = new Backoff();
  #hurry = new AbortController();

  constructor(
    private readonly open: (signal: AbortSignal) => Promise<Response>,
    private readonly listener: StreamListener,
    private readonly silence = SILENCE_MS,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      let wait = 0;
      try {
        await this.#read(signal);
      } catch (error) {
        // An orderly end is no reason to alarm anyone; a cut is.
        if (!signal.aborted) this.listener.connected(false);
        if (error instanceof Problem) {
          if (!error.passing) return this.listener.refused(error);
          wait = error.retryAfter;
        }
      }
      if (signal.aborted) return;
      this.#hurry = new AbortController();
      signal.addEventListener('abort', () => this.#hurry.abort());
      await pause(this.#backoff.next(wait), this.#hurry.signal);
    }
  }

  /** The network is back: don't wait for the next try. */
  hurry(): void {
    this.#backoff.reset();
    this.#hurry.abort();
  }

  async #read(signal: AbortSignal): Promise<void> {
    const cut = new AbortController();
    const stop = () => cut.abort();
    signal.addEventListener('abort', stop);
    let watchdog = setTimeout(stop, this.silence);
    try {
      const response = await this.open(cut.signal);
      const reader = response.body!.getReader();
      const parser = new SseParser();
      this.listener.connected(true);
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        clearTimeout(watchdog);
        watchdog = setTimeout(stop, this.silence);
        this.#backoff.reset();
        parser.push(value).forEach((event) => this.listener.event(event));
      }
    } finally {
      clearTimeout(watchdog);
      signal.removeEventListener('abort', stop);
      cut.abort();
    }
  }
}
