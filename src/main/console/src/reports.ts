import { call } from './api';
import type { Behind, Report, ReportNumber, ReportRow } from './contract';
import { colleagues } from './desk';
import { reasonWords } from './reasons';
import { language, languageName, marketName, number, text } from './strings';

// Reports: what is asked of the service, and how its numbers are said.

export const REPORTS = ['volume', 'resolution', 'handoff', 'response', 'deadlines', 'satisfaction', 'errors'] as const;
export type ReportName = (typeof REPORTS)[number];

/** What the rows of each are told apart by at first. */
export const AT_FIRST: Record<ReportName, string> = { volume: 'day', resolution: 'day', handoff: 'reason', response: 'hour', deadlines: 'agent', satisfaction: 'language', errors: 'confidence' };

const APART = ['day', 'hour', 'language', 'market', 'agent', 'reason', 'topic'];
export const apartOf = (report: ReportName): string[] => (report === 'errors' ? ['confidence', ...APART] : APART);

export interface Asked {
  report: ReportName;
  from: string;
  to: string;
  zone: string;
  by: string;
}

/** Days before the last one. */
export const RANGES: Record<string, number> = { today: 0, week: 6, month: 27 };

/** The day in a time zone: "2026-03-29". */
export const dayIn = (zone: string, at = Date.now()): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);

/** So many days before a day. */
export function daysBefore(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - days);
  return at.toISOString().slice(0, 10);
}

const query = ({ from, to, zone, by }: Asked): URLSearchParams => new URLSearchParams({ from, to, tz: zone, by });

export const csvAddress = (asked: Asked): string => `/agent/v1/reports/${asked.report}?${query(asked)}&format=csv`;

export const loadReport = async (asked: Asked): Promise<Report> => (await (await call('GET', `/reports/${asked.report}?${query(asked)}`)).json()) as Report;

export async function loadBehind(asked: Asked, selection: string, key: string | undefined, cursor?: string): Promise<Behind> {
  const wanted = query(asked);
  wanted.set('number', selection);
  wanted.set('limit', '50');
  if (key !== undefined) wanted.set('key', key);
  if (cursor) wanted.set('cursor', cursor);
  return (await (await call('GET', `/reports/${asked.report}/conversations?${wanted}`)).json()) as Behind;
}

/** What its axis counts: numbers that can stand in one picture. */
export const axisOf = ({ measure }: ReportNumber): string => (measure === 'p50' || measure === 'p90' ? 'time' : measure);

const LENGTHS: [string, number][] = [['second', 1], ['minute', 60], ['hour', 3_600], ['day', 86_400]];

/** A length of time in the largest unit of which there are two, with one digit after the point: "4.5 min". */
export function length(seconds: number): string {
  const [unit, long] = LENGTHS.findLast(([, one]) => seconds >= 2 * one) ?? LENGTHS[0]!;
  return new Intl.NumberFormat(language.value, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 }).format(seconds / long);
}

export const percent = (share: number): string => share.toLocaleString(language.value, { style: 'percent', maximumFractionDigits: 1 });

/** A value as it is said on an axis. */
export function saidOn(axis: string, value: number): string {
  if (axis === 'share') return percent(value);
  if (axis === 'time') return length(value);
  return value.toLocaleString(language.value, { maximumFractionDigits: 2 });
}

/** A dash where there is nothing to measure. */
export const said = (one: ReportNumber): string => (one.value === undefined ? '–' : saidOn(axisOf(one), one.value));

/** What a number is, in words: "Waiting in the queue, 9 of 10 within". */
export const title = ({ name, measure }: ReportNumber): string => (axisOf({ measure } as ReportNumber) === 'time' ? text(`measure.${measure}`, { what: text(`figure.${name}`) }) : text(`figure.${name}`));

/** What a share is a share of. What is measured of it has another name there. */
export const wholeTitle = (whole: string): string => (whole === 'resolved' ? text('figure.solved') : whole === 'scored' ? text('figure.with-score') : text(`figure.${whole}`));

/** When a conversation began, in the report's time zone. */
export const momentIn = (zone: string, at: string): string => new Date(at).toLocaleString(language.value, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });

/** A row in words. */
export function rowName(by: string, { key, label }: Pick<ReportRow, 'key' | 'label'>): string {
  if (key === 'none') return text('report.none');
  switch (by) {
    case 'day':
      return new Date(`${key}T00:00:00Z`).toLocaleDateString(language.value, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
    case 'hour':
      return new Date(`2000-01-01T${key}:00:00Z`).toLocaleTimeString(language.value, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
    case 'language':
      return languageName(key);
    case 'market':
      return marketName(key);
    case 'agent':
      return label ?? colleagues.value.find(({ id }) => id === key)?.display_name ?? key;
    case 'reason':
      return reasonWords({ rule: key });
    case 'confidence':
      return `${number(Number(key))}–${number(Math.round(Number(key) * 10 + 1) / 10)}`;
    default:
      return key.replaceAll('-', ' ');
  }
}
