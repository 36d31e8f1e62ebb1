import { Backoff } from './backoff';
import { Problem } from './problem';
import type { Vault } from './vault';

export interface OutboxItem {
  /** The idempotency key: the same on each try, so that the server stores the message once. */
  key: string;
  text: string;
  locale: string;
  /** Why the server does not take it. */
  failed?: string;
}

// An answer 5xx may pass; one that comes five times is told to the shopper.
const SERVER_TRIES = 5;

/** Messages on their way: one at a time, in order, kept over a reload until the server has them. */
export class Outbox {
  readonly #backoff = new Backoff();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #busy = false;
  #tries = 0;
  /** Whether the last try found no server. */
  waiting = false;

  constructor(
    private readonly vault: Vault,
    private readonly deliver: (item: OutboxItem) => Promise<void>,
    private readonly changed: () => void,
  ) {}

  items(): OutboxItem[] {
    return this.vault.get<OutboxItem[]>('outbox') ?? [];
  }

  add(item: OutboxItem): Promise<void> {
    this.#write([...this.items(), item]);
    return this.flush();
  }

  remove(key: string): void {
    this.#write(this.items().filter((item) => item.key !== key));
  }

  retry(key: string): Promise<void> {
    this.#write(this.items().map(({ failed, ...item }) => (item.key === key || !failed ? item : { ...item, failed })));
    return this.flush();
  }

  /** Sends what is there. Called again while sending, it has no effect. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#busy) return;
    this.#busy = true;
    try {
      for (;;) {
        const item = this.items().find((candidate) => !candidate.failed);
        if (!item) return;
        if (!(await this.#try(item))) return;
      }
    } finally {
      this.#busy = false;
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** Whether to go on with the next message. */
  async #try(item: OutboxItem): Promise<boolean> {
    try {
      await this.deliver(item);
      this.waiting = false;
      this.#backoff.reset();
      this.#tries = 0;
      this.remove(item.key);
      return true;
    } catch (error) {
      const problem = error instanceof Problem ? error : new Problem(400, 'unexpected', String(error));
      this.waiting = !problem.status;
      if (problem.passing && (problem.status < 500 || ++this.#tries < SERVER_TRIES)) {
        this.#timer = setTimeout(() => void this.flush(), this.#backoff.next(problem.retryAfter));
        this.changed();
        return false;
      }
      this.#tries = 0;
      this.#write(this.items().map((other) => (other.key === item.key ? { ...other, failed: problem.message || '…' } : other)));
      return true;
    }
  }

  #write(items: OutboxItem[]): void {
    this.vault.set('outbox', items.length ? items : undefined);
    this.changed();
  }
}
