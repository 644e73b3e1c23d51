import { createAlignedSplitter, findColumnStarts } from './aligned-rows.ts';
import { normalizeColumnName } from './column-name.ts';
import { findHeaderRow } from './detect-format.ts';
import { knownNames } from './match-header.ts';
import type { Quote } from './quoted-reader.ts';
import { createRowSplitter, type RowSplitter, type SplitRow } from './row-splitter.ts';

/** Signs that separate columns, the most usual first: it wins where nothing speaks for another. */
export const DELIMITERS = [',', '\t', ';', '|', '^', '~'] as const;
/** Stands for columns that are lined up with blanks. */
export const ALIGNED = '  ';
export type Delimiter = (typeof DELIMITERS)[number] | typeof ALIGNED;

/** How a text is cut into rows and cells. */
export interface RowLayout {
  readonly delimiter: Delimiter;
  readonly quote: Quote;
  /** Where the columns start that are lined up with blanks; empty for all others. */
  readonly columnStarts: readonly number[];
  readonly lineEnd: '\n' | '\r';
}

const LOOKED_AT_ROWS = 60;
const QUOTES = ['"', "'"] as const;
/** What addresses and texts hold as well: these separate columns only where known names stand above them. */
const NEEDS_NAMES: ReadonlySet<Delimiter> = new Set(['^', '~', ALIGNED]);
/** Cells in single quotes that are no chance. */
const FEWEST_QUOTED = 2;

/** A splitter for text laid out so. */
export function createLayoutSplitter({ delimiter, quote, columnStarts, lineEnd }: RowLayout): RowSplitter {
  if (delimiter === ALIGNED) return createAlignedSplitter({ columnStarts, lineEnd });
  return createRowSplitter({ delimiter, quote, lineEnd });
}

/**
 * How the rows of a text are laid out. The sign between the columns is decided on the column names outside quotes, and where no names are
 * known by the sign that cuts every row into the same number of cells. Excel's own `sep=;` line settles it.
 *
 * @param text the beginning of the file, cut at a line end.
 */
export function detectLayout(text: string, lineEnd: '\n' | '\r'): RowLayout {
  const told = /^sep=(.)\s/i.exec(text)?.[1];
  const known = DELIMITERS.filter((delimiter) => delimiter === told);
  const usual = { delimiter: known[0] ?? ',', quote: '"', columnStarts: [], lineEnd } as const satisfies RowLayout;
  const starts = findColumnStarts(text.split(lineEnd).slice(0, LOOKED_AT_ROWS));
  const candidates: RowLayout[] = QUOTES.flatMap((quote) =>
    (known.length > 0 ? known : DELIMITERS).map((delimiter) => ({ ...usual, delimiter, quote })),
  );
  if (starts !== null) candidates.push({ ...usual, delimiter: ALIGNED, columnStarts: starts });
  let best: { layout: RowLayout; score: number } = { layout: usual, score: 0 };
  for (const layout of candidates) {
    const score = scoreOf(splitSample(text, layout).slice(0, LOOKED_AT_ROWS), layout);
    if (score > best.score) best = { layout, score };
  }
  return best.layout;
}

/** `\r` for old Macintosh files, in which a line feed only stands inside a cell; `\n` for all others. */
export function detectLineEnd(text: string): '\n' | '\r' {
  if (!text.includes('\r')) return '\n';
  const feeds = text.split('\n').length - 1;
  const lone = text.split('\r').length - text.split('\r\n').length;
  return lone > feeds ? '\r' : '\n';
}

/** The rows of a piece of text that holds whole rows only. */
export function splitSample(text: string, layout: RowLayout): SplitRow[] {
  const splitter = createLayoutSplitter(layout);
  return [...splitter.push(text), ...splitter.end()];
}

/** A known column name outweighs any regularity of the rows. */
function scoreOf(rows: readonly SplitRow[], { delimiter, quote }: RowLayout): number {
  const fields = rows.map((row) => row.fields);
  const headerRow = findHeaderRow(fields);
  const header = headerRow === null ? [] : (fields[headerRow] ?? []);
  const names = new Set(header.map(normalizeColumnName).filter((name) => knownNames().has(name)));
  if (names.size < 2 && NEEDS_NAMES.has(delimiter)) return 0;
  const score = (names.size > 1 ? names.size * 10 : 0) + regularity(fields);
  return quote === '"' ? score : score * singleQuotes(rows, delimiter);
}

/** Share of rows that have the most frequent number of cells, 0 when that is one. */
function regularity(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const [mode] = [...counts].sort((one, other) => other[1] - one[1]);
  return mode === undefined || mode[0] === 1 ? 0 : mode[1] / rows.length;
}

/** What cells in single quotes say for these: nothing where there are none, much where most rows have some. */
function singleQuotes(rows: readonly SplitRow[], delimiter: string): number {
  const quoted = rows.map(({ raw }) => {
    const pieces = raw.split(delimiter).map((piece) => piece.trim());
    const opening = pieces.filter((piece) => piece.startsWith("'")).length;
    return Math.min(opening, pieces.filter((piece) => piece.endsWith("'")).length);
  });
  const count = quoted.reduce((sum, cells) => sum + cells, 0);
  if (count < FEWEST_QUOTED) return 0;
  return quoted.filter((cells) => cells > 0).length * 2 >= rows.length ? 1.5 : 1;
}
