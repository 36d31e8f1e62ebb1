import type { Session } from './contract';
import { Problem } from './problem';

export interface Call {
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

// A server that is silent for so long is as good as gone.
const PATIENCE_MS = 20_000;

/** Speaks HTTP with the server: token, renewal, problems. */
export class Client {
  /** The visitor's token, while there is one. */
  token: string | undefined;
  #opening: Promise<Session> | undefined;

  constructor(
    private readonly server: string,
    private readonly askForSession: () => Promise<Session>,
  ) {}

  /** Opens the session, or waits for the one that is being opened. */
  async open(): Promise<Session> {
    try {
      const session = await (this.#opening ??= this.askForSession());
      this.token = session.token;
      return session;
    } finally {
      this.#opening = undefined;
    }
  }

  /** A request with the visitor's token; a token that has run out is renewed once. */
  async call(method: string, path: string, call: Call = {}, renew = true): Promise<Response> {
    if (!this.token) await this.open();
    try {
      return await this.send(method, path, { ...call, headers: { Authorization: `Bearer ${this.token}`, ...call.headers } });
    } catch (problem) {
      if (!renew || (problem as Problem).status !== 401) throw problem;
      this.token = undefined;
      return this.call(method, path, call, false);
    }
  }

  async json<T>(method: string, path: string, call?: Call): Promise<T> {
    return (await this.call(method, path, call)).json() as Promise<T>;
  }

  /** A request without a token. Throws a Problem for everything but success. */
  async send(method: string, path: string, { body, headers, signal }: Call = {}): Promise<Response> {
    const response = await fetch(`${this.server}/api/v1${path}`, {
      method,
      headers: { ...(body ? { 'Content-Type': 'application/json' } : {}), ...headers },
      body: body ? JSON.stringify(body) : null,
      credentials: 'omit',
      signal: signal ?? AbortSignal.timeout(PATIENCE_MS),
    }).catch((error) => {
      throw new Problem(0, 'network', `${error}`);
    });
    if (response.ok) return response;
    const { code, detail, retry_after } = await response.json().catch(() => ({}));
    throw new Problem(response.status, code, detail, Number(retry_after ?? response.headers.get('Retry-After')) || 0);
  }
}
