import type { Client } from './client';
import type { Attachment, ConversationInfo, Turn } from './contract';
import { createEventStream } from './event-stream';
import { createOutbox, type FileReference, type OutboxItem } from './outbox';
import { problem, type Problem } from './problem';
import type { ServerEvent } from './sse-parser';
import { createThread } from './thread';
import type { Vault } from './vault';

export interface ConversationListener {
  /** Something that is shown may have changed. */
  changed(): void;
  /** A turn is complete that was not there before. */
  completed(turn: Turn): void;
  typing(name: string): void;
  problem(problem: Problem): void;
}

export type Conversation = ReturnType<typeof createConversation>;

/** The visitor's conversation: sends what she writes and follows what is answered. */
export function createConversation(client: Client, vault: Vault, listener: ConversationListener) {
  const { changed } = listener;
  let thread = createThread();
  let connected = true;
  let id: string | undefined;

  const outbox = createOutbox(vault, { deliver: (item) => again(() => deliver(item)), changed });
  const stream = createEventStream({
    async open(signal) {
      if (!thread.info.state) await load();
      return client.call('GET', path('/events'), {
        signal,
        headers: { Accept: 'text/event-stream', 'Last-Event-ID': `${thread.last}` },
      });
    },
    event: take,
    connection(alive) {
      connected = alive;
      thread.reset();
      changed();
    },
    refused({ status }) {
      if (status === 404) become();
    },
  });

  const path = (rest = ''): string => `/conversations/${id}${rest}`;

  function become(next?: string, info?: Partial<ConversationInfo>): void {
    stream.stop();
    id = next;
    thread = createThread(info);
    connected = true;
    // Written once: other tabs follow each change.
    vault.set('conversation', id);
    changed();
  }

  /** Continues a conversation: what was said, then what is being said. */
  function enter(next: string, info?: Partial<ConversationInfo>): void {
    if (id !== next) become(next, info);
    stream.start();
  }

  /** Begins a conversation where there is none. */
  async function ensure(): Promise<void> {
    // Opening the session may bring the visitor's conversation back.
    if (!client.token) await client.open();
    if (id) return;
    const info = await client.json<ConversationInfo>('POST', '/conversations', { body: {} });
    enter(info.id, info);
  }

  /** Where the conversation is closed or gone, does it in a new one. */
  async function again<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!/conversation/.test((error as Problem).code)) throw error;
      become();
      return work();
    }
  }

  async function change(rest: string, method = 'POST'): Promise<void> {
    await ensure();
    const response = await client.call(method, path(rest), { body: {} });
    const info = (await response.json().catch(() => ({}))) as ConversationInfo;
    if (info.state) thread.apply('conversation.updated', info);
    changed();
  }

  async function deliver({ key, text, locale, files }: OutboxItem): Promise<void> {
    await ensure();
    const { id: turn, seq } = await client.json<Turn>('POST', path('/messages'), {
      body: { text, locale, files },
      headers: { 'Idempotency-Key': key },
    });
    thread.put({ ...thread.get(turn), id: turn, seq, author: 'shopper', text, key });
  }

  async function load(): Promise<void> {
    const [info, { data }] = await Promise.all([
      client.json<ConversationInfo>('GET', path()),
      client.json<{ data: Turn[] }>('GET', path('/messages')),
    ]);
    thread.load(info, data);
    changed();
  }

  function take({ event: type = '', data: json = '{}', id: number }: ServerEvent): void {
    const data = JSON.parse(json);
    if (type === 'typing') listener.typing(data.name ?? '');
    if (type === 'error') listener.problem(problem(500, data.problem?.code, data.problem?.detail));
    if (type === 'resync') {
      stream.stop();
      thread = createThread();
      return stream.start();
    }
    const { turn } = data;
    if (type === 'turn.created' && turn.author === 'shopper' && !thread.get(turn.id)) {
      // The stream may be faster than the answer to sending: the turn takes its bubble over.
      turn.key = outbox.queue.find((item) => !item.failed && item.text === turn.text)?.key;
    }
    const completed = thread.apply(type, data, Number(number ?? 0));
    if (completed) listener.completed(completed);
    changed();
  }

  return {
    client,
    outbox,
    stream,
    enter,
    /** The conversation is over, or another visitor's: nothing of it stays on the page. */
    leave: (): void => become(),

    get thread() {
      return thread;
    },
    get id() {
      return id;
    },
    /** False while the stream is cut. */
    get connected() {
      return connected;
    },

    send(text: string, locale: string, files?: FileReference[]): Promise<void> {
      thread.suggestions = [];
      // randomUUID is missing on plain http.
      return outbox.add({ key: crypto.getRandomValues(new Uint32Array(4)).join('-'), text, locale, files });
    },

    upload: (file: File, progress: (part: number) => void, signal: AbortSignal): Promise<Attachment> =>
      again(async () => {
        await ensure();
        return client.upload(path(`/files?name=${encodeURIComponent(file.name)}`), file, progress, signal);
      }),

    /** A person, please. */
    handoff: () => again(() => change('/handoff')),

    /** No person is needed any more. */
    withdraw: () => change('/handoff', 'DELETE'),

    end: () => change('/close'),

    stop(): Promise<void> {
      thread.stop();
      changed();
      return change('/stop');
    },

    rate: (turn: string, helpful: boolean) => client.call('PUT', `/messages/${turn}/rating`, { body: { helpful } }),

    async score(score: number, comment?: string): Promise<void> {
      // Gone first, so that a second click finds nothing to send; the server asks again only if it did not hear her.
      thread.info.csat_question = '';
      changed();
      await client.call('PUT', path('/csat'), { body: { score, comment } });
    },

    transcript: async () => (await client.call('GET', path('/transcript?format=txt'))).blob(),

    /** To the address that the shop vouches for. */
    mail: () => change('/transcript'),

    destroy(): void {
      stream.stop();
      outbox.stop();
    },
  };
}
