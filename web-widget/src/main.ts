import { commands } from './commands';
import { readSettings } from './settings';
import { Widget } from './widget';

interface Api {
  (command: string, ...args: never[]): unknown;
  /** Calls made before the script was there, in order. */
  q?: ArrayLike<unknown>[];
  loaded?: boolean;
}

declare global {
  interface Window {
    babeldesk?: Api | undefined;
    babeldeskSettings?: Record<string, unknown>;
  }
}

function start(): void {
  const queue = window.babeldesk?.q ?? [];
  const script = document.currentScript ?? document.querySelector('script[src*="/widget/v1."]');
  const widget = new Widget(readSettings(script as HTMLScriptElement | null, window.babeldeskSettings));
  const known = commands(widget, () => {
    widget.destroy();
    delete window.babeldesk;
  });
  const api: Api = (command, ...args) => {
    const run = known[command];
    if (run) return run(...args);
    return console.warn(`babeldesk: no command "${command}". There are: ${Object.keys(known).join(' ')}`);
  };
  api.loaded = true;
  window.babeldesk = api;
  void widget.start();
  for (const [command, ...args] of Array.from(queue, (call) => Array.from(call))) api(command as string, ...(args as never[]));
}

// On a server there is no window; a second snippet finds the first one at work.
if (typeof window !== 'undefined' && !window.babeldesk?.loaded) start();
