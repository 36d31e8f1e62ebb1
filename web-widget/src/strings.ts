import { offlineTexts } from 'babeldesk:offline';

/** The languages that the widget is written in. */
export const LANGUAGES = Object.keys(offlineTexts);

let texts: Record<string, string> = {};
/** The locale that the widget speaks; there is one widget on a page. */
export let locale = 'en';

/** From now on all texts, numbers and times are this locale's. */
export function speak(wanted: string, given = offlineTexts[wanted.split('-')[0]!] ?? offlineTexts.en!): void {
  locale = wanted;
  texts = given;
}

export function text(key: string, values: Record<string, string | number> = {}): string {
  return (texts[key] ?? '').replace(/\{(\w+)\}/g, (_, name) => `${values[name]}`);
}

/** The text in the plural form of this number: `unread` -> `unread.few`. */
export function count(key: string, n: number): string {
  return text(`${key}.${new Intl.PluralRules(locale).select(n)}`, { count: number(n) });
}

export function number(n: number, options?: Intl.NumberFormatOptions): string {
  return n.toLocaleString(locale, options);
}

export function moment(date: Date): string {
  return date.toLocaleString(locale, { weekday: 'short', hour: 'numeric', minute: '2-digit' });
}

/** What a language calls itself. */
export function languageName(code: string): string {
  const name = new Intl.DisplayNames(code, { type: 'language' }).of(code)!;
  return name[0]!.toLocaleUpperCase(code) + name.slice(1);
}
