/** Why a request failed. Codes are the service's, but for `unreachable`. */
export interface Problem {
  status: number;
  code: string;
  message: string;
  retryAfter: number;
  body?: Record<string, unknown>;
}

export const isProblem = (error: unknown): error is Problem => typeof (error as Problem)?.code === 'string';

export async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  return {
    status: response.status,
    code: String(body['code'] ?? 'unreachable'),
    message: String(body['detail'] ?? ''),
    retryAfter: Number(response.headers.get('Retry-After') ?? body['retry_after'] ?? 0),
    body,
  };
}
