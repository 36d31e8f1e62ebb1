/**
 * What the widget remembers of its visitor. Nothing is written to the browser before that is
 * allowed: until then all is kept in memory and ends with the page.
 *
 * Keys that begin with `tab.` belong to one tab, all others to every tab of the browser.
 */
export class Vault {
  readonly #memory = new Map<string, string>();

  constructor(
    readonly prefix: string,
    private allowed: boolean,
  ) {}

  get<T>(key: string): T | undefined {
    try {
      const text = this.#memory.get(key) ?? (this.allowed && this.#area(key).getItem(this.prefix + key));
      return text ? (JSON.parse(text) as T) : undefined;
    } catch {
      return undefined;
    }
  }

  set(key: string, value: unknown): void {
    const text = value === undefined ? '' : JSON.stringify(value);
    this.#memory.set(key, text);
    if (!this.allowed) return;
    try {
      if (text) this.#area(key).setItem(this.prefix + key, text);
      else this.#area(key).removeItem(this.prefix + key);
      this.#memory.delete(key);
    } catch {
      // Full, or switched off by the browser: this page goes on with its memory.
    }
  }

  /** Consent was given or taken back. What was kept in memory is written down, or all is wiped. */
  allow(allowed: boolean): void {
    if (allowed === this.allowed) return;
    if (!allowed) this.clear();
    this.allowed = allowed;
    for (const [key, text] of this.#memory) if (text) this.set(key, JSON.parse(text));
  }

  clear(): void {
    this.#memory.clear();
    if (!this.allowed) return;
    try {
      for (const area of [localStorage, sessionStorage]) {
        for (const key of Object.keys(area)) if (key.startsWith(this.prefix)) area.removeItem(key);
      }
    } catch {
      // No storage, so nothing in it.
    }
  }

  #area(key: string): Storage {
    return key.startsWith('tab.') ? sessionStorage : localStorage;
  }
}
