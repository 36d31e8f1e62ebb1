import { signal } from '@preact/signals';

type Texts = Record<string, string>;

const RIGHT_TO_LEFT = new Set(['ar', 'he', 'fa', 'ur']);
const CHOICE = 'babeldesk.language';

/** The language that the console speaks now. */
export const language = signal('en');

let texts: Texts = {};
let plurals = new Intl.PluralRules('en');
let names = new Intl.DisplayNames('en', { type: 'language' });
let regions = new Intl.DisplayNames('en', { type: 'region' });

export const offered = Object.keys(TEXTS);

/** What the agent chose, else the first of the browser's languages that we speak, else English. */
export function preferred(): string {
  const wished = [localStorage.getItem(CHOICE) ?? '', ...navigator.languages].map((tag) => tag.split('-')[0]!.toLowerCase());
  return wished.find((code) => code in TEXTS) ?? 'en';
}

export async function speak(code: string): Promise<void> {
  const response = await fetch(`/console/${TEXTS[code]}`);
  use(code, (await response.json()) as Texts);
}

export async function choose(code: string): Promise<void> {
  localStorage.setItem(CHOICE, code);
  await speak(code);
}

export function use(code: string, table: Texts): void {
  texts = table;
  plurals = new Intl.PluralRules(code);
  names = new Intl.DisplayNames(code, { type: 'language' });
  regions = new Intl.DisplayNames(code, { type: 'region' });
  if (typeof document === 'object') {
    document.documentElement.lang = code;
    document.documentElement.dir = isRightToLeft(code) ? 'rtl' : 'ltr';
  }
  language.value = code;
}

export const isRightToLeft = (code: string): boolean => RIGHT_TO_LEFT.has(code.split('-')[0]!);

/** Our words, with values put in. Reading the language makes views follow a change of it. */
export function text(key: string, values: Record<string, string | number> = {}): string {
  void language.value;
  return (texts[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'number' ? number(value) : value;
  });
}

/** In the plural that the number asks for. */
export function count(key: string, n: number, values: Record<string, string | number> = {}): string {
  const form = `${key}.${plurals.select(n)}`;
  return text(form in texts ? form : `${key}.other`, { count: n, ...values });
}

export const number = (n: number): string => n.toLocaleString(language.value);

/** How large something is: "1.3 MB". */
export function size(bytes: number): string {
  const [unit, whole] = bytes < 1e6 ? ['kilobyte', 1_000] as const : ['megabyte', 1e6] as const;
  return Math.max(1, bytes / whole).toLocaleString(language.value, { style: 'unit', unit, maximumFractionDigits: unit === 'megabyte' ? 1 : 0 });
}

/** A language in words: "Arabic". */
export const languageName = (code: string): string => nameIn(names, code);

/** What a language calls itself, as it stands at the head of a line: "Español". */
export function ownName(code: string): string {
  const name = nameIn(new Intl.DisplayNames(code, { type: 'language' }), code);
  return name.charAt(0).toLocaleUpperCase(code) + name.slice(1);
}

export const marketName = (code: string): string => nameIn(regions, code);

/** What is no code stays as it is: `of` throws at it. */
function nameIn(known: Intl.DisplayNames, code: string): string {
  try {
    return known.of(code) ?? code;
  } catch {
    return code;
  }
}

export const time = (at: string | number): string =>
  new Date(at).toLocaleTimeString(language.value, { hour: '2-digit', minute: '2-digit' });

export const day = (at: string | number): string =>
  new Date(at).toLocaleDateString(language.value, { weekday: 'short', day: 'numeric', month: 'short' });

/** The time alone on the same day, else with the date. */
export function moment(at: string, now = Date.now()): string {
  return new Date(at).toDateString() === new Date(now).toDateString() ? time(at) : `${day(at)}, ${time(at)}`;
}

const UNITS: [string, number][] = [['day', 86_400], ['hour', 3_600], ['minute', 60], ['second', 1]];

/** A length of time in its largest unit, short: "4 min". */
export function span(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000));
  const [unit, length] = UNITS.find(([, long]) => seconds >= long * (long > 3600 ? 2 : 1)) ?? UNITS.at(-1)!;
  return new Intl.NumberFormat(language.value, { style: 'unit', unit, unitDisplay: 'short' }).format(Math.floor(seconds / length));
}
