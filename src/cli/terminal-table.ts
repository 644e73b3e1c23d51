import type { FlatRow } from './flat-row.ts';

const WIDEST_CELL = 60;

/** Rows as aligned columns for a terminal, cut to its width, with a line about rows not shown. */
export function* terminalTable(total: number, rows: readonly FlatRow[], width: number): Generator<string> {
  const [first] = rows;
  if (first === undefined) {
    yield 'Nothing matches.\n';
    return;
  }
  const names = Object.keys(first);
  const widths = names.map((name) =>
    rows.reduce(
      (widest, row) => Math.min(WIDEST_CELL, Math.max(widest, cellText(row[name]).length)),
      Math.min(WIDEST_CELL, name.length),
    ),
  );
  yield lineOf(names, widths, width);
  for (const row of rows) {
    yield lineOf(
      names.map((name) => cellText(row[name])),
      widths,
      width,
    );
  }
  if (total > rows.length) yield `… ${total - rows.length} more. Use --limit, or -o file.csv for all.\n`;
}

/** Control characters of strangers' texts must not reach a terminal. */
function cellText(value: string | number | null | undefined): string {
  return String(value ?? '').replaceAll(/\p{C}/gu, ' ');
}

function lineOf(cells: readonly string[], widths: readonly number[], width: number): string {
  const padded = cells.map((cell, index) => cut(cell, widths[index] ?? 0).padEnd(widths[index] ?? 0));
  return `${cut(padded.join('  '), width).trimEnd()}\n`;
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, Math.max(0, length - 1))}…`;
}
