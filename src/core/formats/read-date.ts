/**
 * How the ambiguous dates of one column are to be read. `12/05/2026` alone cannot tell, so a whole column is asked first
 * (see column-decisions.ts); a cell that allows one reading only is always read that way.
 */
export type DateStyle = 'day-first' | 'month-first';

/** The parts of a written date whose order of day and month is open. */
interface OpenDate {
  readonly first: number;
  readonly second: number;
  readonly year: number;
  /** A dot between the numbers is only ever used day first. */
  readonly dotted: boolean;
}

/**
 * The calendar date in a cell as YYYY-MM-DD, or null when there is none. Reads ISO dates with or without time, numbers in
 * either order, month names of the larger European languages, Unix seconds and milliseconds, and spreadsheet day numbers.
 *
 * @example readDate('2026-03-24 10:11:12', 'day-first') === '2026-03-24'
 * @example readDate('05/12/2026', 'month-first') === '2026-05-12'
 */
export function readDate(text: string, style: DateStyle): string | null {
  const iso = readIsoDate(text);
  if (iso !== null) return iso;
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (/^\d+(?:\.0+)?$/.test(trimmed)) return readDateNumber(Number(trimmed), trimmed);
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(trimmed);
  if (yearFirst !== null) return isoDate(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const open = readOpenDate(trimmed);
  if (open !== null) return settleOpenDate(open, style);
  return readNamedDate(trimmed);
}

/** What one cell proves about its column: an order of day and month, or null when either reading is possible. */
export function dateEvidence(text: string): DateStyle | null {
  const open = readOpenDate(text.trim());
  if (open === null) return null;
  if (open.dotted || open.first > 12) return 'day-first';
  return open.second > 12 ? 'month-first' : null;
}

/** True for a date of numbers whose order of day and month has to be decided: `05/12/2026`. */
export function isOpenDate(text: string): boolean {
  return readOpenDate(text.trim()) !== null;
}

function readIsoDate(text: string): string | null {
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null;
  const next = text.charCodeAt(10);
  if (next >= 48 && next <= 57) return null;
  return isoDate(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
}

function readOpenDate(text: string): OpenDate | null {
  const match = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?!\d)/.exec(text);
  if (match === null) return null;
  const year = Number(match[4]);
  return {
    first: Number(match[1]),
    second: Number(match[3]),
    year: year < 100 ? 2000 + year : year,
    dotted: match[2] === '.',
  };
}

function settleOpenDate({ first, second, year, dotted }: OpenDate, style: DateStyle): string | null {
  const dayFirst = isoDate(year, second, first);
  if (dotted) return dayFirst;
  const monthFirst = isoDate(year, first, second);
  return style === 'day-first' ? (dayFirst ?? monthFirst) : (monthFirst ?? dayFirst);
}

/** Day numbers count from 1899-12-30, as every spreadsheet does; the range covers 1995 to 2064. */
function readDateNumber(value: number, text: string): string | null {
  if (value >= 34_700 && value < 60_300) return isoOfTime((Math.floor(value) - 25_569) * 86_400_000);
  const digits = text.replace(/\..*$/, '').length;
  if (digits === 10) return isoOfTime(value * 1000);
  if (digits === 13) return isoOfTime(value);
  return digits === 8 ? isoDate(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8))) : null;
}

/** First letters of month names in English, German, French, Spanish, Italian, Portuguese and Dutch. */
const MONTHS: readonly RegExp[] = [
  /^(?:jan|gen|ene)/,
  /^(?:feb|fev|fév|fevr|févr)/,
  /^(?:mar|mär|mrz|maa|mrt)/,
  /^(?:apr|avr|abr)/,
  /^(?:may|mai|mei|mag)/,
  /^(?:jun|juin|giu)/,
  /^(?:jul|juil|lug)/,
  /^(?:aug|aoû|aou|ago)/,
  /^(?:sep|set)/,
  /^(?:oct|okt|ott|out)/,
  /^(?:nov)/,
  /^(?:dec|déc|dez|dic)/,
];

function readNamedDate(text: string): string | null {
  const dayFirst = /^(\d{1,2})(?:\.|st|nd|rd|th)?[\s-]+(?:de\s+)?(\p{L}{3,12})\.?,?[\s-]+(?:de\s+)?(\d{4})(?!\d)/u.exec(
    text,
  );
  if (dayFirst !== null) return isoDate(Number(dayFirst[3]), monthOfName(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = /^(?:\p{L}{3},\s+)?(\p{L}{3,12})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4})(?!\d)/u.exec(
    text,
  );
  if (monthFirst === null) return null;
  return isoDate(Number(monthFirst[3]), monthOfName(monthFirst[1]), Number(monthFirst[2]));
}

function monthOfName(name: string | undefined): number {
  const lower = (name ?? '').toLowerCase();
  return MONTHS.findIndex((pattern) => pattern.test(lower)) + 1;
}

const DAYS_IN_MONTH: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Links are not older than the web or younger than a century from it; other years are reading errors. */
function isoDate(year: number, month: number, day: number): string | null {
  const days = DAYS_IN_MONTH[month - 1];
  if (days === undefined || !(day >= 1 && day <= days) || !(year >= 1990 && year < 2090)) return null;
  if (month === 2 && day === 29 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0))) return null;
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

function isoOfTime(timeMs: number): string | null {
  const date = new Date(timeMs);
  return isoDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}
