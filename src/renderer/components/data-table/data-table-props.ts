import type { ReactNode } from 'react';
import type { DataColumn } from './data-column.ts';
import type { RowSource } from './row-source.ts';
import type { SortOrder } from './use-column-table.ts';
import type { GridState } from './use-grid-state.ts';

export interface DataTableProps<Row> {
  /** The accessible name of the grid. */
  readonly label: string;
  /** Under which the column layout is kept. */
  readonly tableId: string;
  /** Must keep their identity between renders: define them outside the component. */
  readonly columns: readonly DataColumn<Row>[];
  readonly source: RowSource<Row>;
  readonly grid: GridState<Row>;
  readonly sort: SortOrder;
  readonly onSort: (sort: SortOrder) => void;
  /** The id by which rows are selected; leave out for tables without selection. */
  readonly rowId?: (row: Row) => number;
  /** Enter or a double click on a row. */
  readonly onOpen?: (index: number) => void;
  /** Esc where there is nothing left to clear. */
  readonly onLeave?: () => void;
  readonly onCopied?: (rows: number) => void;
  readonly onError?: (error: unknown) => void;
  /** Has the keyboard focus when it appears: the table is what its screen is for. */
  readonly takesFocus?: boolean;
  /** What stands in place of rows when there are none. */
  readonly empty: ReactNode;
}
