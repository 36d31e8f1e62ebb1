/** A request that did not succeed. `status` 0: no answer came at all. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code = 'unexpected',
    message = '',
    /** Seconds that the server asks to wait. */
    readonly retryAfter = 0,
  ) {
    super(message);
  }
}
