/** Waiting times that double from one second to half a minute, with jitter so that clients spread. */
export class Backoff {
  #tries = 0;

  constructor(private readonly random: () => number = Math.random) {}

  /** Milliseconds to wait now; never less than the server asked for. */
  next(retryAfterSeconds = 0): number {
    const ceiling = Math.min(30_000, 1000 * 2 ** this.#tries++);
    return Math.max(retryAfterSeconds * 1000, ceiling * (0.5 + this.random() / 2));
  }

  reset(): void {
    this.#tries = 0;
  }
}

/** Ends after the time, or at once when the signal says so. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });
}
