import { readSettings, type Settings } from './settings';
import { Widget } from './widget';

type Command =
  | 'open' | 'close' | 'toggle' | 'show' | 'hide' | 'send' | 'prefill' | 'identify'
  | 'logout' | 'locale' | 'theme' | 'context' | 'consent' | 'on' | 'destroy';

interface Babeldesk {
  (command: Command, ...args: unknown[]): unknown;
  /** Calls made before the script was there, in order. */
  q?: [Command, ...unknown[]][];
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
  const widget = new Widget(readSettings(document.currentScript as HTMLScriptElement | null, window.babeldeskSettings));
  const babeldesk: Babeldesk = (command, ...args) => (widget[command] as (...args: unknown[]) => unknown)(...args);
  babeldesk.loaded = true;
  window.babeldesk = babeldesk;
  for (const call of queue) babeldesk(...call);
}

// On a server there is no window; a second snippet finds the first one at work.
if (typeof window !== 'undefined' && !window.babeldesk?.loaded) start();
