import type { Attachment, Session } from './contract';
import { encode } from './json';
import { problem, type Problem } from './problem';

export interface Call {
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

// A server that is silent for so long is as good as gone.
const PATIENCE_MS = 20_000;

export type Client = ReturnType<typeof createClient>;

/** Speaks HTTP with the server: token, renewal, problems. */
export function createClient(server: string, askForSession: () => Promise<Session>) {
  let opening: Promise<Session> | undefined;

  const client = {
    /** The visitor's token, while there is one. */
    token: undefined as string | undefined,
    /** Where the shop vouches that she is reached. */
    email: undefined as string | undefined,

    address: (path: string) => `${server}/api/v1${path}`,

    /** Opens the session, or waits for the one that is being opened. */
    async open(): Promise<Session> {
      try {
        const session = await (opening ??= askForSession());
        client.token = session.token;
        client.email = session.email;
        return session;
      } finally {
        opening = undefined;
      }
    },

    /** A request with the visitor's token. */
    call: (method: string, path: string, { headers, ...call }: Call = {}) =>
      admitted(() => client.send(method, path, { ...call, headers: { Authorization: bearer(), ...headers } })),

    json: async <T>(method: string, path: string, call?: Call): Promise<T> => (await client.call(method, path, call)).json(),

    /** A request without a token. Throws a Problem for everything but success. */
    async send(method: string, path: string, { body, headers, signal }: Call = {}): Promise<Response> {
      const response = await fetch(client.address(path), {
        method,
        headers: { ...(body ? { 'Content-Type': 'application/json' } : {}), ...headers },
        body: body ? encode(body) : null,
        signal: signal ?? AbortSignal.timeout(PATIENCE_MS),
      }).catch((error) => {
        throw problem(0, 'network', `${error}`);
      });
      if (response.ok) return response;
      throw refusal(response.status, await response.json().catch(() => {}), response.headers.get('Retry-After'));
    },

    /** Only XMLHttpRequest tells how far an upload has come, as a part of 1. */
    upload: (path: string, file: File, progress: (part: number) => void, signal: AbortSignal) =>
      admitted(
        () =>
          new Promise<Attachment>((done, fail) => {
            const request = new XMLHttpRequest();
            request.open('POST', client.address(path));
            request.setRequestHeader('Authorization', bearer());
            request.responseType = 'json';
            request.upload.onprogress = ({ loaded, total }) => progress(loaded / total);
            request.onloadend = () => (request.status === 201 ? done(request.response) : fail(refusal(request.status, request.response)));
            signal.onabort = () => request.abort();
            request.send(file);
          }),
      ),
  };

  const bearer = () => `Bearer ${client.token}`;

  /** A token that has run out is renewed once. */
  async function admitted<T>(work: () => Promise<T>): Promise<T> {
    if (!client.token) await client.open();
    try {
      return await work();
    } catch (problem) {
      if ((problem as Problem).status !== 401) throw problem;
      await client.open();
      return work();
    }
  }

  return client;
}

function refusal(status: number, body: { code?: string; detail?: string } | null | undefined, wait?: string | null): Problem {
  return problem(status, body?.code, body?.detail, Number(wait));
}
