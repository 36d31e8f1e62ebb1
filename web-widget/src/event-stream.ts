import { Backoff } from './backoff';
import type { Problem } from './problem';
import { SseParser, type ServerEvent } from './sse-parser';

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
export class EventStream {
  readonly #backoff = new Backoff();
  #line: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly source: StreamSource,
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
      this.source.connection(false);
      if (status >= 400 && status < 500 && !retryAfter) return this.source.refused(error as Problem);
      wait = retryAfter;
    }
    if (this.#line !== line) return;
    this.#line = undefined;
    this.#timer = setTimeout(() => this.start(), this.#backoff.next(wait));
  }

  async #read(line: AbortController): Promise<void> {
    const { source } = this;
    const alive = () => {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => line.abort(), this.silence);
    };
    let watchdog: ReturnType<typeof setTimeout> | undefined;
    alive();
    try {
      const reader = (await source.open(line.signal)).body!.getReader();
      const parser = new SseParser();
      source.connection(true);
      for (;;) {
        const { done, value } = await reader.read();
        if (done || line.signal.aborted) return;
        alive();
        this.#backoff.reset();
        parser.push(value).forEach((event) => source.event(event));
      }
    } finally {
      clearTimeout(watchdog);
    }
  }
}
