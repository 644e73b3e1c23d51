import { useMemo } from 'react';
import type { Selection } from '../../contract/engine-contract.ts';
import { assertNever } from '../../core/assert-never.ts';
import type { GridState } from '../components/data-table/use-grid-state.ts';

/**
 * What an action on a table works on: the selected rows, else the active one. All matching rows are named by their filter,
 * never listed. Of checks, the links they looked for are meant. The same object as long as the same rows are meant.
 *
 * @param idOf the id by which the table selects rows
 */
export function useSelectionTarget<Row>(
  table: Selection['table'],
  filter: string,
  grid: GridState<Row>,
  idOf: (row: Row) => number,
): Selection | null {
  const { selection, activeRow } = grid;
  const activeId = activeRow === undefined ? null : idOf(activeRow);
  return useMemo<Selection | null>(() => {
    const ofIds = table === 'checks' ? 'links' : table;
    switch (selection.kind) {
      case 'all':
        return { kind: 'filter', table, filter };
      case 'some':
        return { kind: 'ids', table: ofIds, ids: [...selection.rows.keys()] };
      case 'none':
        return activeId === null ? null : { kind: 'ids', table: ofIds, ids: [activeId] };
      default:
        return assertNever(selection);
    }
  }, [selection, activeId, table, filter]);
}
