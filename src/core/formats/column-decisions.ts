import type { ColumnPositions, ColumnRole } from './column-role.ts';
import { ROLES_OF_DATES } from './column-role.ts';
import { type DateStyle, dateEvidence, isOpenDate } from './read-date.ts';
import { type NumberStyle, numberEvidence, readNumber } from './read-number.ts';

/** How the ambiguous cells of each column are to be read, decided once for a file. */
export interface ColumnDecisions {
  /** By column position. */
  readonly dates: ReadonlyMap<number, DateStyle>;
  /** By column position; only columns that hold numbers are listed. */
  readonly numbers: ReadonlyMap<number, NumberStyle>;
}

/** Their cells are most of a row and never read as numbers: asking them would take most of the time. */
const ROLES_WITHOUT_NUMBERS = [
  ...ROLES_OF_DATES,
  'source',
  'target',
  'anchor',
  'altText',
  'title',
  'contextLeft',
  'contextRight',
  'domain',
] as const satisfies readonly ColumnRole[];

/** Collects evidence row by row, so that any number of rows can be asked without being held. */
export interface ColumnObserver {
  observe(fields: readonly string[]): void;
  /** True while a column of dates has cells that allow both orders and none that tells. */
  isOpen(): boolean;
  decide(): ColumnDecisions;
}

export interface ObserverOptions {
  /** Cells are typed, as in a workbook: a number has a decimal point unless its own column proves otherwise. */
  readonly isTyped: boolean;
}

/**
 * Decides per column the order of day and month and the decimal sign. A column without evidence follows what the file's other
 * columns prove, since one spreadsheet wrote them all; failing that dates are read day first (the order of every locale but one
 * that rewrites exports) and numbers with a decimal point (what vendors write).
 */
export function observeColumns(
  columns: ColumnPositions,
  width: number,
  { isTyped }: ObserverOptions = { isTyped: false },
): ColumnObserver {
  const dates = [...new Set(ROLES_OF_DATES.flatMap((role) => columns[role] ?? []))].map((position) => ({
    position,
    balance: 0,
    isAmbiguous: false,
  }));
  const never = new Set(ROLES_WITHOUT_NUMBERS.flatMap((role) => columns[role] ?? []));
  const numbers = Array.from({ length: width }, (_, position) => ({
    position,
    filled: 0,
    numbers: 0,
    balance: 0,
  })).filter(({ position }) => !never.has(position));
  return {
    observe(fields) {
      for (const column of dates) observeDate(column, fields[column.position] ?? '');
      for (const column of numbers) observeNumber(column, fields[column.position] ?? '');
    },
    isOpen: () => dates.some(({ isAmbiguous, balance }) => isAmbiguous && balance === 0),
    decide() {
      const dateEvidenceOf = dates.map(
        ({ position, balance }) => [position, styleOf(balance, 'day-first', 'month-first')] as const,
      );
      const numberEvidenceOf = numbers.flatMap((column) =>
        isNumberColumn(column) ? [[column.position, styleOf(column.balance, 'point', 'comma')] as const] : [],
      );
      return {
        dates: settle<DateStyle>(dateEvidenceOf, 'day-first', true),
        numbers: settle<NumberStyle>(numberEvidenceOf, 'point', !isTyped),
      };
    },
  };
}

/** The decisions that a sample of data rows allows. */
export function decideColumns(
  rows: readonly (readonly string[])[],
  columns: ColumnPositions,
  width: number,
): ColumnDecisions {
  const observer = observeColumns(columns, width);
  for (const row of rows) observer.observe(row);
  return observer.decide();
}

interface DateColumn {
  readonly position: number;
  /** Proofs for day first less proofs for month first. */
  balance: number;
  isAmbiguous: boolean;
}

const HYPHEN = 45;

function observeDate(column: DateColumn, cell: string): void {
  if (cell === '' || cell.charCodeAt(4) === HYPHEN) return;
  const style = dateEvidence(cell);
  if (style === 'day-first') column.balance += 1;
  else if (style === 'month-first') column.balance -= 1;
  else if (isOpenDate(cell)) column.isAmbiguous = true;
}

interface NumberColumn {
  readonly position: number;
  filled: number;
  numbers: number;
  /** Proofs for the decimal point less proofs for the comma. */
  balance: number;
}

/** Long cells are texts; reading them as numbers would take most of the time. */
const MAX_NUMBER_CHARS = 40;

function observeNumber(column: NumberColumn, cell: string): void {
  if (cell === '' || (cell.length > MAX_NUMBER_CHARS && cell.trim() !== '')) {
    if (cell !== '') column.filled += 1;
    return;
  }
  if (isDigits(cell)) {
    column.filled += 1;
    column.numbers += 1;
    return;
  }
  if (cell.trim() === '') return;
  column.filled += 1;
  if (!mayBeNumber(cell) || (readNumber(cell, 'point') === null && readNumber(cell, 'comma') === null)) return;
  column.numbers += 1;
  const style = numberEvidence(cell);
  if (style === 'point') column.balance += 1;
  if (style === 'comma') column.balance -= 1;
}

function isDigits(cell: string): boolean {
  for (let at = 0; at < cell.length; at += 1) {
    const code = cell.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/** A number starts with a digit, a sign, a blank or a mark between groups; most words are seen to be none by their first letter. */
function mayBeNumber(cell: string): boolean {
  const code = cell.charCodeAt(0);
  return !((code >= 65 && code <= 90) || (code >= 97 && code <= 122));
}

/** At least four of five filled cells are numbers, which leaves room for `n/a` and `-`. A column of blanks is text. */
function isNumberColumn({ filled, numbers }: NumberColumn): boolean {
  return filled > 0 && numbers >= filled * 0.8;
}

function styleOf<Style>(balance: number, one: Style, other: Style): Style | null {
  if (balance === 0) return null;
  return balance > 0 ? one : other;
}

function settle<Style>(
  evidence: readonly (readonly [number, Style | null])[],
  fallback: Style,
  isShared: boolean,
): Map<number, Style> {
  const proved = new Set(evidence.flatMap(([, style]) => style ?? []));
  const [only] = proved;
  const shared = isShared && proved.size === 1 && only !== undefined ? only : fallback;
  return new Map(evidence.map(([position, style]) => [position, style ?? shared]));
}
