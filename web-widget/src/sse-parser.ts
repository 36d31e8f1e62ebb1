export interface ServerEvent {
  event?: string;
  data?: string;
  /** Present if this very event carried one. */
  id?: string;
}

/**
 * Reads server-sent events from bytes that may be cut anywhere: in a character, a line end, a field. The
 * server writes each field on one line, as JSON escapes line feeds.
 *
 * @returns takes the next bytes, and gives the events that they complete
 */
export function createSseParser(): (bytes: Uint8Array) => ServerEvent[] {
  const decoder = new TextDecoder();
  let rest = '';

  return (bytes) => {
    const events = (rest + decoder.decode(bytes, { stream: true })).split(/\r?\n\r?\n/);
    rest = events.pop()!;
    return events.map((event) => Object.fromEntries(event.split(/\r?\n/).map((line) => line.split(/: ?(.*)/s))));
  };
}
