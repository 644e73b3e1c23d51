import { assertNever } from '../assert-never.ts';
import type { FilterProblem, FilterValue } from './filter.ts';
import { isoDateGuess, parseFilterDate } from './filter-date.ts';
import type { FilterKey } from './filter-key.ts';
import type { RawValue } from './filter-tokens.ts';
import { nearestWords } from './nearest-words.ts';

type ValueParse =
  | { readonly ok: true; readonly values: readonly FilterValue[] }
  | { readonly ok: false; readonly problem: FilterProblem };

const YES = new Set(['yes', 'true', '1']);
const NO = new Set(['no', 'false', '0']);
/** Bounds that keep every number printable without an exponent. */
const NUMBER = /^-?\d{1,15}(?:\.\d{1,6})?$/;

/** One value of a term, read by the type of its key; a synonym or a wildcard may stand for several enum values. */
export function parseTermValue(raw: RawValue, key: FilterKey): ValueParse {
  if (isMissingWord(raw, key)) return one({ kind: 'missing' });
  switch (key.type) {
    case 'text':
      return one({ kind: 'text', parts: raw.parts });
    case 'number':
      return parseNumber(raw, key);
    case 'date':
      return parseDate(raw, key);
    case 'enum':
      return parseEnum(raw, key);
    case 'flag':
      return parseFlag(raw, key);
    default:
      return assertNever(key.type);
  }
}

/** The unquoted words that stand for the lack of a value: `unknown`, and `never` for dates. */
function isMissingWord(raw: RawValue, key: FilterKey): boolean {
  if (raw.quoted || !key.optional || key.type === 'enum') return false;
  const word = textOf(raw).toLowerCase();
  return word === 'unknown' || (word === 'never' && key.type === 'date');
}

function parseNumber(raw: RawValue, key: FilterKey): ValueParse {
  const text = textOf(raw);
  // `+ 0` turns -0, which prints as 0, into 0.
  if (NUMBER.test(text)) return one({ kind: 'number', number: Number(text) + 0 });
  return refuse(raw, `${key.key} is a number: write ${key.example}.`);
}

function parseDate(raw: RawValue, key: FilterKey): ValueParse {
  const date = parseFilterDate(textOf(raw));
  if (date !== null) return one(date);
  const message = `${key.key} is a date: write 2026, 2026-01, 2026-01-31, or 30d for 30 days ago (d, w, m, y).`;
  return refuse(raw, message, isoDateGuess(textOf(raw)));
}

function parseFlag(raw: RawValue, key: FilterKey): ValueParse {
  const word = textOf(raw).toLowerCase();
  if (YES.has(word)) return one({ kind: 'flag', value: true });
  if (NO.has(word)) return one({ kind: 'flag', value: false });
  return refuse(raw, `${key.key} is yes, no or unknown: write is:${key.key} or ${key.key}:no.`);
}

function parseEnum(raw: RawValue, key: FilterKey): ValueParse {
  const word = textOf(raw).toLowerCase();
  const found = raw.parts.length > 1 ? wordsLike(raw.parts, key.values) : enumValuesOf(word, key);
  if (found.length > 0) return { ok: true, values: found.map((value) => ({ kind: 'enum', value })) };
  const near = nearestWords(word, [...key.values, ...Object.keys(key.synonyms)]);
  const choice = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `Known: ${key.values.join(', ')}.`;
  return refuse(raw, `${key.key} is never “${word.slice(0, 40)}”. ${choice}`, near[0] ?? null);
}

function enumValuesOf(word: string, key: FilterKey): readonly string[] {
  if (key.values.includes(word)) return [word];
  return Object.hasOwn(key.synonyms, word) ? (key.synonyms[word] ?? []) : [];
}

/** The values that a pattern such as `money-*` matches. Walks the pieces, so no pattern can be slow. */
function wordsLike(parts: readonly string[], values: readonly string[]): string[] {
  const pieces = parts.map((part) => part.toLowerCase());
  const first = pieces[0] ?? '';
  const last = pieces.at(-1) ?? '';
  return values.filter((value) => {
    if (!value.startsWith(first) || !value.endsWith(last)) return false;
    let at = first.length;
    for (const piece of pieces.slice(1, -1)) {
      const found = value.indexOf(piece, at);
      if (found === -1) return false;
      at = found + piece.length;
    }
    return at <= value.length - last.length;
  });
}

function one(value: FilterValue): ValueParse {
  return { ok: true, values: [value] };
}

function refuse(raw: RawValue, message: string, suggestion: string | null = null): ValueParse {
  return { ok: false, problem: { start: raw.start, end: raw.end, message, suggestion } };
}

function textOf(raw: RawValue): string {
  return raw.parts.join('*');
}
