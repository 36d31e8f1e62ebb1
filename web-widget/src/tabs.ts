/**
 * The shop's other tabs in this browser. A browser opens few connections to one host, so one tab
 * reads the stream and tells the others; when it goes, the next one takes over.
 */
export class Tabs {
  readonly #channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(this.name);

  constructor(
    private readonly name: string,
    heard: (message: unknown) => void,
  ) {
    if (this.#channel) this.#channel.onmessage = ({ data }) => heard(data);
  }

  tell(message: unknown): void {
    this.#channel?.postMessage(message);
  }

  /** Runs the work in one tab at a time; where locks are missing (plain http), in each. */
  async lead(topic: string, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    try {
      await (navigator.locks ? navigator.locks.request(`${this.name}:${topic}`, { signal }, work) : work());
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  close(): void {
    this.#channel?.close();
  }
}
