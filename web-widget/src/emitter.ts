type Handler = (detail: unknown) => void;

/** What a shop's page can listen to: open, close, message, unread, send, handoff, error. */
export class Emitter {
  readonly #handlers = new Map<string, Set<Handler>>();

  on(name: string, handler: Handler): () => void {
    const handlers = this.#handlers.get(name) ?? new Set();
    this.#handlers.set(name, handlers.add(handler));
    return () => void handlers.delete(handler);
  }

  emit(name: string, detail?: unknown): void {
    for (const handler of this.#handlers.get(name) ?? []) {
      try {
        handler(detail);
      } catch (error) {
        // The page's own fault must not stop the chat, nor be hidden.
        reportError(error);
      }
    }
  }
}
