import { readSettings, type Settings } from './settings';
import { Widget } from './widget';

interface Babeldesk {
  (command: string, ...args: unknown[]): unknown;
  /** Calls made before the script was there, in order. */
  q?: ArrayLike<unknown>[];
  loaded?: boolean;
}

declare global {
  interface Window {
    babeldesk?: Babeldesk;
    babeldeskSettings?: Partial<Settings>;
  }
}

const COMMANDS = 'open close toggle show hide send prefill identify logout locale theme context consent on destroy';

function start(): void {
  const queue = window.babeldesk?.q ?? [];
  const script = document.currentScript ?? document.querySelector('script[src*="/widget/v1."]');
  const widget = new Widget(readSettings(script as HTMLScriptElement | null, window.babeldeskSettings));
  const babeldesk: Babeldesk = (command, ...args) => {
    if (COMMANDS.split(' ').includes(command)) return (widget[command as 'on'] as (...args: unknown[]) => unknown)(...args);
    return console.warn(`babeldesk: "${command}" is no command. Expected: ${COMMANDS}`);
  };
  babeldesk.loaded = true;
  window.babeldesk = babeldesk;
  void widget.start();
  for (const [command, ...args] of Array.from(queue, (call) => Array.from(call))) babeldesk(`${command}`, ...args);
}

// On a server there is no window; a second snippet finds the first one at work.
if (typeof window !== 'undefined' && !window.babeldesk?.loaded) start();
