import type { MetricValues } from '../model/export-record.ts';
import type { ColumnDecisions } from './column-decisions.ts';
import type { ColumnRole } from './column-role.ts';
import type { Detection, MetricColumn } from './detection.ts';
import { readDate } from './read-date.ts';
import { readFilledFlag, readFlag } from './read-flag.ts';
import { readNumber } from './read-number.ts';

/** Readers for the cells of a row, compiled once for the columns of a file; a role without a column reads as null. */
export interface CellReaders {
  text(role: ColumnRole): (fields: readonly string[]) => string | null;
  flag(role: ColumnRole): (fields: readonly string[]) => boolean | null;
  date(role: ColumnRole): (fields: readonly string[]) => string | null;
  count(role: ColumnRole): (fields: readonly string[]) => number | null;
  readonly metrics: (fields: readonly string[]) => MetricValues;
  has(role: ColumnRole): boolean;
}

/** The reader of what a file does not tell. */
export const NOTHING = (): null => null;

/** The readers for a file's columns. */
export function cellReaders(detection: Detection, decisions: ColumnDecisions): CellReaders {
  const positionsOf = (role: ColumnRole): readonly number[] => detection.columns[role] ?? [];
  const filled = detection.format.flags === 'filled';
  return {
    has: (role) => positionsOf(role).length > 0,
    text: (role) => textReader(positionsOf(role)),
    flag(role) {
      const positions = positionsOf(role);
      if (positions.length === 0) return NOTHING;
      if (filled) return (fields) => positions.some((position) => readFilledFlag(fields[position] ?? ''));
      return (fields) => firstOf(positions, (position) => readFlag(fields[position] ?? ''));
    },
    date(role) {
      const columns = positionsOf(role).map((position) => ({
        position,
        style: decisions.dates.get(position) ?? 'day-first',
      }));
      if (columns.length === 0) return NOTHING;
      return (fields) => firstOf(columns, ({ position, style }) => readDate(fields[position] ?? '', style));
    },
    count(role) {
      const columns = positionsOf(role).map((position) => ({
        position,
        style: decisions.numbers.get(position) ?? 'point',
      }));
      if (columns.length === 0) return NOTHING;
      return (fields) =>
        firstOf(columns, ({ position, style }) => {
          const value = readNumber(fields[position] ?? '', style);
          return value === null ? null : Math.max(0, Math.round(value));
        });
    },
    metrics: metricReader(detection.metrics, decisions),
  };
}

function firstOf<Column, Value>(columns: readonly Column[], read: (column: Column) => Value | null): Value | null {
  for (const column of columns) {
    const value = read(column);
    if (value !== null) return value;
  }
  return null;
}

function textReader(positions: readonly number[]): (fields: readonly string[]) => string | null {
  if (positions.length === 0) return NOTHING;
  const [only = 0] = positions;
  if (positions.length === 1) return (fields) => filledCell(fields, only);
  return (fields) => firstOf(positions, (position) => filledCell(fields, position));
}

/** Numbers where the column holds numbers, the vendor's words elsewhere. */
function metricReader(
  metrics: readonly MetricColumn[],
  decisions: ColumnDecisions,
): (fields: readonly string[]) => MetricValues {
  const columns = metrics.map(({ position }) => ({ position, style: decisions.numbers.get(position) ?? null }));
  return (fields) =>
    columns.map(({ position, style }) => {
      const cell = fields[position];
      if (cell === undefined || cell === '') return null;
      return (style === null ? null : readNumber(cell, style)) ?? filledCell(fields, position);
    });
}

function filledCell(fields: readonly string[], position: number): string | null {
  const text = fields[position]?.trim();
  return text === undefined || text === '' ? null : text;
}
