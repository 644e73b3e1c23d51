import { isAddress } from './column-profile.ts';

/** Lines before the column names; the same bound as for names that are known. */
const SEARCHED_ROWS = 15;

/**
 * The row of column names in a table whose names nobody knows: a row without an address above rows that have some. Lines before
 * it are a preamble where they fill fewer cells than it. Null where the rows start at once.
 */
export function findNamesRow(rows: readonly (readonly string[])[]): number | null {
  const [first = [], ...rest] = rows;
  if (first.some(isAddress) || !rest.some((row) => row.some(isAddress))) return null;
  const data = rows.findIndex((row) => row.some(isAddress));
  const names = data - 1;
  const width = filledCells(rows[names] ?? []);
  const isPreamble = names <= SEARCHED_ROWS && rows.slice(0, names).every((row) => filledCells(row) < width);
  return isPreamble ? names : 0;
}

function filledCells(row: readonly string[]): number {
  return row.filter((cell) => cell.trim() !== '').length;
}
