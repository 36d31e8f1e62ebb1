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
  #token: string | undefined;
  #opening: Promise<Session> | undefined;

  constructor(
    private readonly base: string,
    private readonly askForSession: () => Promise<Session>,
  ) {}

  /** Opens the session, or waits for the one that is being opened. */
  open(): Promise<Session> {
    return (this.#opening ??= this.askForSession()
      .then((session) => {
        this.#token = session.token;
        return session;
      })
      .finally(() => {
        this.#opening = undefined;
      }));
  }

  get ready(): boolean {
    return !!this.#token;
  }

  forget(): void {
    this.#token = undefined;
  }

  /** A request with the visitor's token; a token that has run out is renewed once. */
  async call(method: string, path: string, call: Call = {}): Promise<Response> {
    if (!this.#token) await this.open();
    const send = () =>
      this.send(method, path, { ...call, headers: { Authorization: `Bearer ${this.#token}`, ...call.headers } });
    try {
      return await send();
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.status !== 401) throw problem;
      this.forget();
      await this.open();
      return send();
    }
  }

  async json<T>(method: string, path: string, call?: Call): Promise<T> {
    return (await this.call(method, path, call)).json() as Promise<T>;
  }

  /** A request without a token. Throws a Problem for everything but success. */
  async send(method: string, path: string, { body, headers, signal }: Call = {}): Promise<Response> {
    let response: Response;
    // A stream has its own signal and no time limit; its reader watches over it.
    const quiet = new AbortController();
    const timer = setTimeout(() => quiet.abort(), PATIENCE_MS);
    signal?.addEventListener('abort', () => quiet.abort());
    try {
      response = await fetch(`${this.base}/api/v1${path}`, {
        method,
        headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
        body: body === undefined ? null : JSON.stringify(body),
        credentials: 'omit',
        signal: quiet.signal,
      });
    } catch (error) {
      throw new Problem(0, 'network', String(error));
    } finally {
      clearTimeout(timer);
    }
    if (!response.ok) throw await Problem.of(response);
    return response;
  }
}
