import type { Client } from './client';
import type { ConversationInfo, Turn } from './contract';
import { EventStream } from './event-stream';
import { Outbox, type OutboxItem } from './outbox';
import { Problem } from './problem';
import type { ServerEvent } from './sse-parser';
import { Tabs } from './tabs';
import { Thread } from './thread';
import type { Vault } from './vault';

export interface ConversationListener {
  /** Something that is shown may have changed. */
  changed(): void;
  /** A turn is complete that was not there before. */
  completed(turn: Turn): void;
  typing(name: string): void;
  problem(problem: Problem): void;
}

/** The visitor's conversation: sends what she writes and follows what is answered. */
export class Conversation {
  thread = new Thread();
  /** False while the stream is cut. */
  connected = true;
  readonly outbox: Outbox;
  readonly #tabs: Tabs;
  readonly #stream: EventStream;
  #following = new AbortController();
  #id: string | undefined;

  constructor(
    private readonly client: Client,
    private readonly vault: Vault,
    private readonly listener: ConversationListener,
  ) {
    this.outbox = new Outbox(vault, (item) => this.#deliver(item), () => listener.changed());
    this.#tabs = new Tabs(vault.prefix, (message) => {
      const { conversation, event } = message as { conversation: string; event: ServerEvent };
      if (conversation === this.#id) this.#take(event);
    });
    this.#stream = new EventStream(
      (signal) =>
        client.call('GET', this.#path('/events'), {
          signal,
          headers: { Accept: 'text/event-stream', 'Last-Event-ID': `${this.thread.last}` },
        }),
      {
        event: (event) => this.#share(event),
        connected: (connected) => {
          this.connected = connected;
          this.#share({ type: 'connected', data: '{}' });
        },
        refused: ({ status }) => {
          if (status === 404) this.leave();
        },
      },
    );
  }

  get id(): string | undefined {
    return this.#id;
  }

  /** Continues a conversation: what was said, then what is being said. */
  async enter(id: string): Promise<void> {
    if (this.#id !== id) this.leave();
    this.#id = id;
    this.vault.set('conversation', id);
    await this.#load();
    this.#follow();
    void this.outbox.flush();
  }

  /** The conversation is over, or another visitor's: nothing of it stays on the page. */
  leave(): void {
    this.#following.abort();
    this.#id = undefined;
    this.thread = new Thread();
    this.connected = true;
    this.vault.set('conversation', undefined);
    this.listener.changed();
  }

  send(text: string, locale: string): Promise<void> {
    this.thread.suggestions = [];
    return this.outbox.add({ key: newKey(), text, locale });
  }

  /** A person, please. */
  handoff(): Promise<void> {
    return this.#again(async () => {
      this.#learn(await this.client.json('POST', await this.#started('/handoff'), { body: {} }));
    });
  }

  async end(): Promise<void> {
    this.#learn(await this.client.json('POST', this.#path('/close'), { body: {} }));
  }

  stop(): void {
    this.thread.stop();
    this.listener.changed();
    this.client.call('POST', this.#path('/stop'), { body: {} }).catch(() => {});
  }

  async rate(turn: string, helpful: boolean): Promise<void> {
    await this.client.call('PUT', `/messages/${turn}/rating`, { body: { helpful } });
  }

  async score(score: number, comment: string): Promise<void> {
    await this.client.call('PUT', this.#path('/csat'), { body: { score, ...(comment && { comment }) } });
  }

  async transcript(): Promise<string> {
    return (await this.client.call('GET', this.#path('/transcript?format=txt'))).text();
  }

  /** The network is back, or the shopper is. */
  hurry(): void {
    this.#stream.hurry();
    void this.outbox.flush();
  }

  destroy(): void {
    this.#following.abort();
    this.outbox.stop();
    this.#tabs.close();
  }

  #path(rest = ''): string {
    return `/conversations/${this.#id}${rest}`;
  }

  /** The path in the current conversation; begins one if there is none. */
  async #started(rest: string): Promise<string> {
    if (!this.#id && !this.client.ready) {
      // Opening the session may bring the visitor's conversation back.
      const { conversation_id } = await this.client.open();
      if (conversation_id) await this.enter(conversation_id);
    }
    if (!this.#id) {
      const info = await this.client.json<ConversationInfo>('POST', '/conversations', { body: {} });
      this.#id = info.id;
      this.thread.info = info;
      this.vault.set('conversation', info.id);
      this.#follow();
    }
    return this.#path(rest);
  }

  async #deliver(item: OutboxItem): Promise<void> {
    await this.#again(async () => {
      const { id, seq } = await this.client.json<{ id: string; seq: number }>('POST', await this.#started('/messages'), {
        body: { text: item.text, locale: item.locale },
        headers: { 'Idempotency-Key': item.key },
      });
      this.thread.put({
        created_at: new Date().toISOString(),
        ...this.thread.get(id),
        id,
        seq,
        author: 'shopper',
        text: item.text,
        key: item.key,
      });
    });
  }

  /** Where the conversation is closed or gone, does it in a new one. */
  async #again(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Problem) || !/^(conversation-closed|unknown-conversation)$/.test(error.code)) throw error;
      this.leave();
      await work();
    }
  }

  async #load(): Promise<void> {
    const [info, page] = await Promise.all([
      this.client.json<ConversationInfo>('GET', this.#path()),
      this.client.json<{ data: Turn[] }>('GET', this.#path('/messages')),
    ]);
    this.thread.load(info, page.data);
    this.listener.changed();
  }

  #learn(info: Partial<ConversationInfo>): void {
    if (info.state) this.thread.apply('conversation.updated', info);
    this.listener.changed();
  }

  #follow(): void {
    this.#following.abort();
    const { signal } = (this.#following = new AbortController());
    void this.#tabs.lead(this.#id!, signal, () => this.#stream.run(signal));
  }

  #share(event: ServerEvent): void {
    this.#tabs.tell({ conversation: this.#id, event });
    this.#take(event);
  }

  #take({ type, data: json, id }: ServerEvent): void {
    let data;
    try {
      data = JSON.parse(json || '{}');
    } catch {
      return;
    }
    if (type === 'typing' && data.author !== 'shopper') this.listener.typing(data.name ?? '');
    if (type === 'error') this.listener.problem(new Problem(500, data.problem?.code, data.problem?.detail));
    if (type === 'resync') {
      this.thread.last = 0;
      void this.#load().then(() => this.#follow(), () => {});
      return;
    }
    this.#adopt(type, data.turn);
    const completed = this.thread.apply(type, data, Number(id) || 0);
    if (completed) this.listener.completed(completed);
    this.listener.changed();
  }

  /** The stream may be faster than the answer to sending: the shopper's turn takes its bubble over. */
  #adopt(type: string, turn: Turn | undefined): void {
    if (type !== 'turn.created' || turn?.author !== 'shopper' || this.thread.get(turn.id)) return;
    const item = this.outbox.items().find((candidate) => !candidate.failed && candidate.text === turn.text);
    if (item) turn.key = item.key;
  }
}

/** randomUUID is missing on plain http. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
