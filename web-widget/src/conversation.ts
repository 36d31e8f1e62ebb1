import type { Client } from './client';
import type { ConversationInfo, Turn } from './contract';
import { EventStream, type StreamSource } from './event-stream';
import { Outbox, type Carrier, type OutboxItem } from './outbox';
import { Problem } from './problem';
import type { ServerEvent } from './sse-parser';
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
export class Conversation implements Carrier, StreamSource {
  thread = new Thread();
  /** False while the stream is cut. */
  connected = true;
  id: string | undefined;
  readonly outbox: Outbox;
  readonly stream: EventStream;

  constructor(
    readonly client: Client,
    private readonly vault: Vault,
    private readonly listener: ConversationListener,
  ) {
    this.outbox = new Outbox(vault, this);
    this.stream = new EventStream(this);
  }

  open(signal: AbortSignal): Promise<Response> {
    return this.client.call('GET', this.#path('/events'), {
      signal,
      headers: { Accept: 'text/event-stream', 'Last-Event-ID': `${this.thread.last}` },
    });
  }

  changed(): void {
    this.listener.changed();
  }

  connection(alive: boolean): void {
    this.connected = alive;
    this.thread.apply('connected', {});
    this.changed();
  }

  refused({ status }: Problem): void {
    if (status === 404) this.leave();
  }

  deliver(item: OutboxItem): Promise<void> {
    return this.#again(() => this.#deliver(item));
  }

  /** Continues a conversation: what was said, then what is being said. */
  async enter(id: string): Promise<void> {
    if (this.id !== id) this.leave();
    this.#begin(id);
    await this.#load();
    this.stream.start();
    void this.outbox.flush();
  }

  /** The conversation is over, or another visitor's: nothing of it stays on the page. */
  leave(): void {
    this.stream.stop();
    this.id = undefined;
    this.thread = new Thread();
    this.connected = true;
    this.vault.set('conversation');
    this.changed();
  }

  send(text: string, locale: string): Promise<void> {
    this.thread.suggestions = [];
    return this.outbox.add({ key: newKey(), text, locale });
  }

  /** A person, please. */
  handoff(): Promise<void> {
    return this.#again(() => this.#change('/handoff'));
  }

  end(): Promise<void> {
    return this.#change('/close');
  }

  stop(): Promise<void> {
    this.thread.stop();
    return this.#change('/stop');
  }

  async rate(turn: string, helpful: boolean): Promise<void> {
    await this.client.call('PUT', `/messages/${turn}/rating`, { body: { helpful } });
  }

  async score(score: number): Promise<void> {
    await this.client.call('PUT', this.#path('/csat'), { body: { score } });
    this.vault.set('rated', this.id);
    this.changed();
  }

  get rated(): boolean {
    return this.vault.get('rated') === this.id;
  }

  async transcript(): Promise<string> {
    return (await this.client.call('GET', this.#path('/transcript?format=txt'))).text();
  }

  destroy(): void {
    this.stream.stop();
    this.outbox.stop();
  }

  #path(rest = ''): string {
    return `/conversations/${this.id}${rest}`;
  }

  #begin(id: string): void {
    this.id = id;
    this.vault.set('conversation', id);
  }

  async #change(path: string): Promise<void> {
    await this.#ensure();
    const response = await this.client.call('POST', this.#path(path), { body: {} });
    const info = (await response.json().catch(() => ({}))) as ConversationInfo;
    if (info.state) this.thread.apply('conversation.updated', info);
    this.changed();
  }

  /** Begins a conversation where there is none. */
  async #ensure(): Promise<void> {
    if (!this.id && !this.client.token) {
      // Opening the session may bring the visitor's conversation back.
      const { conversation_id } = await this.client.open();
      if (conversation_id) await this.enter(conversation_id);
    }
    if (this.id) return;
    this.thread.info = await this.client.json<ConversationInfo>('POST', '/conversations', { body: {} });
    this.#begin(this.thread.info.id!);
    this.stream.start();
  }

  async #deliver({ key, text, locale }: OutboxItem): Promise<void> {
    await this.#ensure();
    const { id, seq } = await this.client.json<Turn>('POST', this.#path('/messages'), {
      body: { text, locale },
      headers: { 'Idempotency-Key': key },
    });
    this.thread.put({ created_at: new Date().toISOString(), ...this.thread.get(id), id, seq, author: 'shopper', text, key });
  }

  /** Where the conversation is closed or gone, does it in a new one. */
  async #again(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!/conversation/.test((error as Problem).code)) throw error;
      this.leave();
      await work();
    }
  }

  async #load(): Promise<void> {
    const [info, { data }] = await Promise.all([
      this.client.json<ConversationInfo>('GET', this.#path()),
      this.client.json<{ data: Turn[] }>('GET', this.#path('/messages')),
    ]);
    this.thread.load(info, data);
    this.changed();
  }

  event({ type, data: json, id }: ServerEvent): void {
    const { listener, thread } = this;
    let data;
    try {
      data = JSON.parse(json || '{}');
    } catch {
      return;
    }
    if (type === 'typing') listener.typing(data.name ?? '');
    if (type === 'error') listener.problem(new Problem(500, data.problem?.code, data.problem?.detail));
    if (type === 'resync') {
      this.stream.stop();
      this.thread = new Thread();
      void this.enter(this.id!);
      return;
    }
    const { turn } = data;
    if (type === 'turn.created' && turn.author === 'shopper' && !thread.get(turn.id)) {
      // The stream may be faster than the answer to sending: the turn takes its bubble over.
      turn.key = this.outbox.items.find((item) => !item.failed && item.text === turn.text)?.key;
    }
    const completed = thread.apply(type, data, Number(id) || 0);
    if (completed) listener.completed(completed);
    this.changed();
  }
}

/** randomUUID is missing on plain http. */
function newKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}
