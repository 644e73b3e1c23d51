import type { DataColumn } from './data-column.ts';

/** How a person has arranged a table's columns; kept per table. */
export interface ColumnLayout {
  /** Ids in the order shown; columns that are missing here stand where the program puts them. */
  readonly order: readonly string[];
  readonly visibility: Readonly<Record<string, boolean>>;
  /** Pixels, for columns whose width was set. */
  readonly widths: Readonly<Record<string, number>>;
  readonly pinned: readonly string[];
}

export const DEFAULT_LAYOUT: ColumnLayout = { order: [], visibility: {}, widths: {}, pinned: [] };

export function isColumnLayout(value: unknown): value is ColumnLayout {
  if (typeof value !== 'object' || value === null) return false;
  const { order, visibility, widths, pinned } = value as Partial<Record<keyof ColumnLayout, unknown>>;
  return Array.isArray(order) && Array.isArray(pinned) && isRecord(visibility) && isRecord(widths);
}

/** The order of all columns: the chosen one, with columns it does not know in their usual place behind their neighbour. */
export function fullOrder<Row>(columns: readonly DataColumn<Row>[], order: readonly string[]): string[] {
  const known = new Set(columns.map((column) => column.id));
  const result = order.filter((id) => known.has(id));
  for (const [index, column] of columns.entries()) {
    if (result.includes(column.id)) continue;
    const before = columns[index - 1]?.id;
    result.splice(before === undefined ? 0 : result.indexOf(before) + 1, 0, column.id);
  }
  return result;
}

/** Which columns are shown: the chosen ones, and the usual ones where nobody chose. */
export function fullVisibility<Row>(
  columns: readonly DataColumn<Row>[],
  visibility: Readonly<Record<string, boolean>>,
): Record<string, boolean> {
  return Object.fromEntries(columns.map((column) => [column.id, visibility[column.id] ?? column.isHidden !== true]));
}

/** An order with `id` moved to where `target` stands, or by one place with a number. */
export function moveColumn(order: readonly string[], id: string, target: string | number): string[] {
  const from = order.indexOf(id);
  const to = typeof target === 'number' ? from + target : order.indexOf(target);
  if (from < 0 || to < 0 || to >= order.length) return [...order];
  const result = order.toSpliced(from, 1);
  result.splice(to, 0, id);
  return result;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
