import type { RejectReason } from '../model/export-record.ts';
import { createFinder, createQuotedReader, type Quote, type QuotedReader, type QuotedRow } from './quoted-reader.ts';
import { createRowSkipper, type RowSkipper } from './row-skipper.ts';
import { splitBareLine, TELLING_WIDTH } from './split-bare-line.ts';

/**
 * Splits delimited text into rows as it streams in. Own code, because an export must never be lost to one bad quote: a row
 * that cannot be read is handed on with its line and text and reading goes on with the line after it; libraries stop there or
 * swallow what follows. Reads RFC 4180 plus what occurs in real files: blanks around quotes, bare quotes inside fields, quotes
 * behind a backslash, line ends of every kind, fields over several lines. Where quotes cannot be read, a line that has as many cells
 * as the row before is taken by its delimiters alone. A quote that opens a cell and never closes, or not within a million characters,
 * costs one row where the lines behind it are none.
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
  /** Around cells that hold the delimiter; double quotes where not given. */
  readonly quote?: Quote;
}

/** Longest row that is read, in characters. Real rows stay below 100,000. */
export const MAX_ROW_CHARS = 1_000_000;
/** After so many quotes that never close, fields over several lines are no longer looked for: bounds the time on hostile files. */
const MAX_OPEN_QUOTES = 100;
/** So many lines of a row's width inside one cell are rows, whatever stands before them. */
const TELLING_LINES = 3;
/** As much of them: a comment or a ragged row may stand among them. */
const TELLING_SHARE = 0.7;
/** So many lines behind a quote that does not close are looked at. */
const LOOKED_AT_LINES = 50;

const BLANK = 32;
const CARRIAGE_RETURN = 13;

/** A splitter for one file. Blank lines are counted but are no rows. */
export function createRowSplitter({ delimiter, lineEnd, quote = '"' }: RowSplitterOptions): RowSplitter {
  let pending = '';
  let line = 1;
  let skipper: RowSkipper | null = null;
  let openQuotes = 0;
  /** Cells of the last row that was read from one line, and of most before it: one ragged row must not speak for all. */
  let width = 0;
  const usual = createMajority();

  function split(text: string, isLast: boolean): SplitRow[] {
    const rows: SplitRow[] = [];
    const quotes = createFinder(text, quote);
    const reader = createQuotedReader(text, delimiter, lineEnd, quote, isLast);
    let position = skipper === null ? 0 : skip(text, 0, isLast);
    while (skipper === null && position < text.length) {
      const found = text.indexOf(lineEnd, position);
      if (found === -1 && !isLast && text.length - position <= MAX_ROW_CHARS) break;
      const end = found === -1 ? text.length : found;
      if (end - position > MAX_ROW_CHARS) {
        rows.push(problemRow(text, position, position + MAX_ROW_CHARS, 'too-long'));
        position = skipRow(text, position, isLast);
        continue;
      } else if (quotes(position) > end) {
        addPlainRow(rows, text, position, end);
      } else {
        const row = readRow(text, reader, position, end);
        if (row === 'unfinished' && !isLast && text.length - position <= MAX_ROW_CHARS) break;
        if (row === 'unfinished' && end < text.length && !precedesRows(text, position, end)) {
          const stop = Math.min(text.length, position + MAX_ROW_CHARS);
          rows.push(problemRow(text, position, stop, stop < text.length || !isLast ? 'too-long' : 'broken-row'));
          position = skipRow(text, position, isLast);
          continue;
        }
        if (typeof row !== 'string' && !(row.end > end && swallowsRows(text, reader, position, end, row.end))) {
          const isTooLong = row.end - position > MAX_ROW_CHARS;
          const fields = row.fields.length === width ? row.fields : readAgain(text, reader, position, end, row);
          if (row.end === end) takeWidth(fields.length);
          if (isTooLong) rows.push(problemRow(text, position, position + MAX_ROW_CHARS, 'too-long'));
          else rows.push({ line, fields, raw: text.slice(position, row.end), problem: null });
          line += 1 + countOf(text, lineEnd, position, row.end);
          position = row.end + 1;
          continue;
        }
        openQuotes += 1;
        rows.push(bareRow(text, position, end) ?? problemRow(text, position, end, 'broken-row'));
      }
      line += 1;
      position = end + 1;
    }
    pending = position < text.length ? text.slice(position) : '';
    return rows;
  }

  /** Reads a row with quotes; where bare ones stand in a cell over several lines, only if none of its lines could be a row. */
  function readRow(text: string, reader: QuotedReader, start: number, lineStop: number): ReturnType<QuotedReader> {
    const mayCross = openQuotes < MAX_OPEN_QUOTES;
    const row = reader(start, lineStop, mayCross ? 'strict' : 'none');
    if (row !== 'broken' || !mayCross || usual.value() < 2) return row;
    const loose = reader(start, lineStop, 'loose');
    if (typeof loose === 'string') return loose;
    return isRowWidth(loose.fields.length) && countRows(text, lineStop, loose.end).alike === 0 ? loose : 'broken';
  }

  /** Leaves a row out that is over the limit; what of it is still to come is left out as it comes. */
  function skipRow(text: string, start: number, isLast: boolean): number {
    skipper = createRowSkipper({ delimiter, lineEnd, quote, width: usual.value() });
    return skip(text, start, isLast);
  }

  /** Goes on leaving a row out; returns where the next starts, or where to go on with the next piece. */
  function skip(text: string, start: number, isLast: boolean): number {
    if (skipper === null) return start;
    const { position, lines, isEnded } = skipper.skip(text, start, isLast);
    line += lines;
    if (isEnded) skipper = null;
    return position;
  }

  function addPlainRow(rows: SplitRow[], text: string, start: number, lineStop: number): void {
    const stop = lineStop > start && text.charCodeAt(lineStop - 1) === CARRIAGE_RETURN ? lineStop - 1 : lineStop;
    if (isBlank(text, start, stop)) return;
    const raw = text.slice(start, stop);
    const fields = raw.split(delimiter);
    takeWidth(fields.length);
    rows.push({ line, fields, raw, problem: null });
  }

  function takeWidth(cells: number): void {
    width = cells;
    if (cells > 1) usual.take(cells);
  }

  function isRowWidth(cells: number): boolean {
    return cells === usual.value();
  }

  /** How many cells a line has when quotes mean nothing. */
  function cellsBetween(text: string, start: number, stop: number): number {
    return 1 + countOf(text, delimiter, start, stop);
  }

  /** True where most lines behind one whose quote does not close are rows: that quote was never meant to open a field. */
  function precedesRows(text: string, start: number, lineStop: number): boolean {
    const { lines, alike } = countRows(text, lineStop, text.length);
    if (lines < TELLING_LINES && bareRow(text, start, lineStop) !== null) return true;
    return usual.value() < 2 || alike * 2 >= lines;
  }

  /** How many of the first lines behind one, up to a position, have as many cells as a row. */
  function countRows(text: string, lineStop: number, rowEnd: number): { lines: number; alike: number } {
    let [lines, alike] = [0, 0];
    for (let from = lineStop + 1; from < rowEnd && lines < LOOKED_AT_LINES; ) {
      const found = text.indexOf(lineEnd, from);
      const stop = found === -1 ? rowEnd : Math.min(found, rowEnd);
      if (isRowWidth(cellsBetween(text, from, stop))) alike += 1;
      if (!isBlank(text, from, stop)) lines += 1;
      from = stop + 1;
    }
    return { lines, alike };
  }

  /** True where the lines behind the first, up to the end of a row, are rows themselves: the quote was never meant to open a field. */
  function swallowsRows(text: string, reader: QuotedReader, start: number, lineStop: number, rowEnd: number): boolean {
    if (usual.value() < TELLING_WIDTH) return false;
    let [lines, alike] = [0, 0];
    for (let from = lineStop + 1; from <= rowEnd; ) {
      const found = text.indexOf(lineEnd, from);
      const stop = found === -1 || found > rowEnd ? rowEnd : found;
      const alone = reader(from, stop, 'none');
      const isWhole = typeof alone !== 'string' && alone.end === stop;
      if (isRowWidth(isWhole ? alone.fields.length : cellsBetween(text, from, stop))) alike += 1;
      if (!isBlank(text, from, stop)) lines += 1;
      from = stop + 1;
    }
    return lines >= TELLING_LINES
      ? alike >= lines * TELLING_SHARE
      : alike === lines && isRowWidth(cellsBetween(text, start, lineStop));
  }

  /**
   * The cells of a row that has another number than the last: too many where a backslash stands before quotes inside, too few where a
   * quote is missing. Read so where that gives the number of the last.
   */
  function readAgain(text: string, reader: QuotedReader, start: number, lineStop: number, row: QuotedRow) {
    const { fields, end } = row;
    if (fields.length < width) {
      const hidesCells = end === lineStop && fields.some((field) => field.includes(delimiter + quote));
      return (hidesCells ? splitBareLine(text.slice(start, end), delimiter, width, quote) : null) ?? fields;
    }
    if (width < TELLING_WIDTH || !text.slice(start, end).includes(`\\${quote}`)) return fields;
    const again = reader(start, lineStop, 'none', true);
    return typeof again !== 'string' && again.fields.length === width ? again.fields : fields;
  }

  function bareRow(text: string, start: number, stop: number): SplitRow | null {
    const bare = text.slice(start, stop);
    const fields = splitBareLine(bare, delimiter, width, quote) ?? splitBareLine(bare, delimiter, usual.value(), quote);
    return fields === null ? null : { line, fields, raw: bare.replace(/\r$/, ''), problem: null };
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

/** The number that most of those taken are, by the vote of Boyer and Moore. */
function createMajority(): { take(number: number): void; value(): number } {
  let [value, votes] = [0, 0];
  return {
    take(number) {
      if (votes === 0) value = number;
      votes += number === value ? 1 : -1;
    },
    value: () => value,
  };
}

function isBlank(text: string, start: number, stop: number): boolean {
  for (let position = start; position < stop; position += 1) {
    const sign = text.charCodeAt(position);
    if (sign !== BLANK && sign !== CARRIAGE_RETURN) return false;
  }
  return true;
}

function countOf(text: string, sign: string, start: number, stop: number): number {
  let count = 0;
  for (let at = text.indexOf(sign, start); at !== -1 && at < stop; at = text.indexOf(sign, at + 1)) count += 1;
  return count;
}
