import { backoff } from './backoff';
import type { Problem } from './problem';
import type { Vault } from './vault';

/** A file that the server has, and what it shows in the shopper's words. */
export interface FileReference {
  id: string;
  name: string;
  alt: string;
}

export interface OutboxItem {
  /** The idempotency key: the same on each try, so that the server stores the message once. */
  key: string;
  text: string;
  locale: string;
  files?: FileReference[] | undefined;
  /** Why the server does not take it. */
  failed?: string;
}

export interface Carrier {
  deliver(item: OutboxItem): Promise<void>;
  changed(): void;
}

/** Messages on their way: one at a time, in order, kept over a reload until the server has them. */
export class Outbox {
  readonly #backoff = backoff();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #busy = false;
  /** Whether the last try found no server. */
  waiting = false;

  constructor(
    private readonly vault: Vault,
    private readonly carrier: Carrier,
  ) {}

  get queue(): OutboxItem[] {
    return this.vault.get('outbox') ?? [];
  }

  add(item: OutboxItem): Promise<void> {
    this.#write([...this.queue, item]);
    return this.flush();
  }

  /** Tries again what was refused. */
  retry(): Promise<void> {
    this.#write(this.queue.map(({ failed, ...item }) => item));
    return this.flush();
  }

  /** Sends what is there. Called again while sending, it has no effect. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#busy) return;
    this.#busy = true;
    for (let item; (item = this.queue.find(({ failed }) => !failed)); ) {
      const { key } = item;
      const others = () => this.queue.filter((other) => other.key !== key);
      try {
        await this.carrier.deliver(item);
        this.waiting = false;
        this.#backoff.reset();
        this.#write(others());
      } catch (error) {
        const { status, retryAfter, message } = error as Problem;
        this.waiting = !status;
        if (!status || retryAfter) {
          this.#timer = setTimeout(() => void this.flush(), this.#backoff.next(retryAfter));
          this.carrier.changed();
          break;
        }
        this.#write([...others(), { ...item, failed: message || '!' }]);
      }
    }
    this.#busy = false;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #write(items: OutboxItem[]): void {
    this.vault.set('outbox', items.length && items);
    this.carrier.changed();
  }
}
