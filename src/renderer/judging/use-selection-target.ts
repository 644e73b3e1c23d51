import { useMemo } from 'react';
import type { Selection } from '../../contract/engine-contract.ts';
import { assertNever } from '../../core/assert-never.ts';
import type { GridState } from '../components/data-table/use-grid-state.ts';

/**
 * What an action on a table works on: the selected rows, else the active one. All matching rows are named by their filter,
 * never listed. The same object as long as the same rows are meant.
 */
export function useSelectionTarget<Row extends { readonly id: number }>(
  table: 'links' | 'domains',
  filter: string,
  grid: GridState<Row>,
): Selection | null {
  const { selection } = grid;
  const activeId = grid.activeRow?.id;
  return useMemo<Selection | null>(() => {
    switch (selection.kind) {
      case 'all':
        return { kind: 'filter', table, filter };
      case 'some':
        return { kind: 'ids', table, ids: [...selection.rows.keys()] };
      case 'none':
        return activeId === undefined ? null : { kind: 'ids', table, ids: [activeId] };
      default:
        return assertNever(selection);
    }
  }, [selection, activeId, table, filter]);
}
