import { offlineTexts } from 'babeldesk:offline';

/** The languages that the widget is written in. */
export const LANGUAGES = Object.keys(offlineTexts);

/** The texts of one locale, and its numbers, times and plurals. */
export class Strings {
  constructor(
    readonly locale: string,
    private readonly texts: Record<string, string>,
  ) {}

  readonly text = (key: string, values: Record<string, string | number> = {}): string =>
    (this.texts[key] ?? '').replace(/\{(\w+)\}/g, (_, name) => `${values[name]}`);

  /** The text in the plural form of this number: `unread` -> `unread.few`. */
  count(key: string, n: number): string {
    return this.text(`${key}.${new Intl.PluralRules(this.locale).select(n)}`, { count: this.number(n) });
  }

  number(n: number, options?: Intl.NumberFormatOptions): string {
    return new Intl.NumberFormat(this.locale, options).format(n);
  }

  /** Seconds in whole minutes. */
  minutes(seconds: number): string {
    return this.number(Math.ceil(seconds / 60), { style: 'unit', unit: 'minute', unitDisplay: 'long' });
  }

  moment(date: Date): string {
    return date.toLocaleString(this.locale, { weekday: 'short', hour: 'numeric', minute: '2-digit' });
  }
}

/** The few texts that are there when the server is not. */
export function offlineStrings(locale: string): Strings {
  const language = locale.split('-')[0]!;
  const known = offlineTexts[language] ? language : 'en';
  return new Strings(known, offlineTexts[known]!);
}

/** What a language calls itself. */
export function languageName(code: string): string {
  const name = new Intl.DisplayNames(code, { type: 'language' }).of(code)!;
  return name[0]!.toLocaleUpperCase(code) + name.slice(1);
}
