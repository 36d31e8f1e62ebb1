/** How a shop's page embeds the widget. */
export interface Settings {
  /** Where the chat server is: the origin that the script came from. */
  server: string;
  site: string;
  locale: string;
  market: string;
  accent: string;
  position: string;
  /** `auto`, `light` or `dark`. */
  theme: string;
  /** `implied`, or `required`: nothing is stored before `babeldesk('consent', true)`. */
  consent: string;
  /** Where a shopper can turn to when the chat cannot be reached: a web, mail or telephone link. */
  contact: string;
  /** `none`: the page has its own launcher. */
  launcher: string;
  /** Distance from the window's edges, in pixels. */
  offset: number;
  zIndex: number;
}

const DEFAULTS = {
  server: '',
  site: 'demo',
  locale: 'auto',
  market: '',
  accent: '',
  position: '',
  theme: '',
  consent: 'implied',
  contact: '',
  launcher: '',
  offset: 20,
  zIndex: 2147483000,
};

/** Attributes of the script tag come before `window.babeldeskSettings`. */
export function readSettings(script: HTMLScriptElement | null, page: Record<string, unknown> = {}): Settings {
  const given: Record<string, unknown> = { server: script?.src && new URL(script.src).origin, ...page, ...script?.dataset };
  return Object.fromEntries(
    Object.entries(DEFAULTS).map(([key, standard]) => {
      const value = given[key] || standard;
      return [key, typeof standard === 'number' ? Number(value) || standard : `${value}`];
    }),
  ) as unknown as Settings;
}

/** The locale to ask the server for: an explicit one, else the page's, else the browser's. */
export function wantedLocale(setting: string): string {
  const candidates = [setting === 'auto' ? '' : setting, document.documentElement.lang, navigator.language];
  for (const candidate of candidates) {
    try {
      if (candidate) return Intl.getCanonicalLocales(candidate.replace('_', '-'))[0]!;
    } catch {
      // Not a language tag: the next one.
    }
  }
  return 'en';
}
