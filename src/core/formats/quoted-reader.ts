/** Signs that stand around cells. */
export type Quote = '"' | "'";

const BLANK = 32;
const BACKSLASH = 92;
const CARRIAGE_RETURN = 13;

/** Where a sign occurs next, remembering the last answer so that a text without it is searched once and not once per row. */
export function createFinder(text: string, sign: string): (from: number) => number {
  let next = -1;
  let since = 0;
  return (from) => {
    if (next < from || from < since) {
      since = from;
      next = text.indexOf(sign, from);
      if (next === -1) next = Number.POSITIVE_INFINITY;
    }
    return next;
  };
}

/** Whether quoted cells may go over a line end, and if so whether bare quotes may stand in their other lines, except where cells begin. */
export type LineCrossing = 'none' | 'strict' | 'loose';

/** Reads the row that starts at a position of the text; `lineStop` is the next line end. */
export type QuotedReader = (
  start: number,
  lineStop: number,
  crossing: LineCrossing,
  isEscaped?: boolean,
) => QuotedRow | 'unfinished' | 'broken';

export interface QuotedRow {
  readonly fields: string[];
  /** Position of the line end behind the row. */
  readonly end: number;
}

/**
 * Reads rows that hold quotes. `unfinished` when the text ends inside a field, `broken` when a field that has gone over a line
 * end turns out not to be one: its quote was never meant to open it.
 */
export function createQuotedReader(
  text: string,
  delimiter: string,
  lineEnd: string,
  quoteSign: Quote,
  isLast: boolean,
): QuotedReader {
  const quoteCode = quoteSign.charCodeAt(0);
  const delimiters = createFinder(text, delimiter);
  const lineEnds = createFinder(text, lineEnd);
  /** Blanks around quotes are no part of a cell, unless they are what separates cells. */
  const skipBlanks = delimiter === ' ' ? (from: number) => from : (from: number) => behindBlanks(text, from);
  let value = '';

  /** Reads the quoted field that opens at `open`; leaves its text in `value` and returns the position behind it. */
  function readQuoted(
    open: number,
    lineStop: number,
    crossing: LineCrossing,
    isEscaped: boolean,
  ): number | 'unfinished' | 'broken' {
    value = '';
    let from = open + 1;
    for (;;) {
      const quote = text.indexOf(quoteSign, from);
      if (quote === -1) return crossing === 'none' ? 'broken' : 'unfinished';
      if (quote > lineStop && crossing === 'none') return 'broken';
      if (isEscaped && text.charCodeAt(quote - 1) === BACKSLASH) {
        value += text.slice(from, quote - 1) + quoteSign;
        from = quote + 1;
        continue;
      }
      if (text.charCodeAt(quote + 1) === quoteCode) {
        value += text.slice(from, quote + 1);
        from = quote + 2;
        continue;
      }
      const behind = skipBlanks(quote + 1);
      if (behind >= text.length && !isLast) return 'unfinished';
      if (behind >= text.length || isFieldEnd(behind)) {
        value += text.slice(from, quote);
        return behind;
      }
      if (quote > lineStop && (crossing === 'strict' || opensCell(quote))) return 'broken';
      value += text.slice(from, quote + 1);
      from = quote + 1;
    }
  }

  function opensCell(quote: number): boolean {
    return text[quote - 1] === delimiter || text[quote - 1] === lineEnd;
  }

  /** Files that were written as text twice have two before the line feed. */
  function skipReturns(from: number): number {
    if (lineEnd === '\r') return from;
    let position = from;
    while (text.charCodeAt(position) === CARRIAGE_RETURN) position += 1;
    return position;
  }

  function isFieldEnd(position: number): boolean {
    if (text.startsWith(delimiter, position)) return true;
    const stop = skipReturns(position);
    return text.startsWith(lineEnd, stop) || (stop > position && stop === text.length);
  }

  return (start, lineStop, crossing, isEscaped = false) => {
    const fields: string[] = [];
    let position = start;
    for (;;) {
      const open = skipBlanks(position);
      if (text.charCodeAt(open) === quoteCode) {
        const behind = readQuoted(open, lineStop, crossing, isEscaped);
        if (typeof behind === 'string') return behind;
        fields.push(value);
        position = skipReturns(behind);
      } else {
        const stop = Math.min(delimiters(position), lineEnds(position), text.length);
        const atLineEnd = stop === text.length || text.startsWith(lineEnd, stop);
        const isReturn = atLineEnd && stop > position && text.charCodeAt(stop - 1) === CARRIAGE_RETURN;
        fields.push(text.slice(position, isReturn ? stop - 1 : stop));
        position = stop;
      }
      if (position >= text.length) return isLast ? { fields, end: text.length } : 'unfinished';
      if (text.startsWith(lineEnd, position)) return { fields, end: position };
      position += 1;
    }
  };
}

function behindBlanks(text: string, from: number): number {
  let position = from;
  while (text.charCodeAt(position) === BLANK) position += 1;
  return position;
}
