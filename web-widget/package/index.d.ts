export interface BabeldeskTheme {
  accent?: string;
  font?: string;
  radius?: string;
  offset?: string;
  layer?: string;
  position?: 'start' | 'end';
  mode?: 'auto' | 'light' | 'dark';
}

export interface BabeldeskSettings extends BabeldeskTheme {
  /** The origin of the chat server. */
  server: string;
  site: string;
  locale?: string;
  market?: string;
  consent?: 'implied' | 'required';
  contact?: string;
  launcher?: 'standard' | 'none';
}

export interface BabeldeskEvents {
  open: undefined;
  close: undefined;
  send: { text: string };
  message: { id: string; author: 'assistant' | 'agent' | 'system'; text: string };
  unread: number;
  handoff: undefined;
  error: { code: string; detail: string };
}

export interface Babeldesk {
  (command: 'open' | 'close' | 'toggle' | 'show' | 'hide' | 'logout' | 'destroy'): void;
  (command: 'send' | 'prefill' | 'identify' | 'locale', text: string): void;
  (command: 'theme', theme: BabeldeskTheme): void;
  (command: 'context', context: { market?: string }): void;
  (command: 'consent', given?: boolean): void;
  /** Ends with the function that it returns, once the script is there. */
  <E extends keyof BabeldeskEvents>(command: 'on', event: E, handler: (detail: BabeldeskEvents[E]) => void): (() => void) | undefined;
}

export function loadBabeldesk(settings: BabeldeskSettings): Babeldesk;
