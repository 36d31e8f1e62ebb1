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
export function createOutbox(vault: Vault, { deliver, changed }: Carrier) {
  const tries = backoff();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;

  const outbox = {
    /** Whether the last try found no server. */
    waiting: false,

    get queue(): OutboxItem[] {
      return vault.get('outbox') ?? [];
    },

    add: (item: OutboxItem) => resume([...outbox.queue, item]),

    /** Tries again what was refused. */
    retry: () => resume(outbox.queue.map(({ failed, ...item }) => item)),

    /** Sends what is there. Called again while sending, it has no effect. */
    async flush(): Promise<void> {
      clearTimeout(timer);
      if (busy) return;
      busy = true;
      for (let item; (item = outbox.queue.find(({ failed }) => !failed)); ) {
        const { key } = item;
        const others = () => outbox.queue.filter((other) => other.key !== key);
        try {
          await deliver(item);
          outbox.waiting = false;
          tries.reset();
          write(others());
        } catch (error) {
          const { status, retryAfter, message } = error as Problem;
          outbox.waiting = !status;
          if (!status || retryAfter) {
            timer = setTimeout(outbox.flush, tries.next(retryAfter));
            changed();
            break;
          }
          write([...others(), { ...item, failed: message || '!' }]);
        }
      }
      busy = false;
    },

    stop: () => clearTimeout(timer),
  };

  function resume(items: OutboxItem[]): Promise<void> {
    write(items);
    return outbox.flush();
  }

  function write(items: OutboxItem[]): void {
    vault.set('outbox', items.length && items);
    changed();
  }

  return outbox;
}
