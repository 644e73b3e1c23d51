import { isAddress, isBareHost } from './column-profile.ts';
import { type ColumnRole, ROLES_OF_DATES } from './column-role.ts';
import { detectFormat, findHeaderRow } from './detect-format.ts';
import type { Detection } from './detection.ts';
import { findNamesRow } from './find-names-row.ts';
import { readDate } from './read-date.ts';
import { readFlag } from './read-flag.ts';
import { readNumber } from './read-number.ts';

type Rows = readonly (readonly string[])[];

/** The rows of a sample with column names that stand above their cells, and what was done for it; null where nothing was. */
export interface SettledHeader {
  readonly rows: Rows;
  readonly reason: string | null;
}

const NEARLY_ALL = 0.9;
const JUDGED_ROWS = 200;

/**
 * Puts column names right that stand beside their cells, because the header has one separator more or less than all rows: an empty name
 * is left out, or one is put in where names are missing. Only where by that more cells become what the names say, and only in one way.
 */
export function settleHeader(rows: Rows): SettledHeader {
  const headerRow = findHeaderRow(rows) ?? findNamesRow(rows);
  const header = headerRow === null ? undefined : rows[headerRow];
  if (headerRow === null || header === undefined) return { rows, reason: null };
  const data = rows.slice(headerRow + 1, headerRow + 1 + JUDGED_ROWS);
  const isOff = (by: number): boolean =>
    data.length > 0 && data.filter((row) => row.length === header.length + by).length >= data.length * NEARLY_ALL;
  const [headers, reason] = isOff(-1)
    ? [withoutEmptyName(header), 'an empty column name was left out: no row has a cell for it']
    : isOff(1)
      ? [withEmptyName(header), 'a column has no name: all rows have one cell more than there are names']
      : [[], null];
  const tried = headers.map((names) => rows.with(headerRow, names)).map((candidate) => judge(candidate, data));
  const most = Math.max(0, ...tried.map(({ agreement }) => agreement));
  const [best, ...others] = tried.filter(({ agreement }) => agreement === most);
  if (best === undefined || most <= judge(rows, data).agreement) return { rows, reason: null };
  const isOnly = others.every(({ meaning }) => meaning === best.meaning);
  return isOnly ? { rows: best.rows, reason } : { rows, reason: null };
}

/** Empty names at the end are of no harm; of several nobody can say which is too many. */
function withoutEmptyName(header: readonly string[]): string[][] {
  const last = header.findLastIndex((name) => name.trim() !== '');
  const empty = header.flatMap((name, position) => (name.trim() === '' && position < last ? [position] : []));
  return empty.length === 1 ? empty.map((position) => header.toSpliced(position, 1)) : [];
}

function withEmptyName(header: readonly string[]): string[][] {
  return header.map((_, position) => header.toSpliced(position, 0, ''));
}

interface Judged {
  readonly rows: Rows;
  readonly agreement: number;
  /** The roles and their columns, to be compared. */
  readonly meaning: string;
}

function judge(rows: Rows, data: Rows): Judged {
  const detection = detectFormat({ rows });
  return { rows, agreement: agreementOf(detection, data), meaning: JSON.stringify(detection.columns) };
}

const isDate = (cell: string): boolean => readDate(cell, 'day-first') !== null;
const isFlag = (cell: string): boolean => readFlag(cell) !== null;
const isNumber = (cell: string): boolean => readNumber(cell, 'point') !== null || readNumber(cell, 'comma') !== null;

/** What can be seen of a cell to be as its name says. */
const TESTS: readonly (readonly [readonly ColumnRole[], (cell: string) => boolean])[] = [
  [['source', 'target'], isAddress],
  [['domain'], isBareHost],
  [ROLES_OF_DATES, isDate],
  [['nofollow', 'ugc', 'sponsored', 'textFlag', 'imageFlag', 'frameFlag', 'formFlag', 'lostFlag'], isFlag],
  [['httpStatus', 'externalLinks', 'linksInGroup', 'links'], isNumber],
];

/** How many columns hold what their names say, each counted by the share of its filled cells; empty columns say nothing. */
function agreementOf({ columns, refusal }: Detection, data: Rows): number {
  if (refusal !== null) return 0;
  const shares = TESTS.flatMap(([roles, test]) =>
    roles
      .flatMap((role) => columns[role] ?? [])
      .map((position) => {
        const filled = data.flatMap((row) => row[position]?.trim() || []);
        return filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
      }),
  );
  return shares.reduce((sum, share) => sum + share, 0);
}
