import type { FilterProblem } from './filter.ts';
import type { FilterToken } from './filter-tokens.ts';

/** Limits that keep hostile filters from exhausting the parser's stack or the database. */

/** Longest filter text that is read, in UTF-16 units. */
export const MAX_FILTER_LENGTH = 10_000;
/** Most words and `key:value` terms in one filter; a list of values is one term. */
export const MAX_FILTER_TERMS = 500;
/** Longest single value, in UTF-16 units; longer than any address a search engine follows. */
export const MAX_VALUE_LENGTH = 3_000;
/** Most parentheses open at once. */
export const MAX_FILTER_DEPTH = 50;
/** Most problems reported for one text. */
export const MAX_FILTER_PROBLEMS = 20;

/** The problem of a text beyond {@link MAX_FILTER_LENGTH}, or null. */
export function findTooLong(text: string): FilterProblem | null {
  if (text.length <= MAX_FILTER_LENGTH) return null;
  const message = `The filter has ${text.length} characters; at most ${MAX_FILTER_LENGTH} are read.`;
  return { start: MAX_FILTER_LENGTH, end: text.length, message, suggestion: null };
}

/** The first limit that the tokens of a text break, or null. */
export function findOutOfBounds(tokens: readonly FilterToken[]): FilterProblem | null {
  return findTooDeep(tokens) ?? findTooMany(tokens) ?? findUnusable(tokens);
}

function findTooDeep(tokens: readonly FilterToken[]): FilterProblem | null {
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth = Math.max(0, depth - 1);
    if (depth > MAX_FILTER_DEPTH) {
      const message = `More than ${MAX_FILTER_DEPTH} parentheses are open here.`;
      return { start: token.start, end: token.end, message, suggestion: null };
    }
  }
  return null;
}

function findTooMany(tokens: readonly FilterToken[]): FilterProblem | null {
  const terms = tokens.filter((token) => token.kind === 'word' || token.kind === 'term');
  const first = terms[MAX_FILTER_TERMS];
  if (first === undefined) return null;
  const message = `A filter has at most ${MAX_FILTER_TERMS} terms. A list counts once: domain:a.example,b.example.`;
  return { start: first.start, end: terms.at(-1)?.end ?? first.end, message, suggestion: null };
}

/** A value no database search can take: too long, or with the character that ends a text in C. */
function findUnusable(tokens: readonly FilterToken[]): FilterProblem | null {
  for (const token of tokens) {
    const values = token.kind === 'word' ? [token.value] : token.kind === 'term' ? token.values : [];
    for (const { start, end, parts } of values) {
      const isTooLong = end - start > MAX_VALUE_LENGTH;
      if (!isTooLong && !parts.some((part) => part.includes('\0'))) continue;
      const reason = isTooLong ? `is longer than ${MAX_VALUE_LENGTH} characters` : 'holds a character without meaning';
      return { start, end, message: `This value ${reason}, so nothing can match it.`, suggestion: null };
    }
  }
  return null;
}
