import { offlineKeys, offlineTexts } from 'babeldesk:offline';

type Values = Record<string, string | number>;

/** The texts of one locale, and its numbers, times and plurals. */
export class Strings {
  constructor(
    readonly locale: string,
    readonly texts: Record<string, string>,
  ) {}

  /** The few texts that are there when the server is not. */
  static offline(locale: string): Strings {
    const language = locale.split('-')[0]!;
    const known = offlineTexts[language] ? language : 'en';
    return new Strings(known, Object.fromEntries(offlineKeys.map((key, i) => [key, offlineTexts[known]![i]!])));
  }

  /** The languages that the widget is written in. */
  static get languages(): string[] {
    return Object.keys(offlineTexts);
  }

  has(key: string): boolean {
    return key in this.texts;
  }

  text(key: string, values: Values = {}): string {
    return (this.texts[key] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => `${values[name] ?? ''}`);
  }

  /** The text in the plural form of this number: `unread` -> `unread.few`. */
  count(key: string, n: number): string {
    const form = `${key}.${new Intl.PluralRules(this.locale).select(n)}`;
    return this.text(this.has(form) ? form : `${key}.other`, { count: this.number(n) });
  }

  number(n: number): string {
    return new Intl.NumberFormat(this.locale).format(n);
  }

  /** "about" is for the sentence around it to say: seconds below a minute, else whole minutes. */
  duration(seconds: number): string {
    const [n, unit] = seconds < 60 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
    return new Intl.NumberFormat(this.locale, { style: 'unit', unit, unitDisplay: 'long' }).format(n);
  }

  /** The time of day; with the date when that is not today's. */
  moment(date: Date, now: Date): string {
    const time: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
    const today = date.toDateString() === now.toDateString();
    return new Intl.DateTimeFormat(this.locale, today ? time : { day: 'numeric', month: 'short', ...time }).format(date);
  }

  language(code: string): string {
    const name = new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code;
    return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
  }
}
