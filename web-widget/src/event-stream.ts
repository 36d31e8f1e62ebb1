import { Backoff } from './backoff';
import type { Problem } from './problem';
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
  #line: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly open: (signal: AbortSignal) => Promise<Response>,
    private readonly listener: StreamListener,
    private readonly silence = SILENCE_MS,
  ) {}

  /** Connects, at once if it was waiting for the next try. */
  start(): void {
    if (!this.#line) void this.#connect();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#line?.abort();
    this.#line = undefined;
  }

  async #connect(): Promise<void> {
    clearTimeout(this.#timer);
    const line = (this.#line = new AbortController());
    let wait = 0;
    try {
      await this.#read(line);
    } catch (error) {
      const { status, retryAfter } = error as Problem;
      if (this.#line !== line) return;
      // An orderly end is no reason to alarm anyone; a cut is.
      this.listener.connected(false);
      if (status >= 400 && status < 500 && !retryAfter) return this.listener.refused(error as Problem);
      wait = retryAfter;
    }
    if (this.#line !== line) return;
    this.#line = undefined;
    this.#timer = setTimeout(() => this.start(), this.#backoff.next(wait));
  }

  async #read(line: AbortController): Promise<void> {
    const { listener } = this;
    const alive = () => {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => line.abort(), this.silence);
    };
    let watchdog: ReturnType<typeof setTimeout> | undefined;
    alive();
    try {
      const reader = (await this.open(line.signal)).body!.getReader();
      const parser = new SseParser();
      listener.connected(true);
      for (;;) {
        const { done, value } = await reader.read();
        if (done || line.signal.aborted) return;
        alive();
        this.#backoff.reset();
        parser.push(value).forEach((event) => listener.event(event));
      }
    } finally {
      clearTimeout(watchdog);
    }
  }
}
