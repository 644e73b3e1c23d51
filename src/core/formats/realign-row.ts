import type { RejectReason } from '../model/export-record.ts';
import { type ColumnKind, learnColumnKinds } from './column-kinds.ts';
import type { ColumnPositions } from './column-role.ts';
import { ALIGNED, DELIMITERS, type Delimiter } from './detect-layout.ts';
import { mayHideSeparator } from './hidden-separator.ts';
import type { Quote } from './quoted-reader.ts';
import { isFilled } from './read-bare-cell.ts';
import { agreedReading } from './row-readings.ts';
import { createRowSplitter, type SplitRow } from './row-splitter.ts';

/** The table whose rows are to be put right. */
export interface RaggedTable {
  readonly columns: ColumnPositions;
  /** Number of columns. */
  readonly width: number;
  /** Data rows of the sample. */
  readonly rows: readonly SplitRow[];
  /** Empty where cells are kept apart by other means, and cannot be shifted. */
  readonly delimiter: Delimiter | '';
  readonly quote: Quote;
}

/**
 * Puts rows right whose cells are shifted by a separator too many or too few, a stray quote or another delimiter. Only by evidence: a row
 * is read in every way in which its cells fit what their columns hold in the sample, and taken only where all readings with the
 * fewest faults agree on every column that has a meaning. A metric on which they disagree is left empty.
 */
export interface RowRealigner {
  /** How many cells a row has that is not to be settled, because only an address that is none would show a shift. */
  readonly wholeWidth: number;
  /** The cells of a row of another width, or why it must not be read. Rows that fit stay as they are. */
  settle(row: SplitRow): readonly string[] | RejectReason;
  /** The only reading of a row whose cells are not where they belong; null where there is none or several. */
  realign(row: SplitRow): readonly string[] | null;
}

/** Few anchors in the sample do not mean that there are no others. */
const ROLES_OF_TEXTS = ['anchor', 'altText', 'title', 'contextLeft', 'contextRight'] as const;
/** Fewer rows tell too little of their columns. */
const FEWEST_ROWS = 10;
/** Where so many rows have another width than most, that is how the file is written. */
const RAGGED_SHARE = 0.1;
/** More separators stand in no unquoted text. */
const MOST_FAULTS = 8;

/** The realigner for one file. Where the sample tells too little it leaves every row as it is. Learns nothing until it is asked. */
export function createRowRealigner(table: RaggedTable): RowRealigner {
  let learnt: Learnt | null | undefined;
  const learn = (): Learnt | null => (learnt === undefined ? (learnt = learnTable(table)) : learnt);
  return {
    wholeWidth: isOfManyWidths(table) ? table.width : usualWidth(table.rows),
    realign(row) {
      const known = learn();
      return known === null ? null : cellsOf(readRow(row, table, known));
    },
    settle(row) {
      const known = learn();
      return known === null ? (row.problem ?? row.fields) : settleRow(row, table, known);
    },
  };
}

/** What the sample tells of the table. */
interface Learnt {
  readonly kinds: readonly ColumnKind[];
  /** Empty cells at the end of a row may be left out. */
  readonly isRagged: boolean;
}

function settleRow(row: SplitRow, table: RaggedTable, known: Learnt): readonly string[] | RejectReason {
  const { fields, problem } = row;
  const { kinds } = known;
  if (problem !== null) return (problem === 'broken-row' ? cellsOf(readRow(row, table, known)) : null) ?? problem;
  const isNoLonger = fields.length <= table.width;
  if (isNoLonger && isWhollyQuoted(row, table)) return fields;
  const fits = isNoLonger && isFit(fields, kinds);
  if (fits && !mayHideSeparator(fields, kinds)) return fields;
  const reading = fits ? 'several' : readRow(row, table, known);
  if (typeof reading !== 'string') return reading;
  const mayStay = reading === 'none' && !isContradicted(fields, kinds);
  const isNamedBetter = fields.slice(table.width).some(isFilled) || !isFilled(fields[keyColumn(table.columns)] ?? '');
  return mayStay || isNamedBetter ? fields : 'shifted-cells';
}

/** Where every cell stands in quotes of its own, each is as it was written; but two quotes inside may be a separator that went astray. */
function isWhollyQuoted({ fields, raw }: SplitRow, { delimiter, quote }: RaggedTable): boolean {
  if (!raw.startsWith(quote) || fields.some((cell) => cell.includes(quote))) return false;
  return raw.replace(/\r$/, '') === fields.map((cell) => quote + cell + quote).join(delimiter);
}

type Reading = readonly string[] | 'none' | 'several';

function cellsOf(reading: Reading): readonly string[] | null {
  return typeof reading === 'string' ? null : reading;
}

function readRow({ fields, problem, raw }: SplitRow, table: RaggedTable, { kinds, isRagged }: Learnt): Reading {
  const line = raw.replace(/\r$/, '');
  if (line.includes('\n') || line.includes('\r')) return 'none';
  const surplus = problem === null ? fields.length - table.width : 0;
  const { delimiter, quote } = table;
  const mostFaults = Math.min(MOST_FAULTS, Math.max(1, surplus));
  const mayEndEarly = isRagged && problem === null && surplus <= 0;
  const cells = agreedReading({ raw: line, delimiter, quote, kinds, mostFaults, mayEndEarly });
  if (cells === null) return byOtherDelimiter(line, table, kinds);
  const meaningful = Object.values(table.columns).flat();
  return meaningful.some((column) => cells[column] === null) ? 'several' : cells.map((cell) => cell ?? '');
}

/** The cells of a line that has exactly the table's columns by another delimiter than the file's. */
function byOtherDelimiter(raw: string, table: RaggedTable, kinds: readonly ColumnKind[]): Reading {
  const found = [...DELIMITERS, ' '].flatMap((delimiter) => {
    if (delimiter === table.delimiter || raw.split(delimiter, table.width).length < table.width) return [];
    const splitter = createRowSplitter({ delimiter, lineEnd: '\n', quote: table.quote });
    const [row, ...others] = [...splitter.push(`${raw}\n`), ...splitter.end()];
    const isFit = others.length === 0 && row?.fields.length === table.width;
    return isFit && row.fields.every((cell, column) => kinds[column]?.fits(cell)) ? [row.fields] : [];
  });
  const [only] = found;
  return found.length > 1 ? 'several' : (only ?? 'none');
}

function isFit(fields: readonly string[], kinds: readonly ColumnKind[]): boolean {
  return kinds.every((kind, column) => kind.fits(fields[column] ?? ''));
}

/**
 * True where a cell up to the last that is filled cannot belong to its column, or is unlike it and like those of the column beside. A
 * number may be a text.
 */
function isContradicted(fields: readonly string[], kinds: readonly ColumnKind[]): boolean {
  const last = fields.findLastIndex(isFilled);
  return kinds.slice(0, last + 1).some((kind, column) => {
    const cell = fields[column] ?? '';
    if (kind.fits(cell)) return false;
    const beside = [kinds[column - 1], kinds[column + 1]].filter((other) => other?.name !== 'text');
    const telling = kind.name === 'text' ? beside.filter((other) => other?.name !== 'number') : beside;
    const isOfOther = isFilled(cell) && telling.some((other) => other?.fits(cell) === true);
    return isOfOther || kind.contradicts(cell);
  });
}

/** Null where the sample tells too little, or the column that a row is about is none of addresses. */
function learnTable(table: RaggedTable): Learnt | null {
  const { columns, width, delimiter } = table;
  if (delimiter === '' || delimiter === ALIGNED || width < 2) return null;
  const rows = table.rows.filter(({ fields, problem }) => problem === null && !fields.slice(width).some(isFilled));
  const usual = usualWidth(rows);
  const isRagged = usual < width || isOfManyWidths(table);
  const telling = isRagged ? rows : rows.filter(({ fields }) => fields.length === usual);
  if (telling.length < FEWEST_ROWS || telling.length * 2 < table.rows.length) return null;
  const cells = telling.map(({ fields }) => fields);
  const kinds = learnColumnKinds(cells, width, new Set(ROLES_OF_TEXTS.flatMap((role) => columns[role] ?? [])));
  const key = kinds[keyColumn(columns)]?.name;
  return key === 'address' || key === 'host' ? { kinds, isRagged } : null;
}

function keyColumn(columns: ColumnPositions): number {
  return (columns.source ?? columns.domain)?.[0] ?? -1;
}

/** The number of cells that most rows have. */
function usualWidth(rows: readonly SplitRow[]): number {
  const counts = new Map<number, number>();
  for (const { fields } of rows) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  const [most] = [...counts].sort((one, other) => other[1] - one[1]);
  return most?.[0] ?? 0;
}

/** True for a file whose rows end with as many empty cells as it happens, or none. */
function isOfManyWidths({ rows, width }: RaggedTable): boolean {
  const usual = usualWidth(rows);
  const isOther = ({ fields, problem }: SplitRow): boolean =>
    problem === null && fields.length !== usual && !fields.slice(width).some(isFilled);
  return rows.filter(isOther).length > rows.length * RAGGED_SHARE;
}
