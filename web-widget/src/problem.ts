/** A request that did not succeed. `status` 0: no answer came at all. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message = '',
    /** Seconds that the server asks to wait. */
    readonly retryAfter = 0,
  ) {
    super(message);
  }

  /** Whether the same request may succeed later. */
  get passing(): boolean {
    return !this.status || this.status === 408 || this.status === 429 || this.status >= 500;
  }

  static async of(response: Response): Promise<Problem> {
    const body = (await response.json().catch(() => ({}))) as { code?: string; detail?: string; retry_after?: number };
    const wait = Number(body.retry_after ?? response.headers.get('Retry-After')) || 0;
    return new Problem(response.status, body.code ?? 'unexpected', body.detail, wait);
  }
}
