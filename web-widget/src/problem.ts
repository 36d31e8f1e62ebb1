/** A request that did not succeed. `status` 0: no answer came at all. */
export interface Problem {
  status: number;
  code: string;
  message: string;
  /** Seconds that the server asks to wait. */
  retryAfter: number;
}

export function problem(status: number, code = 'unexpected', message = '', retryAfter = 0): Problem {
  return { status, code, message, retryAfter };
}
