import { MAX_ROW_CHARS, type RowSplitter, type SplitRow } from './row-splitter.ts';

/** Reads tables whose columns are lined up with blanks, as terminals and reports print them. */
export interface AlignedRowsOptions {
  /** Where the columns start, in characters; the first is 0. */
  readonly columnStarts: readonly number[];
  readonly lineEnd: '\n' | '\r';
}

/** Two blanks or more are between columns; one is between words. */
const GAP = / {2,}/;
/** Fewer lines may have their blanks in common by chance. */
const FEWEST_LINES = 3;

/**
 * Where the columns of lined-up text start: behind every gap of two blanks or more that all lines share. Null where there is none.
 *
 * @param lines the first lines of the text, names of the columns included.
 * @example findColumnStarts(['URL        Date', 'a.example  2026-01-01', 'b.example  2026-01-02']) is [0, 11]
 */
export function findColumnStarts(lines: readonly string[]): number[] | null {
  const filled = lines.filter((line) => line.trim() !== '');
  const width = Math.max(0, ...filled.map((line) => line.length));
  if (filled.length < FEWEST_LINES) return null;
  const starts = [0];
  let blanks = 0;
  for (let position = 0; position < width; position += 1) {
    if (filled.every((line) => (line[position] ?? ' ') === ' ')) blanks += 1;
    else {
      if (blanks > 1 && position > blanks) starts.push(position);
      blanks = 0;
    }
  }
  return starts.length === 1 ? null : starts;
}

/** A splitter for such a table. A line that fits neither its columns nor its gaps is a broken row. */
export function createAlignedSplitter({ columnStarts, lineEnd }: AlignedRowsOptions): RowSplitter {
  let pending = '';
  let line = 1;
  let isSkipping = false;

  function rowOf(text: string): SplitRow[] {
    const raw = text.replace(/\r$/, '');
    if (raw.trim() === '') return [];
    if (raw.length > MAX_ROW_CHARS) {
      return [{ line, fields: [raw.slice(0, MAX_ROW_CHARS)], raw: raw.slice(0, MAX_ROW_CHARS), problem: 'too-long' }];
    }
    const fields = cellsByPosition(raw, columnStarts) ?? cellsByGaps(raw, columnStarts.length);
    return [
      fields === null ? { line, fields: [raw], raw, problem: 'broken-row' } : { line, fields, raw, problem: null },
    ];
  }

  function split(text: string, isLast: boolean): SplitRow[] {
    const lines = text.split(lineEnd);
    pending = isLast ? '' : (lines.pop() ?? '');
    const rows: SplitRow[] = [];
    for (const one of lines) {
      if (!isSkipping) rows.push(...rowOf(one));
      isSkipping = false;
      line += 1;
    }
    if (pending.length > MAX_ROW_CHARS) {
      if (!isSkipping) rows.push(...rowOf(pending));
      isSkipping = true;
      pending = '';
    }
    return rows;
  }

  return { push: (text) => split(pending + text, false), end: () => split(pending, true) };
}

/** The cells where they stand below their names; null where one of them reaches into the next column. */
function cellsByPosition(raw: string, starts: readonly number[]): string[] | null {
  if (starts.some((start) => start > 0 && (raw[start - 1] ?? ' ') !== ' ')) return null;
  return starts.map((start, index) => raw.slice(start, starts[index + 1]).trim());
}

function cellsByGaps(raw: string, width: number): string[] | null {
  const cells = raw.trim().split(GAP);
  return cells.length === width ? cells : null;
}
