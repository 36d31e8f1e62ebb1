import { backoff } from './backoff';
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
  readonly #backoff = backoff();
  #line: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly source: StreamSource,
    private readonly silence = SILENCE_MS,
  ) {}

  /** Connects, at once if it was waiting for the next try. */
  start(): void {
    clearTimeout(this.#timer);
    if (!this.#line) void this.#connect();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#line?.abort();
    this.#line = undefined;
  }

  async #connect(): Promise<void> {
    const { source } = this;
    const line = (this.#line = new AbortController());
    const { signal } = line;
    let watchdog: ReturnType<typeof setTimeout> | undefined;
    const watch = () => {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => line.abort(), this.silence);
    };
    let wait = 0;
    try {
      watch();
      const reader = (await source.open(signal)).body!.getReader();
      const parser = new SseParser();
      source.connection(true);
      for (let chunk; !(chunk = await reader.read()).done; ) {
        watch();
        this.#backoff.reset();
        parser.push(chunk.value).forEach(source.event);
      }
    } catch (error) {
      // Stopped by us, or replaced by a newer line.
      if (this.#line !== line) return;
      const { status, retryAfter } = error as Problem;
      // An orderly end is no reason to alarm anyone; a cut is.
      source.connection(false);
      if (status >= 400 && status < 500 && !retryAfter) return source.refused(error as Problem);
      wait = retryAfter;
    } finally {
      clearTimeout(watchdog);
    }
    if (this.#line !== line) return;
    this.#line = undefined;
    this.#timer = setTimeout(() => this.start(), this.#backoff.next(wait));
  }
}
