import { assertNever } from '../assert-never.ts';
import type { Filter, FilterCompare, FilterValue, TextValue } from './filter.ts';
import { printFilterDate } from './filter-date.ts';

const BARE_WORD = /^[\p{L}\p{N}*/.#@~%+&?_][\p{L}\p{N}*/.#@~%+&?_-]*$/u;
const BARE_VALUE = /^[^\s"(),\\<>=!:][^\s"(),\\]*$/u;
const RESERVED_WORDS = new Set(['AND', 'OR', 'NOT']);
/** Unquoted they stand for the lack of a value. */
const MISSING_WORDS = new Set(['unknown', 'never']);

/**
 * The canonical text of a filter: canonical keys, quotes only where needed, one blank between terms. Parsing it gives the
 * same filter, positions aside.
 */
export function printFilter(filter: Filter): string {
  switch (filter.kind) {
    case 'all':
      return '';
    case 'and':
      return filter.terms.map(printInAnd).join(' ');
    case 'or':
      return filter.terms.map(printFilter).join(' OR ');
    case 'not':
      return `-${printNegatable(filter.term)}`;
    case 'words':
      return printText(filter.text, (text) => BARE_WORD.test(text) && !RESERVED_WORDS.has(text));
    case 'has':
      return `has:${filter.key}`;
    case 'compare':
      return printCompare(filter);
    default:
      return assertNever(filter);
  }
}

/** A value as it stands behind `key:`, quoted where it would not be read back otherwise. */
export function printFilterValue(value: FilterValue): string {
  switch (value.kind) {
    case 'text':
      return printText(value, (text) => BARE_VALUE.test(text) && !MISSING_WORDS.has(text.toLowerCase()));
    case 'number':
      return String(value.number);
    case 'date':
    case 'ago':
      return printFilterDate(value);
    case 'enum':
      return value.value;
    case 'flag':
      return value.value ? 'yes' : 'no';
    case 'missing':
      return 'unknown';
    default:
      return assertNever(value);
  }
}

function printCompare({ key, operator, values }: FilterCompare): string {
  const [first] = values;
  if (values.length === 1 && first?.kind === 'flag' && first.value) return `is:${key}`;
  return `${key}${operator}${values.map(printFilterValue).join(',')}`;
}

/** AND binds more tightly, so alternatives among its terms need parentheses. */
function printInAnd(filter: Filter): string {
  return filter.kind === 'or' ? `(${printFilter(filter)})` : printFilter(filter);
}

function printNegatable(filter: Filter): string {
  return filter.kind === 'and' || filter.kind === 'or' ? `(${printFilter(filter)})` : printFilter(filter);
}

/** Bare where `isBare` allows and no literal star has to be told from a wildcard; otherwise quoted with escapes. */
function printText(value: TextValue, isBare: (text: string) => boolean): string {
  const text = value.parts.join('*');
  if (!value.parts.some((part) => part.includes('*')) && isBare(text)) return text;
  return `"${value.parts.map((part) => part.replaceAll(/["\\*]/g, '\\$&')).join('*')}"`;
}
