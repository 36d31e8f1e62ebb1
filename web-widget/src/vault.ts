import { encode } from './json';

export type Vault = ReturnType<typeof createVault>;

/**
 * What the widget remembers of its visitor, in all tabs of the browser. Nothing is written there before
 * that is allowed: until then all is kept in memory and ends with the page.
 */
export function createVault(prefix: string, allowed: boolean) {
  /** What could not be written down. */
  const memory = new Map<string, string>();

  function write(key: string, text: string): void {
    memory.set(key, text);
    try {
      if (!allowed) return;
      if (text) localStorage.setItem(prefix + key, text);
      else localStorage.removeItem(prefix + key);
      memory.delete(key);
    } catch {
      // Full, or switched off by the browser: this page goes on with its memory.
    }
  }

  function clear(): void {
    memory.clear();
    try {
      for (const key of Object.keys(allowed && localStorage)) {
        if (key.startsWith(prefix)) localStorage.removeItem(key);
      }
    } catch {
      // Nothing was written where nothing may be.
    }
  }

  return {
    get<T>(key: string): T | undefined {
      try {
        return JSON.parse((memory.get(key) ?? (allowed && localStorage.getItem(prefix + key))) || 'null') ?? undefined;
      } catch {
        return undefined;
      }
    },

    /** Nullish and empty values are not kept. */
    set: (key: string, value?: unknown) => write(key, value ? encode(value) : ''),

    /** Consent was given or taken back. What was kept in memory is written down, or all is wiped. */
    allow(given: boolean): void {
      if (!given) clear();
      allowed = given;
      for (const [key, text] of memory) write(key, text);
    },
    clear,
  };
}
