export interface ServerEvent {
  type: string;
  data: string;
  /** Present if this very event carried one. */
  id?: string;
}

/** Reads server-sent events from bytes that may be cut anywhere: in a character, a line end, a field. */
export class SseParser {
  readonly #decoder = new TextDecoder();
  #rest = '';
  #event: Partial<ServerEvent> = {};
  #data: string[] = [];

  push(bytes: Uint8Array): ServerEvent[] {
    const events: ServerEvent[] = [];
    // A return at the very end may be the first half of a line end: it stays in the rest.
    const lines = (this.#rest + this.#decoder.decode(bytes, { stream: true })).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop()!;
    for (const line of lines) {
      if (line) {
        this.#field(line);
        continue;
      }
      if (this.#data.length) events.push({ type: 'message', ...this.#event, data: this.#data.join('\n') });
      this.#event = {};
      this.#data = [];
    }
    return events;
  }

  #field(line: string): void {
    const [, name, value = ''] = /^([^:]*):? ?(.*)$/s.exec(line)!;
    if (name === 'data') this.#data.push(value);
    else if (name === 'event') this.#event.type = value;
    else if (name === 'id') this.#event.id = value;
  }
}
