import { readSettings, type Settings } from './settings';
import { createWidget } from './widget';

type Commands = ReturnType<typeof createWidget>;

interface Babeldesk {
  (command: keyof Commands, ...args: unknown[]): unknown;
  /** Calls made before the script was there, in order. */
  q?: [keyof Commands, ...unknown[]][];
  loaded?: boolean;
}

declare global {
  interface Window {
    babeldesk?: Babeldesk;
    babeldeskSettings?: Partial<Settings>;
  }
}

function start(): void {
  const queue = window.babeldesk?.q ?? [];
  const commands = createWidget(readSettings(document.currentScript as HTMLScriptElement | null, window.babeldeskSettings));
  const babeldesk: Babeldesk = (command, ...args) => (commands[command] as (...args: unknown[]) => unknown)(...args);
  babeldesk.loaded = true;
  window.babeldesk = babeldesk;
  for (const call of queue) babeldesk(...call);
}

// On a server there is no window; a second snippet finds the first one at work.
if (typeof window !== 'undefined' && !window.babeldesk?.loaded) start();
