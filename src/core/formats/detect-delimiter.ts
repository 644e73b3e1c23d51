import { normalizeColumnName } from './column-name.ts';
import { findHeaderRow } from './detect-format.ts';
import { knownNames } from './match-header.ts';
import { createRowSplitter, type SplitRow } from './row-splitter.ts';

/** Signs that separate columns, the most usual first: it wins where nothing speaks for another. */
export const DELIMITERS = [',', '\t', ';', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const LOOKED_AT_ROWS = 60;

/**
 * The sign between the columns, decided on the column names outside quotes, and where no names are known by the sign that
 * cuts every row into the same number of cells. Excel's own `sep=;` line settles it.
 *
 * @param text the beginning of the file, cut at a line end.
 */
export function detectDelimiter(text: string, lineEnd: '\n' | '\r'): Delimiter {
  const told = /^sep=(.)\s/i.exec(text)?.[1];
  const known = DELIMITERS.find((delimiter) => delimiter === told);
  if (known !== undefined) return known;
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = scoreOf(splitSample(text, delimiter, lineEnd).slice(0, LOOKED_AT_ROWS));
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** `\r` for old Macintosh files, in which a line feed only stands inside a cell; `\n` for all others. */
export function detectLineEnd(text: string): '\n' | '\r' {
  if (!text.includes('\r')) return '\n';
  const feeds = text.split('\n').length - 1;
  const lone = text.split('\r').length - text.split('\r\n').length;
  return lone > feeds ? '\r' : '\n';
}

/** The rows of a piece of text that holds whole rows only. */
export function splitSample(text: string, delimiter: string, lineEnd: '\n' | '\r'): SplitRow[] {
  const splitter = createRowSplitter({ delimiter, lineEnd });
  return [...splitter.push(text), ...splitter.end()];
}

/** A known column name outweighs any regularity of the rows. */
function scoreOf(rows: readonly SplitRow[]): number {
  const fields = rows.map((row) => row.fields);
  const headerRow = findHeaderRow(fields);
  const header = headerRow === null ? [] : (fields[headerRow] ?? []);
  const names = new Set(header.map(normalizeColumnName).filter((name) => knownNames().has(name)));
  return (names.size > 1 ? names.size * 10 : 0) + regularity(fields);
}

/** Share of rows that have the most frequent number of cells, 0 when that is one. */
function regularity(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const [mode] = [...counts].sort((one, other) => other[1] - one[1]);
  return mode === undefined || mode[0] === 1 ? 0 : mode[1] / rows.length;
}
