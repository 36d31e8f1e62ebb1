import { Backoff } from './backoff';
import type { Problem } from './problem';
import type { Vault } from './vault';

export interface OutboxItem {
  /** The idempotency key: the same on each try, so that the server stores the message once. */
  key: string;
  text: string;
  locale: string;
  /** Why the server does not take it. */
  failed?: string;
}

export interface Carrier {
  deliver(item: OutboxItem): Promise<void>;
  changed(): void;
}

/** Messages on their way: one at a time, in order, kept over a reload until the server has them. */
export class Outbox {
  readonly #backoff = new Backoff();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #busy = false;
  /** Whether the last try found no server. */
  waiting = false;

  constructor(
    private readonly vault: Vault,
    private readonly carrier: Carrier,
  ) {}

  get items(): OutboxItem[] {
    return this.vault.get('outbox') ?? [];
  }

  add(item: OutboxItem): Promise<void> {
    this.#write([...this.items, item]);
    return this.flush();
  }

  retry(key: string): Promise<void> {
    this.#write(this.items.map(({ failed, ...item }) => (failed && item.key !== key ? { ...item, failed } : item)));
    return this.flush();
  }

  /** Sends what is there. Called again while sending, it has no effect. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#busy) return;
    this.#busy = true;
    for (let item; (item = this.items.find(({ failed }) => !failed)); ) {
      const { key } = item;
      try {
        await this.carrier.deliver(item);
        this.waiting = false;
        this.#backoff.reset();
        this.#write(this.items.filter((other) => other.key !== key));
      } catch (error) {
        const { status, retryAfter, message } = error as Problem;
        this.waiting = !status;
        if (!status || retryAfter) {
          this.#timer = setTimeout(() => void this.flush(), this.#backoff.next(retryAfter));
          this.carrier.changed();
          break;
        }
        this.#write(this.items.map((other) => (other.key === key ? { ...other, failed: message || '!' } : other)));
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
