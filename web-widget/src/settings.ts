import type { Theme } from './contract';

/** How a shop's page embeds the widget: attributes of the script tag, or `window.babeldeskSettings`. */
export interface Settings extends Theme {
  /** Where the chat server is: the origin that the script came from. */
  server: string;
  site: string;
  locale?: string;
  /** The country that the shopper buys from; unknown, the assistant asks. */
  market?: string;
  /** `implied`, or `required`: nothing is stored before `babeldesk('consent', true)`. */
  consent?: string;
  /** A link to turn to when the chat cannot be reached. */
  contact?: string;
  /** `none`: the page has its own launcher. */
  launcher?: string;
}

/** Attributes come first. */
export function readSettings(script: HTMLScriptElement | null, page?: Partial<Settings>): Settings {
  return { site: 'demo', server: new URL(script?.src || location.href).origin, ...page, ...script?.dataset };
}

/** The locale to ask the server for: an explicit one, else the page's, else the browser's. */
export function wantedLocale(setting = 'auto'): string {
  for (const candidate of [setting, document.documentElement.lang, navigator.language]) {
    try {
      if (candidate !== 'auto') return new Intl.Locale(candidate).baseName;
    } catch {
      // Not a language tag: the next one.
    }
  }
  return 'en';
}
