// How a shop's page embeds the widget, and the standard of each setting.
const STANDARD = {
  /** Where the chat server is; the script's own origin. */
  server: '',
  site: 'demo',
  locale: 'auto',
  /** The country that the shopper buys from; unknown, the assistant asks. */
  market: '',
  /** "#0e6b5e" */
  accent: '',
  /** `end` or `start`: the corner of the page. */
  position: '',
  /** `auto`, `light` or `dark`. */
  mode: 'auto',
  /** `implied`, or `required`: nothing is stored before `babeldesk('consent', true)`. */
  consent: '',
  /** A link to turn to when the chat cannot be reached. */
  contact: '',
  /** `none`: the page has its own launcher. */
  launcher: '',
};

export type Settings = typeof STANDARD;

/** Attributes of the script tag come before `window.babeldeskSettings`. */
export function readSettings(script: HTMLScriptElement | null, page?: Partial<Settings>): Settings {
  return { ...STANDARD, server: new URL(script?.src || location.href).origin, ...page, ...script?.dataset };
}

/** The locale to ask the server for: an explicit one, else the page's, else the browser's. */
export function wantedLocale(setting: string): string {
  for (const candidate of [setting, document.documentElement.lang, navigator.language]) {
    try {
      if (candidate && candidate !== 'auto') return new Intl.Locale(candidate.replace('_', '-')).baseName;
    } catch {
      // Not a language tag: the next one.
    }
  }
  return 'en';
}
