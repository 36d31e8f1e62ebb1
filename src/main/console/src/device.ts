import { text } from './strings';

// The first that fits: browsers name those before them, too.
const BROWSERS: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/iPhone|iPad|iPod/, 'iOS'],
  [/Android/, 'Android'],
  [/CrOS/, 'ChromeOS'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

const first = (of: [RegExp, string][], said: string): string | undefined => of.find(([pattern]) => pattern.test(said))?.[1];

/** What a browser says of itself, in words. A program says its name first. */
export function deviceOf(said: string): string {
  const browser = first(BROWSERS, said);
  const system = first(SYSTEMS, said);
  if (browser && system) return text('device.on', { browser, system });
  return browser ?? system ?? (/^[\w.-]+/.exec(said)?.[0] || text('device.unknown'));
}

/** Enough of an address to know a place again: all but the last number, or the first half. */
export const shortened = (address: string): string =>
  address.includes(':') ? `${address.split(':').slice(0, 4).join(':')}:*` : address.replace(/\.\d+$/, '.*');
