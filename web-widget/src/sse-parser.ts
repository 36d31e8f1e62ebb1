export interface ServerEvent {
  event?: string;
  data?: string;
  /** Present if this very event carried one. */
  id?: string;
}

/**
 * Reads server-sent events from bytes that may be cut anywhere: in a character, a line end, a field. The
 * server writes each field on one line, as JSON escapes line feeds.
 */
export class SseParser {
  readonly #decoder = new TextDecoder();
  #rest = '';

  push(bytes: Uint8Array): ServerEvent[] {
    const events = (this.#rest + this.#decoder.decode(bytes, { stream: true })).split(/\r?\n\r?\n/);
    this.#rest = events.pop()!;
    return events.map((event) => Object.fromEntries(event.split(/\r?\n/).map((line) => line.split(/: ?(.*)/s))));
  }
}
