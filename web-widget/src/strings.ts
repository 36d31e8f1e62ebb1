import { offlineTexts } from 'babeldesk:offline';

let texts: Record<string, string> = {};
/** The locale that the widget speaks; there is one widget on a page. */
export let locale = 'en';

/** From now on all texts, numbers and times are this locale's. */
export function speak(wanted: string, given: Record<string, string> = { unreachable: offlineTexts[wanted.slice(0, 2)] ?? offlineTexts.en! }): void {
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

export function number(n: number): string {
  return n.toLocaleString(locale);
}

/** A time of day, and how many days ago if it was not today, by the shopper's own clock. */
export function moment(date: Date): string {
  const time = date.toLocaleTimeString(locale, { timeStyle: 'short' });
  const days = Math.round((date.setHours(0, 0, 0, 0) - new Date().setHours(0, 0, 0, 0)) / 864e5);
  return days < 0 ? `${new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')} ${time}` : time;
}

/** What a language calls itself. */
export function languageName(code: string): string {
  return new Intl.DisplayNames(code, { type: 'language' }).of(code)!;
}
