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
  const script = document.currentScript as HTMLScriptElement | null;
  const queue = window.babeldesk?.q ?? [];
  let commands: Commands | undefined;
  const babeldesk: Babeldesk = (command, ...args) =>
    commands ? (commands[command] as (...args: unknown[]) => unknown)(...args) : void queue.push([command, ...args]);
  babeldesk.loaded = true;
  window.babeldesk = babeldesk;
  // In a task of its own, so that the one in which the script is read stays short.
  setTimeout(() => {
    commands = createWidget(readSettings(script, window.babeldeskSettings));
    for (const call of queue) babeldesk(...call);
  });
}

// On a server there is no window; a second snippet finds the first one at work.
if (typeof window !== 'undefined' && !window.babeldesk?.loaded) start();
