import { encode } from './json';

/**
 * What the widget remembers of its visitor, in all tabs of the browser. Nothing is written there before
 * that is allowed: until then all is kept in memory and ends with the page.
 */
export class Vault {
  /** What could not be written down. */
  readonly #memory = new Map<string, string>();

  constructor(
    private readonly prefix: string,
    private allowed: boolean,
  ) {}

  get<T>(key: string): T | undefined {
    try {
      return JSON.parse(this.#memory.get(key) ?? (this.allowed ? localStorage.getItem(this.prefix + key) : null) ?? '');
    } catch {
      return undefined;
    }
  }

  /** Nullish and empty values are not kept. */
  set(key: string, value?: unknown): void {
    this.#write(key, value ? encode(value) : '');
  }

  /** Consent was given or taken back. What was kept in memory is written down, or all is wiped. */
  allow(allowed: boolean): void {
    if (!allowed) this.clear();
    this.allowed = allowed;
    for (const [key, text] of this.#memory) this.#write(key, text);
  }

  clear(): void {
    this.#memory.clear();
    try {
      for (const key of Object.keys(this.allowed && localStorage)) {
        if (key.startsWith(this.prefix)) localStorage.removeItem(key);
      }
    } catch {
      // Nothing was written where nothing may be.
    }
  }

  #write(key: string, text: string): void {
    this.#memory.set(key, text);
    try {
      if (!this.allowed) return;
      if (text) localStorage.setItem(this.prefix + key, text);
      else localStorage.removeItem(this.prefix + key);
      this.#memory.delete(key);
    } catch {
      // Full, or switched off by the browser: this page goes on with its memory.
    }
  }
}
