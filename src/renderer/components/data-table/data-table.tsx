import { EmptyState } from '../empty-state.tsx';
import styles from './data-table.module.css';
import type { DataTableProps } from './data-table-props.ts';
import { GridView } from './grid-view.tsx';
import { ColumnChooser, HeaderRow } from './header-row.tsx';
import { useColumnTable } from './use-column-table.ts';

/**
 * A table of any length: rows come in windows from a RowSource, columns can be sorted, resized, moved, hidden and
 * pinned, and everything works from the keyboard. The grid itself holds the focus and names its active row.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { source, grid, rowId } = props;
  const isSelectable = rowId !== undefined;
  const columnTable = useColumnTable(props.tableId, props.columns, props.sort, props.onSort, isSelectable);
  return (
    <div className={styles.table}>
      <GridView {...props} columnTable={columnTable}>
        <HeaderRow columnTable={columnTable} grid={grid} total={source.total ?? 0} isSelectable={isSelectable} />
      </GridView>
      {source.total === 0 && <div className={styles.empty}>{props.empty}</div>}
      {source.total === null && source.error === null && (
        <div className={styles.empty}>
          <EmptyState title="Reading rows…" />
        </div>
      )}
      <ColumnChooser columnTable={columnTable} />
    </div>
  );
}
