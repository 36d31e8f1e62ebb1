export interface Backoff {
  /** Milliseconds to wait now; never less than the server asked for. */
  next(retryAfterSeconds?: number): number;
  reset(): void;
}

/** Waiting times that double from one second to half a minute, with jitter so that clients spread. */
export function backoff(random = Math.random): Backoff {
  let tries = 0;
  return {
    next: (retryAfterSeconds = 0) => Math.max(retryAfterSeconds * 1000, Math.min(30_000, 1000 * 2 ** tries++) * (0.5 + random() / 2)),
    reset() {
      tries = 0;
    },
  };
}
