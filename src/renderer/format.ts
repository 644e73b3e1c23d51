/** Every number, date, size and plural the window shows. Locale and time zone are the system's. */
const integer = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 });
const decimal = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });
const exact = new Intl.NumberFormat(undefined, { maximumFractionDigits: 3 });
const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const plural = new Intl.PluralRules('en');
const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** What stands where a value is not known. */
export const UNKNOWN = '–';

export function formatNumber(value: number | null): string {
  return value === null ? UNKNOWN : integer.format(value);
}

/** A number that a person has set, as it was set: `0.5`. */
export function formatExact(value: number): string {
  return exact.format(value);
}

/** From 0 to 1. */
export function formatShare(fraction: number): string {
  return percent.format(fraction);
}

/** An ISO date or time as a day; the text as it is when it is neither. */
export function formatDay(iso: string | null): string {
  return formatDate(iso, day);
}

export function formatMoment(iso: string | null): string {
  return formatDate(iso, moment);
}

/** Two ISO dates as `first to last`; only the one that is known where the other is not. */
export function formatSpan(first: string | null, last: string | null): string {
  if (first === null && last === null) return UNKNOWN;
  if (first === null) return `until ${formatDay(last)}`;
  return last === null ? `since ${formatDay(first)}` : `${formatDay(first)} to ${formatDay(last)}`;
}

/** A count with its unit. `formatCount(2, 'link')` is `2 links`; pass the plural where it is irregular. */
export function formatCount(count: number, singular: string, pluralForm = `${singular}s`): string {
  return `${integer.format(count)} ${plural.select(count) === 'one' ? singular : pluralForm}`;
}

/** `formatList(['a', 'b', 'c'])` is `a, b, and c`. */
export function formatList(items: readonly string[]): string {
  return list.format(items);
}

/** `formatBytes(372_000_000)` is `372 MB`. */
export function formatBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  let value = bytes;
  let index = 0;
  while (value >= 1000 && index < units.length - 1) {
    value /= 1000;
    index += 1;
  }
  const unit = units[index] ?? 'byte';
  return new Intl.NumberFormat(undefined, {
    style: 'unit',
    unit,
    unitDisplay: index === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 && index > 0 ? 1 : 0,
  }).format(value);
}

/** A rough time left: `40 s`, `3 min`, `1 hr 20 min`. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return unitText(whole, 'second');
  const minutes = Math.round(whole / 60);
  if (minutes < 60) return unitText(minutes, 'minute');
  const rest = minutes % 60;
  const hours = unitText(Math.floor(minutes / 60), 'hour');
  return rest === 0 ? hours : `${hours} ${unitText(rest, 'minute')}`;
}

/** Milliseconds as `85 ms` or `1.2 s`. */
export function formatMilliseconds(durationMs: number): string {
  if (durationMs < 1000) return unitText(Math.round(durationMs), 'millisecond');
  return `${decimal.format(durationMs / 1000)} s`;
}

function unitText(value: number, unit: 'second' | 'minute' | 'hour' | 'millisecond'): string {
  return new Intl.NumberFormat(undefined, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
}

function formatDate(iso: string | null, format: Intl.DateTimeFormat): string {
  if (iso === null || iso === '') return UNKNOWN;
  const date = new Date(/^\d{4}-\d\d-\d\d$/.test(iso) ? `${iso}T12:00:00` : iso);
  return Number.isNaN(date.getTime()) ? iso : format.format(date);
}
