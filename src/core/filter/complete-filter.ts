import type { FilterSpan } from './filter.ts';
import type { FilterKey } from './filter-key.ts';
import { FILTER_KEYS, type FilterTable, findFilterKey, isWords, plainKeyName } from './filter-keys.ts';
import { type FilterToken, readFilterTokens, type TermToken } from './filter-tokens.ts';
import { printFilterValue } from './print-filter.ts';

/** What may be typed at the cursor: choosing an item replaces the text between `start` and `end` with `insert`. */
export interface FilterCompletions extends FilterSpan {
  readonly items: readonly FilterCompletion[];
}

export interface FilterCompletion {
  readonly kind: 'key' | 'value';
  readonly insert: string;
  readonly label: string;
  readonly help: string;
}

/** Values that only the project knows, by key: its languages, top-level domains, imports. */
export type KnownValues = Readonly<Record<string, readonly string[]>>;

const MAX_ITEMS = 100;
const RELATIVE_DATES = ['7d', '30d', '90d', '1y'];

/**
 * Completions at a cursor (UTF-16 offset) of a text being typed, which need not be complete or right. Items that begin
 * with what is typed come first, then those that hold it.
 */
export function completeFilter(
  text: string,
  cursor: number,
  table: FilterTable,
  known: KnownValues = {},
): FilterCompletions {
  const token = tokenAt(readFilterTokens(text).tokens, cursor);
  if (token?.kind === 'term' && cursor >= token.valueStart) {
    const value = token.values.find((candidate) => cursor >= candidate.start && cursor <= candidate.end);
    const span = { start: value?.start ?? cursor, end: value?.end ?? cursor };
    return { ...span, items: matching(valueItems(token, table, known), typedIn(text, span.start, cursor)) };
  }
  const start = token?.start ?? cursor;
  const end = token?.kind === 'term' ? token.valueStart : (token?.end ?? cursor);
  return { start, end, items: matching(keyItems(table), typedIn(text, start, cursor)) };
}

/** The word or term that the cursor stands in or directly behind. */
function tokenAt(
  tokens: readonly FilterToken[],
  cursor: number,
): Extract<FilterToken, { kind: 'word' | 'term' }> | null {
  for (const token of tokens) {
    if (token.kind !== 'word' && token.kind !== 'term') continue;
    if (token.start <= cursor && cursor <= token.end) return token;
  }
  return null;
}

function keyItems(table: FilterTable): FilterCompletion[] {
  const keys = FILTER_KEYS[table].map((key) => keyItem(key.key, `${key.help} ${key.example}`));
  const has = keyItem('has', 'There is a value: has:note.');
  return isWords(table).length > 0 ? [...keys, keyItem('is', 'A yes or a state: is:followed.'), has] : [...keys, has];
}

function keyItem(key: string, help: string): FilterCompletion {
  return { kind: 'key', insert: `${key}:`, label: key, help };
}

function valueItems(token: TermToken, table: FilterTable, known: KnownValues): FilterCompletion[] {
  const plain = plainKeyName(token.key);
  if (plain === 'has') {
    return FILTER_KEYS[table].filter((key) => key.optional).map((key) => valueItem(key.key, key.key, key.title));
  }
  if (plain === 'is') return isWords(table).map(({ word, key }) => valueItem(word, word, key.help));
  const key = findFilterKey(table, plain);
  return key === null
    ? []
    : valuesOf(key, token.operator, known).map((value) => valueItem(spelling(value, key), value, key.title));
}

function valuesOf(key: FilterKey, operator: TermToken['operator'], known: KnownValues): readonly string[] {
  const values = key.type === 'date' ? RELATIVE_DATES : (known[key.key] ?? key.values);
  const isOrdered = operator.startsWith('>') || operator.startsWith('<');
  return key.optional && key.type !== 'enum' && !isOrdered ? [...values, 'unknown'] : values;
}

/** Only project values may hold blanks, quotes or stars; `unknown` must stay bare to mean that there is no value. */
function spelling(value: string, key: FilterKey): string {
  return key.type === 'text' && value !== 'unknown' ? printFilterValue({ kind: 'text', parts: [value] }) : value;
}

function valueItem(insert: string, label: string, help: string): FilterCompletion {
  return { kind: 'value', insert, label, help };
}

function typedIn(text: string, start: number, cursor: number): string {
  return text.slice(start, cursor).replace(/^"/, '').toLowerCase();
}

function matching(items: readonly FilterCompletion[], typed: string): FilterCompletion[] {
  const starting = items.filter((item) => item.label.toLowerCase().startsWith(typed));
  const holding = items.filter((item) => item.label.toLowerCase().indexOf(typed) > 0);
  return [...starting, ...holding].slice(0, MAX_ITEMS);
}
