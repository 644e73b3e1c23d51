/**
 * Which rows of a table are selected. `all` is everything the filter matches, however many that is; it is never written out
 * as a list of rows. Otherwise the ids stand with the index each row had when it was selected.
 */
export type RowSelection =
  | { readonly kind: 'none' }
  | { readonly kind: 'some'; readonly rows: ReadonlyMap<number, number> }
  | { readonly kind: 'all' };

/** More rows than this are selected by a filter, not one by one. */
export const MAX_SELECTED_ROWS = 100_000;

export const NO_SELECTION: RowSelection = { kind: 'none' };

export function isSelected(selection: RowSelection, id: number): boolean {
  return selection.kind === 'all' || (selection.kind === 'some' && selection.rows.has(id));
}

/** How many of `total` rows are selected. */
export function selectedCount(selection: RowSelection, total: number): number {
  if (selection.kind === 'none') return 0;
  return selection.kind === 'all' ? total : selection.rows.size;
}

/** Adds or removes one row. Touching a row while everything is selected starts over with that row. */
export function toggleRow(selection: RowSelection, id: number, index: number): RowSelection {
  if (selection.kind !== 'some') return selectRows([[id, index]]);
  const rows = new Map(selection.rows);
  if (!rows.delete(id)) rows.set(id, index);
  return rows.size === 0 ? NO_SELECTION : { kind: 'some', rows };
}

/** Selects exactly these rows, given as pairs of id and index. */
export function selectRows(rows: Iterable<readonly [number, number]>): RowSelection {
  const map = new Map(rows);
  return map.size === 0 ? NO_SELECTION : { kind: 'some', rows: map };
}
