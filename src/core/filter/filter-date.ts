import type { AgoValue, DateValue } from './filter.ts';

/**
 * A day, month, year or relative date; null for anything else, impossible days included.
 *
 * @example parseFilterDate('2026-02') is { kind: 'date', from: '2026-02-01', to: '2026-02-28' }
 * @example parseFilterDate('30d') is { kind: 'ago', count: 30, unit: 'd' }
 */
export function parseFilterDate(text: string): DateValue | AgoValue | null {
  return parseCalendarDate(text) ?? parseAgo(text);
}

/** The shortest spelling {@link parseFilterDate} reads back. */
export function printFilterDate(value: DateValue | AgoValue): string {
  if (value.kind === 'ago') return `${value.count}${value.unit}`;
  if (value.from === value.to) return value.from;
  return value.from.slice(0, 7) === value.to.slice(0, 7) ? value.from.slice(0, 7) : value.from.slice(0, 4);
}

/** A date in another common notation as YYYY-MM-DD: `31.12.2026`, `2026/12/31`. Null where day and month could be mixed up. */
export function isoDateGuess(text: string): string | null {
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const slashed = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(text);
  const fields = dotted === null ? slashed?.slice(1) : [dotted[3], dotted[2], dotted[1]];
  if (fields === undefined) return null;
  const iso = fields.map((field) => (field ?? '').padStart(2, '0')).join('-');
  return parseCalendarDate(iso) === null ? null : iso;
}

/** The day (YYYY-MM-DD) that lies `value` before `today`; the end of a month stands for days it does not have. */
export function dayOfAgo(value: AgoValue, today: string): string {
  const { year, month, day } = fieldsOf(today);
  if (value.unit === 'd' || value.unit === 'w') {
    return printDay(year, month, day - value.count * (value.unit === 'w' ? 7 : 1));
  }
  const months = value.unit === 'y' ? value.count * 12 : value.count;
  const lastDay = daysInMonth(year, month - months);
  return printDay(year, month - months, Math.min(day, lastDay));
}

/** The day after a day (both YYYY-MM-DD). */
export function dayAfter(iso: string): string {
  const { year, month, day } = fieldsOf(iso);
  return printDay(year, month, day + 1);
}

function parseCalendarDate(text: string): DateValue | null {
  const match = /^([12]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null) return null;
  const [, year = '', month, day] = match;
  if (month === undefined) return { kind: 'date', from: `${year}-01-01`, to: `${year}-12-31` };
  if (Number(month) < 1 || Number(month) > 12) return null;
  const last = daysInMonth(Number(year), Number(month));
  if (day === undefined) return { kind: 'date', from: `${year}-${month}-01`, to: `${year}-${month}-${last}` };
  return Number(day) < 1 || Number(day) > last ? null : { kind: 'date', from: text, to: text };
}

/** Counts are bounded so that the result is always a year that prints with four digits. */
function parseAgo(text: string): AgoValue | null {
  const match = /^(\d{1,4})([dwmy])$/i.exec(text);
  if (match === null) return null;
  const unit = AGO_UNITS.find((candidate) => candidate === match[2]?.toLowerCase());
  const count = Number(match[1]);
  return unit === undefined || (unit === 'y' && count > 900) ? null : { kind: 'ago', count, unit };
}

const AGO_UNITS = ['d', 'w', 'm', 'y'] as const;

function fieldsOf(iso: string): { year: number; month: number; day: number } {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  return { year: year ?? 1970, month: month ?? 1, day: day ?? 1 };
}

/** Months and days beyond their ends roll over. */
function printDay(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
