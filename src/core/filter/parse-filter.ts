import { assertNever } from '../assert-never.ts';
import type { Filter, FilterParse, FilterProblem, FilterSpan } from './filter.ts';
import { findOutOfBounds, findTooLong, MAX_FILTER_PROBLEMS } from './filter-bounds.ts';
import type { FilterTable } from './filter-keys.ts';
import { type FilterToken, readFilterTokens } from './filter-tokens.ts';
import { parseTerm } from './parse-term.ts';

/**
 * Reads a filter of the command line, the search box or a saved view. Never throws: what cannot be understood comes back
 * as problems with their place in the text. AND binds more tightly than OR.
 *
 * @example parseFilter('risk>=60 -verdict:keep', 'links')
 */
export function parseFilter(text: string, table: FilterTable): FilterParse {
  const tooLong = findTooLong(text);
  if (tooLong !== null) return refuse([tooLong]);
  const { tokens, problems } = readFilterTokens(text);
  const tooMuch = findOutOfBounds(tokens);
  if (tooMuch !== null) return refuse([tooMuch]);
  const parser: Parser = { tokens, table, at: 0, problems: [...problems] };
  const filter = parseWhole(parser, text.length);
  return parser.problems.length === 0 ? { ok: true, filter } : refuse(parser.problems);
}

/** Joins terms to one group: flattens groups of the same kind and leaves out empty filters. */
export function groupFilters(kind: 'and' | 'or', filters: readonly Filter[], span: FilterSpan): Filter {
  const terms = filters.flatMap((filter) =>
    filter.kind === kind ? filter.terms : filter.kind === 'all' ? [] : [filter],
  );
  const [first] = terms;
  if (first === undefined) return { kind: 'all', start: span.start, end: span.end };
  return terms.length === 1 ? first : { kind, terms, start: span.start, end: span.end };
}

interface Parser {
  readonly tokens: readonly FilterToken[];
  readonly table: FilterTable;
  readonly problems: FilterProblem[];
  at: number;
}

function refuse(problems: readonly FilterProblem[]): FilterParse {
  const sorted = [...problems].sort((a, b) => a.start - b.start);
  return { ok: false, problems: sorted.slice(0, MAX_FILTER_PROBLEMS) };
}

/** The whole text; a closing parenthesis without an opening one is reported and stepped over. */
function parseWhole(parser: Parser, length: number): Filter {
  const pieces: Filter[] = [];
  while (parser.at < parser.tokens.length) {
    pieces.push(parseAlternatives(parser));
    const token = parser.tokens[parser.at];
    if (token === undefined) break;
    report(parser, token, 'This parenthesis closes nothing.', '');
    parser.at++;
  }
  return groupFilters('and', pieces, { start: 0, end: length });
}

function parseAlternatives(parser: Parser): Filter {
  const terms = [parseSequence(parser)];
  while (parser.tokens[parser.at]?.kind === 'or') {
    const or = parser.tokens[parser.at];
    parser.at++;
    const next = parseSequence(parser);
    if (or !== undefined && (terms.at(-1)?.kind === 'all' || next.kind === 'all')) {
      report(parser, or, 'OR needs something to choose from on both sides. In quotes it is text.', '"OR"');
    }
    terms.push(next);
  }
  return groupFilters('or', terms, spanOf(terms));
}

function parseSequence(parser: Parser): Filter {
  const terms: Filter[] = [];
  let pendingAnd: FilterToken | null = null;
  for (;;) {
    const token = parser.tokens[parser.at];
    if (token === undefined || token.kind === 'or' || token.kind === 'close') break;
    if (token.kind === 'and') {
      if (terms.length === 0 || pendingAnd !== null) reportAnd(parser, token);
      pendingAnd = token;
      parser.at++;
      continue;
    }
    terms.push(parseNegated(parser));
    pendingAnd = null;
  }
  if (pendingAnd !== null && terms.length > 0) reportAnd(parser, pendingAnd);
  return groupFilters('and', terms, spanOf(terms));
}

function parseNegated(parser: Parser): Filter {
  const start = parser.tokens[parser.at]?.start ?? 0;
  let isNegated = false;
  let last: FilterToken | undefined;
  while (parser.tokens[parser.at]?.kind === 'not') {
    last = parser.tokens[parser.at];
    isNegated = !isNegated;
    parser.at++;
  }
  const token = parser.tokens[parser.at];
  const isEmpty = token === undefined || token.kind === 'close' || token.kind === 'and' || token.kind === 'or';
  if (isEmpty && last !== undefined) {
    const isReported = parser.problems.some((problem) => problem.start === last?.start);
    if (!isReported) report(parser, last, 'Here is nothing to exclude. In quotes a minus or NOT is text.', null);
    return { kind: 'all', start, end: last.end };
  }
  const term = parsePrimary(parser);
  if (last === undefined) return term;
  return term.kind === 'not' ? withNegation(term.term, !isNegated, start) : withNegation(term, isNegated, start);
}

function withNegation(term: Filter, isNegated: boolean, start: number): Filter {
  return isNegated ? { kind: 'not', term, start, end: term.end } : term;
}

function parsePrimary(parser: Parser): Filter {
  const token = parser.tokens[parser.at];
  parser.at++;
  if (token === undefined) return { kind: 'all', start: 0, end: 0 };
  const { start, end } = token;
  switch (token.kind) {
    case 'open':
      return parseGroup(parser, token);
    case 'word':
      checkWord(parser, token);
      return { kind: 'words', text: { kind: 'text', parts: token.value.parts }, start, end };
    case 'term':
      return parseTermToken(parser, token);
    case 'close':
    case 'and':
    case 'or':
    case 'not':
      return { kind: 'all', start, end };
    default:
      return assertNever(token);
  }
}

/** An exclamation mark in front of a key is a minus in other languages; read as text it would match nothing, silently. */
function checkWord(parser: Parser, token: Extract<FilterToken, { kind: 'word' }>): void {
  const text = token.value.parts.join('*');
  if (text === '') report(parser, token, 'There is nothing between the quotes.', '');
  else if (!token.value.quoted && /^![a-z][a-z\d_-]*[:=<>]/i.test(text)) {
    report(parser, token, 'A minus excludes, as in -state:gone. In quotes ! is text.', `-${text.slice(1)}`);
  }
}

function parseTermToken(parser: Parser, token: Extract<FilterToken, { kind: 'term' }>): Filter {
  // Placing a suggestion costs time, and nobody reads more than the first few.
  const result = parser.problems.length < MAX_FILTER_PROBLEMS ? parseTerm(token, parser.table) : [];
  if (!Array.isArray(result)) return result;
  parser.problems.push(...result);
  // Keeps OR and AND from complaining about a side that is there but wrong.
  return { kind: 'has', key: token.key, start: token.start, end: token.end };
}

function parseGroup(parser: Parser, open: FilterToken): Filter {
  const inner = parseAlternatives(parser);
  const close = parser.tokens[parser.at];
  if (close === undefined) {
    report(parser, open, 'This parenthesis is never closed.', null);
    return inner;
  }
  parser.at++;
  if (inner.kind !== 'all') return { ...inner, start: open.start, end: close.end };
  parser.problems.push({
    start: open.start,
    end: close.end,
    message: 'There is nothing between the parentheses.',
    suggestion: '',
  });
  return { kind: 'has', key: '', start: open.start, end: close.end };
}

function report(parser: Parser, span: FilterSpan, message: string, suggestion: string | null): void {
  parser.problems.push({ start: span.start, end: span.end, message, suggestion });
}

function reportAnd(parser: Parser, token: FilterToken): void {
  report(parser, token, 'AND needs something on both sides. In quotes it is text.', '"AND"');
}

function spanOf(terms: readonly Filter[]): FilterSpan {
  return { start: terms[0]?.start ?? 0, end: terms.at(-1)?.end ?? 0 };
}
