import type { FilterOperator, FilterProblem, FilterSpan } from './filter.ts';

export type FilterToken = MarkToken | WordToken | TermToken;

/** Parentheses, the words AND and OR, and a minus (or NOT) before a term. */
export interface MarkToken extends FilterSpan {
  readonly kind: 'open' | 'close' | 'and' | 'or' | 'not';
}

export interface WordToken extends FilterSpan {
  readonly kind: 'word';
  readonly value: RawValue;
}

/** `key`, operator and values as written; the key begins where the token begins. */
export interface TermToken extends FilterSpan {
  readonly kind: 'term';
  readonly key: string;
  readonly operator: FilterOperator | '!=';
  /** Where the first value begins: just behind the operator. */
  readonly valueStart: number;
  readonly values: readonly RawValue[];
}

/** A value before its key's type is known. */
export interface RawValue extends FilterSpan {
  /** Literal pieces with a wildcard between each two. */
  readonly parts: readonly string[];
  /** True when any of it stood in quotes. */
  readonly quoted: boolean;
}

export interface FilterTokens {
  readonly tokens: readonly FilterToken[];
  readonly problems: readonly FilterProblem[];
}

const TERM_HEAD = /([a-z][a-z\d_-]*)(:[<>]=?|[<>]=?|!=|=[<>]|==?|:(?!\/\/))/iy;
const BLANK = /\s/;
const OPERATORS: Readonly<Record<string, FilterOperator | '!='>> = {
  '==': '=',
  '=>': '>=',
  '=<': '<=',
  ':>': '>',
  ':>=': '>=',
  ':<': '<',
  ':<=': '<=',
  ':': ':',
  '=': '=',
  '!=': '!=',
  '>': '>',
  '>=': '>=',
  '<': '<',
  '<=': '<=',
};

/**
 * Cuts a filter text into tokens, whatever it holds; incomplete pieces become tokens all the same, so that completion can
 * work on a text being typed. `https://…` is a word, although it looks like a key with a value.
 */
export function readFilterTokens(text: string): FilterTokens {
  const tokens: FilterToken[] = [];
  const problems: FilterProblem[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (BLANK.test(char)) {
      at++;
      continue;
    }
    const token = readMark(text, at) ?? readTerm(text, at, problems) ?? readWord(text, at, problems);
    if (token.kind === 'not' && isBareMinus(text, token)) problems.push(bareMinusProblem(token));
    tokens.push(token);
    at = token.end;
  }
  return { tokens, problems };
}

function readMark(text: string, start: number): MarkToken | null {
  const char = text.charAt(start);
  if (char === '(') return { kind: 'open', start, end: start + 1 };
  if (char === ')') return { kind: 'close', start, end: start + 1 };
  if (char === '-') return { kind: 'not', start, end: start + 1 };
  const word = /(AND|OR|NOT)(?=[\s()]|$)/y;
  word.lastIndex = start;
  const found = word.exec(text)?.[1];
  if (found === 'AND') return { kind: 'and', start, end: start + 3 };
  if (found === 'OR') return { kind: 'or', start, end: start + 2 };
  return found === 'NOT' ? { kind: 'not', start, end: start + 3 } : null;
}

function readTerm(text: string, start: number, problems: FilterProblem[]): TermToken | null {
  TERM_HEAD.lastIndex = start;
  const head = TERM_HEAD.exec(text);
  const operator = OPERATORS[head?.[2] ?? ''];
  if (head === null || operator === undefined) return null;
  const valueStart = start + head[0].length;
  const values = [readValue(text, valueStart, ',', problems)];
  let end = values[0]?.end ?? valueStart;
  while (text.charAt(end) === ',') {
    const value = readValue(text, end + 1, ',', problems);
    values.push(value);
    end = value.end;
  }
  return { kind: 'term', key: head[1] ?? '', operator, valueStart, values, start, end };
}

function readWord(text: string, start: number, problems: FilterProblem[]): WordToken {
  const value = readValue(text, start, '', problems);
  return { kind: 'word', value, start, end: value.end };
}

/**
 * Bare and quoted pieces up to a blank, a closing parenthesis that was not opened inside, or `stop`. Parentheses inside a
 * value belong to it, as in an address that ends in `_(disambiguation)`; at its beginning they do not.
 */
function readValue(text: string, start: number, stop: string, problems: FilterProblem[]): RawValue {
  const parts = [''];
  let quoted = false;
  let open = 0;
  let at = start;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '"') {
      quoted = true;
      at = readQuoted(text, at, parts, problems);
      continue;
    }
    if (BLANK.test(char) || char === stop || (char === '(' && at === start) || (char === ')' && open === 0)) break;
    if (char === '(') open++;
    if (char === ')') open--;
    if (char === '*') addWildcard(parts);
    else addLiteral(parts, char);
    at++;
  }
  return { parts, quoted, start, end: at };
}

/** Adds a quoted piece to `parts` and returns the offset behind its closing quote. A backslash makes any character literal. */
function readQuoted(text: string, start: number, parts: string[], problems: FilterProblem[]): number {
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== '"') {
    const char = text.charAt(at);
    const isEscape = char === '\\' && at + 1 < text.length;
    if (char === '*') addWildcard(parts);
    else addLiteral(parts, isEscape ? text.charAt(at + 1) : char);
    at += isEscape ? 2 : 1;
  }
  if (at < text.length) return at + 1;
  problems.push({ start, end: at, message: 'The quote is never closed.', suggestion: `${text.slice(start)}"` });
  return at;
}

function addLiteral(parts: string[], piece: string): void {
  parts.push((parts.pop() ?? '') + piece);
}

/** Several stars in a row are one. */
function addWildcard(parts: string[]): void {
  if (parts.length === 1 || parts.at(-1) !== '') parts.push('');
}

function isBareMinus(text: string, token: MarkToken): boolean {
  return token.end - token.start === 1 && /^(?:\s|$)/.test(text.charAt(token.end));
}

function bareMinusProblem(token: MarkToken): FilterProblem {
  const message = 'A minus stands directly before what it excludes, as in -state:gone. In quotes it is text.';
  return { start: token.start, end: token.end, message, suggestion: '"-"' };
}
