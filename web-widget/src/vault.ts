/**
 * What the widget remembers of its visitor, in all tabs of the browser. Nothing is written there before
 * that is allowed: until then all is kept in memory and ends with the page.
 */
export class Vault {
  readonly #memory = new Map<string, string>();

  constructor(
    private readonly prefix: string,
    private allowed: boolean,
  ) {}

  get<T>(key: string): T | undefined {
    try {
      const text = this.#memory.get(key) ?? (this.allowed && localStorage.getItem(this.prefix + key));
      return text ? JSON.parse(text) : undefined;
    } catch {
      return undefined;
    }
  }

  /** Nullish and empty values are not kept. */
  set(key: string, value?: unknown): void {
    const text = value ? JSON.stringify(value) : '';
    this.#memory.set(key, text);
    try {
      if (!this.allowed) return;
      localStorage.setItem(this.prefix + key, text);
      if (!text) localStorage.removeItem(this.prefix + key);
      this.#memory.delete(key);
    } catch {
      // Full, or switched off by the browser: this page goes on with its memory.
    }
  }

  /** Consent was given or taken back. What was kept in memory is written down, or all is wiped. */
  allow(allowed: boolean): void {
    if (!allowed) this.clear();
    this.allowed = allowed;
    for (const [key, text] of this.#memory) this.set(key, text && JSON.parse(text));
  }

  clear(): void {
    this.#memory.clear();
    if (!this.allowed) return;
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(this.prefix)) localStorage.removeItem(key);
    }
  }
}
