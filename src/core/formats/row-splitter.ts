import type { RejectReason } from '../model/export-record.ts';
import { splitBareLine, TELLING_WIDTH } from './split-bare-line.ts';

/**
 * Splits delimited text into rows as it streams in. Own code, because an export must never be lost to one bad quote: a row
 * that cannot be read is handed on with its line and text and reading goes on with the line after it; libraries stop there or
 * swallow what follows. Reads RFC 4180 plus what occurs in real files: blanks around quotes, bare quotes inside fields, quotes
 * behind a backslash, line ends of every kind, fields over several lines. Where quotes cannot be read, a line that has as many cells
 * as the row before is taken by its delimiters alone.
 */
export interface RowSplitter {
  /** The rows completed by this piece of text, in order. */
  push(text: string): SplitRow[];
  /** The rows left when the file has ended. */
  end(): SplitRow[];
}

export interface SplitRow {
  /** 1-based line on which the row starts. */
  readonly line: number;
  /** The cells; the whole text as one cell where there is a problem. */
  readonly fields: readonly string[];
  /** The row as it stands in the file, without its line end; of an over-long row only the beginning. */
  readonly raw: string;
  readonly problem: Extract<RejectReason, 'broken-row' | 'too-long'> | null;
}

export interface RowSplitterOptions {
  readonly delimiter: string;
  /** `\r` for old Macintosh files, `\n` for all others (a `\r` before it is dropped). */
  readonly lineEnd: '\n' | '\r';
}

/** Longest row that is read, in characters. Real rows stay below 100,000. */
export const MAX_ROW_CHARS = 1_000_000;
/** After so many quotes that never close, fields over several lines are no longer looked for: bounds the time on hostile files. */
const MAX_OPEN_QUOTES = 100;
/** So many lines of a row's width inside one cell are rows, whatever stands before them. */
const TELLING_LINES = 3;

const QUOTE = 34;
const BLANK = 32;
const BACKSLASH = 92;
const CARRIAGE_RETURN = 13;

/** A splitter for one file. Blank lines are counted but are no rows. */
export function createRowSplitter({ delimiter, lineEnd }: RowSplitterOptions): RowSplitter {
  let pending = '';
  let line = 1;
  let isSkipping = false;
  let openQuotes = 0;
  /** Cells of the last row that was read from one line. */
  let width = 0;

  function split(text: string, isLast: boolean): SplitRow[] {
    const rows: SplitRow[] = [];
    const quotes = createFinder(text, '"');
    const reader = createQuotedReader(text, delimiter, lineEnd, isLast);
    let position = isSkipping ? skipLine(text) : 0;
    while (position < text.length) {
      const found = text.indexOf(lineEnd, position);
      if (found === -1 && !isLast && text.length - position <= MAX_ROW_CHARS) break;
      const end = found === -1 ? text.length : found;
      if (end - position > MAX_ROW_CHARS) {
        rows.push(problemRow(text, position, position + MAX_ROW_CHARS, 'too-long'));
        isSkipping = found === -1 && !isLast;
        if (isSkipping) position = text.length;
      } else if (quotes(position) > end) {
        addPlainRow(rows, text, position, end);
      } else {
        const row = reader(position, end, openQuotes < MAX_OPEN_QUOTES);
        if (row === 'unfinished' && !isLast && text.length - position <= MAX_ROW_CHARS) break;
        if (typeof row !== 'string' && !(row.end > end && swallowsRows(text, reader, position, end, row.end))) {
          const fields = row.fields.length === width ? row.fields : readAgain(text, reader, position, end, row);
          if (row.end === end) width = fields.length;
          rows.push({ line, fields, raw: text.slice(position, row.end), problem: null });
          line += 1 + countOf(text, lineEnd, position, row.end);
          position = row.end + 1;
          continue;
        }
        openQuotes += 1;
        rows.push(bareRow(text, position, end) ?? problemRow(text, position, end, 'broken-row'));
      }
      if (isSkipping) break;
      line += 1;
      position = end + 1;
    }
    pending = position < text.length ? text.slice(position) : '';
    return rows;
  }

  function skipLine(text: string): number {
    const end = text.indexOf(lineEnd);
    if (end === -1) return text.length;
    isSkipping = false;
    line += 1;
    return end + 1;
  }

  function addPlainRow(rows: SplitRow[], text: string, start: number, lineStop: number): void {
    const stop = lineStop > start && text.charCodeAt(lineStop - 1) === CARRIAGE_RETURN ? lineStop - 1 : lineStop;
    if (isBlank(text, start, stop)) return;
    const raw = text.slice(start, stop);
    const fields = raw.split(delimiter);
    width = fields.length;
    rows.push({ line, fields, raw, problem: null });
  }

  /** How many cells a line has when quotes mean nothing. */
  function cellsBetween(text: string, start: number, stop: number): number {
    return 1 + countOf(text, delimiter, start, stop);
  }

  /** True where the lines behind the first, up to the end of a row, are rows themselves: the quote was never meant to open a field. */
  function swallowsRows(text: string, reader: QuotedReader, start: number, lineStop: number, rowEnd: number): boolean {
    if (width < TELLING_WIDTH) return false;
    let lines = 0;
    for (let from = lineStop + 1; from <= rowEnd; lines += 1) {
      const found = text.indexOf(lineEnd, from);
      const stop = found === -1 || found > rowEnd ? rowEnd : found;
      const alone = reader(from, stop, false);
      const isWhole = typeof alone !== 'string' && alone.end === stop;
      if ((isWhole ? alone.fields.length : cellsBetween(text, from, stop)) !== width) return false;
      from = stop + 1;
    }
    return lines >= TELLING_LINES || cellsBetween(text, start, lineStop) === width;
  }

  /**
   * The cells of a row that has another number than the last: too many where a backslash stands before quotes inside, too few where a
   * quote is missing. Read so where that gives the number of the last.
   */
  function readAgain(text: string, reader: QuotedReader, start: number, lineStop: number, row: QuotedRow) {
    const { fields, end } = row;
    if (fields.length < width) {
      const hidesCells = end === lineStop && fields.some((field) => field.includes(`${delimiter}"`));
      return (hidesCells ? splitBareLine(text.slice(start, end), delimiter, width) : null) ?? fields;
    }
    if (width < TELLING_WIDTH || !text.slice(start, end).includes('\\"')) return fields;
    const again = reader(start, lineStop, false, true);
    return typeof again !== 'string' && again.fields.length === width ? again.fields : fields;
  }

  function bareRow(text: string, start: number, stop: number): SplitRow | null {
    const fields = splitBareLine(text.slice(start, stop), delimiter, width);
    return fields === null ? null : { line, fields, raw: text.slice(start, stop).replace(/\r$/, ''), problem: null };
  }

  function problemRow(text: string, start: number, stop: number, problem: SplitRow['problem']): SplitRow {
    const raw = text.slice(start, stop).replace(/\r$/, '');
    return { line, fields: [raw], raw, problem };
  }

  return {
    push: (text) => split(pending + text, false),
    end: () => split(pending, true),
  };
}

/** Where a sign occurs next, remembering the last answer so that a text without it is searched once and not once per row. */
function createFinder(text: string, sign: string): (from: number) => number {
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

/** Reads the row that starts at a position of the text; `lineStop` is the next line end. */
type QuotedReader = (
  start: number,
  lineStop: number,
  mayCrossLines: boolean,
  isEscaped?: boolean,
) => QuotedRow | 'unfinished' | 'broken';

interface QuotedRow {
  readonly fields: string[];
  /** Position of the line end behind the row. */
  readonly end: number;
}

/**
 * Reads rows that hold quotes. `unfinished` when the text ends inside a field, `broken` when a field that has gone over a line
 * end turns out not to be one: its quote was never meant to open it.
 */
function createQuotedReader(text: string, delimiter: string, lineEnd: string, isLast: boolean): QuotedReader {
  const delimiters = createFinder(text, delimiter);
  const lineEnds = createFinder(text, lineEnd);
  let value = '';

  /** Reads the quoted field that opens at `open`; leaves its text in `value` and returns the position behind it. */
  function readQuoted(
    open: number,
    lineStop: number,
    mayCrossLines: boolean,
    isEscaped: boolean,
  ): number | 'unfinished' | 'broken' {
    value = '';
    let from = open + 1;
    for (;;) {
      const quote = text.indexOf('"', from);
      if (quote === -1) return mayCrossLines ? 'unfinished' : 'broken';
      if (quote > lineStop && !mayCrossLines) return 'broken';
      if (isEscaped && text.charCodeAt(quote - 1) === BACKSLASH) {
        value += `${text.slice(from, quote - 1)}"`;
        from = quote + 1;
        continue;
      }
      if (text.charCodeAt(quote + 1) === QUOTE) {
        value += text.slice(from, quote + 1);
        from = quote + 2;
        continue;
      }
      const behind = skipBlanks(text, quote + 1);
      if (behind >= text.length && !isLast) return 'unfinished';
      if (behind >= text.length || isFieldEnd(behind)) {
        value += text.slice(from, quote);
        return behind;
      }
      if (quote > lineStop) return 'broken';
      value += text.slice(from, quote + 1);
      from = quote + 1;
    }
  }

  function isFieldEnd(position: number): boolean {
    if (text.startsWith(delimiter, position) || text.startsWith(lineEnd, position)) return true;
    return (
      text.charCodeAt(position) === CARRIAGE_RETURN &&
      (position + 1 === text.length || text.startsWith(lineEnd, position + 1))
    );
  }

  return (start, lineStop, mayCrossLines, isEscaped = false) => {
    const fields: string[] = [];
    let position = start;
    for (;;) {
      const open = skipBlanks(text, position);
      if (text.charCodeAt(open) === QUOTE) {
        const behind = readQuoted(open, lineStop, mayCrossLines, isEscaped);
        if (typeof behind === 'string') return behind;
        fields.push(value);
        position = text.charCodeAt(behind) === CARRIAGE_RETURN && lineEnd !== '\r' ? behind + 1 : behind;
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

function skipBlanks(text: string, from: number): number {
  let position = from;
  while (text.charCodeAt(position) === BLANK) position += 1;
  return position;
}

function isBlank(text: string, start: number, stop: number): boolean {
  for (let position = start; position < stop; position += 1) {
    if (text.charCodeAt(position) !== BLANK) return false;
  }
  return true;
}

function countOf(text: string, sign: string, start: number, stop: number): number {
  let count = 0;
  for (let at = text.indexOf(sign, start); at !== -1 && at < stop; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}
