/** Waiting times that double from one second to half a minute, with jitter so that clients spread. */
export class Backoff {
  #tries = 0;

  constructor(private readonly random = Math.random) {}

  /** Milliseconds to wait now; never less than the server asked for. */
  next(retryAfterSeconds = 0): number {
    return Math.max(retryAfterSeconds * 1000, Math.min(30_000, 1000 * 2 ** this.#tries++) * (0.5 + this.random() / 2));
  }

  reset(): void {
    this.#tries = 0;
  }
}
