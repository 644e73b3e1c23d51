import { assertNever } from '../assert-never.ts';
import type { Filter, FilterOperator, FilterProblem, FilterValue } from './filter.ts';
import type { FilterKey } from './filter-key.ts';
import { FILTER_KEYS, type FilterTable, findFilterKey, isWords, plainKeyName } from './filter-keys.ts';
import type { RawValue, TermToken } from './filter-tokens.ts';
import { nearestWords } from './nearest-words.ts';
import { parseTermValue } from './parse-term-value.ts';

/** What one `key:value` means in a table, or why it means nothing. */
export function parseTerm(token: TermToken, table: FilterTable): Filter | FilterProblem[] {
  const name = plainKeyName(token.key);
  const shape = shapeProblem(token);
  if (shape !== null) return [shape];
  if (name === 'has') return parseHas(token, table);
  if (name === 'is') return parseIs(token, table);
  const key = findFilterKey(table, name);
  if (key === null) return [unknownKeyProblem(token, table)];
  const problem = operatorProblem(token, key);
  if (problem !== null) return [problem];
  return parseCompare(token, key);
}

function parseCompare(token: TermToken, key: FilterKey): Filter | FilterProblem[] {
  const problems: FilterProblem[] = [];
  const values: FilterValue[] = [];
  for (const raw of token.values) {
    const parsed = parseTermValue(raw, key);
    if (parsed.ok) values.push(...parsed.values);
    else problems.push(parsed.problem);
  }
  if (problems.length > 0) return problems;
  const isOrdered = token.operator !== ':' && token.operator !== '=' && token.operator !== '!=';
  if (isOrdered && values.some((value) => value.kind === 'missing')) return [orderedMissingProblem(token, key)];
  return negatedWhere(token.operator === '!=', {
    kind: 'compare',
    key: key.key,
    operator: canonicalOperator(token.operator, key),
    values: uniqueValues(values),
    start: token.start,
    end: token.end,
  });
}

function parseHas(token: TermToken, table: FilterTable): Filter | FilterProblem[] {
  return anyOf(token, (raw) => {
    const key = findFilterKey(table, textOf(raw));
    if (key !== null) return { kind: 'has', key: key.key, start: token.start, end: token.end };
    const names = FILTER_KEYS[table].filter((entry) => entry.optional).map((entry) => entry.key);
    return wordProblem(raw, `“${textOf(raw)}” is no key that could have a value`, names);
  });
}

function parseIs(token: TermToken, table: FilterTable): Filter | FilterProblem[] {
  const words = isWords(table);
  return anyOf(token, (raw) => {
    const found = words.find(({ word }) => word === plainKeyName(textOf(raw)));
    const { start, end } = token;
    if (found !== undefined) {
      const { key, word } = found;
      const value: FilterValue = key.type === 'flag' ? { kind: 'flag', value: true } : { kind: 'enum', value: word };
      return { kind: 'compare', key: key.key, operator: ':', values: [value], start, end };
    }
    const names = words.map(({ word }) => word);
    return wordProblem(raw, `Nothing here is “${textOf(raw)}”`, names);
  });
}

/** Several words behind `has:` or `is:` are alternatives. */
function anyOf(token: TermToken, read: (raw: RawValue) => Filter | FilterProblem): Filter | FilterProblem[] {
  if (token.operator !== ':' && token.operator !== '=' && token.operator !== '!=') {
    const message = `${token.key}: takes no “${token.operator}”; write ${token.key}:word.`;
    return [{ start: token.start + token.key.length, end: token.valueStart, message, suggestion: ':' }];
  }
  const terms: Filter[] = [];
  const problems: FilterProblem[] = [];
  for (const raw of token.values) {
    const result = read(raw);
    if ('message' in result) problems.push(result);
    else terms.push(result);
  }
  const [first] = terms;
  if (problems.length > 0 || first === undefined) return problems;
  const whole: Filter = terms.length === 1 ? first : { kind: 'or', terms, start: token.start, end: token.end };
  return negatedWhere(token.operator === '!=', whole);
}

function negatedWhere(isNegated: boolean, term: Filter): Filter {
  return isNegated ? { kind: 'not', term, start: term.start, end: term.end } : term;
}

/** `=` differs from `:` only where `:` searches inside a text. */
function canonicalOperator(operator: FilterOperator | '!=', key: FilterKey): FilterOperator {
  if (operator !== '=' && operator !== '!=') return operator;
  return key.match === 'contains' ? '=' : ':';
}

function uniqueValues(values: readonly FilterValue[]): FilterValue[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

function shapeProblem(token: TermToken): FilterProblem | null {
  for (const raw of token.values) {
    if (raw.quoted || raw.end > raw.start) continue;
    const after = token.values.length > 1 ? 'the comma' : `${token.key}${token.operator}`;
    const message = `A value must follow ${after} without a blank; commas part several values; "" is the empty text.`;
    return { start: token.start, end: token.end, message, suggestion: null };
  }
  return null;
}

function operatorProblem(token: TermToken, key: FilterKey): FilterProblem | null {
  if (token.operator === ':' || token.operator === '=' || token.operator === '!=') return null;
  const span = { start: token.start + token.key.length, end: token.valueStart };
  switch (key.type) {
    case 'number':
    case 'date':
      if (token.values.length === 1) return null;
      return { ...span, message: `“${token.operator}” takes one value, not a list.`, suggestion: ':' };
    case 'text':
      return {
        ...span,
        message: `${key.key} is text: “${token.operator}” does not apply. Write ${key.example}.`,
        suggestion: ':',
      };
    case 'enum':
    case 'flag':
      return {
        ...span,
        message: `${key.key} is one of: ${key.values.join(', ')}. Write ${key.key}:word.`,
        suggestion: ':',
      };
    default:
      return assertNever(key.type);
  }
}

function orderedMissingProblem(token: TermToken, key: FilterKey): FilterProblem {
  const message = `“${token.operator}” needs a value to compare with. Rows without one are ${key.key}:unknown.`;
  return { start: token.start, end: token.end, message, suggestion: `${key.key}:unknown` };
}

function unknownKeyProblem(token: TermToken, table: FilterTable): FilterProblem {
  const names = FILTER_KEYS[table].flatMap((entry) => entry.aliases.concat(entry.key));
  const [nearest] = nearestWords(plainKeyName(token.key), [...names, 'has', 'is'], 1);
  const known = nearest === undefined ? null : (findFilterKey(table, nearest)?.key ?? nearest);
  const advice = known === null ? `To search for the text, put it in quotes.` : `Did you mean “${known}”?`;
  const message = `The ${table} table has no key “${token.key.slice(0, 40)}”. ${advice}`;
  return { start: token.start, end: token.start + token.key.length, message, suggestion: known };
}

function wordProblem(raw: RawValue, sentence: string, words: readonly string[]): FilterProblem {
  const [nearest = null] = nearestWords(textOf(raw), words, 1);
  const advice = nearest === null ? `Known: ${words.join(', ')}.` : `Did you mean “${nearest}”?`;
  return { start: raw.start, end: raw.end, message: `${sentence}. ${advice}`, suggestion: nearest };
}

function textOf(raw: RawValue): string {
  return raw.parts.join('*').slice(0, 100);
}
