/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a table of a million rows is drawn in windows, which HTML tables cannot do */
import { Button } from 'react-aria-components';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon.tsx';
import { Menu } from '../menu.tsx';
import styles from './data-table.module.css';
import { HeaderCell } from './header-cell.tsx';
import { NO_SELECTION, selectedCount } from './row-selection.ts';
import type { ColumnTable } from './use-column-table.ts';
import type { GridState } from './use-grid-state.ts';

export interface HeaderRowProps<Row> {
  readonly columnTable: ColumnTable<Row>;
  readonly grid: GridState<Row>;
  readonly total: number;
  readonly isSelectable: boolean;
}

export function HeaderRow<Row>({ columnTable, grid, total, isSelectable }: HeaderRowProps<Row>) {
  const count = selectedCount(grid.selection, total);
  const isAll = total > 0 && count === total;
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.headRow}>
        {isSelectable && (
          <div
            role="columnheader"
            aria-colindex={1}
            aria-label="Selection"
            className={classNames(styles.headCell, styles.check)}
          >
            <Button
              aria-label={isAll ? 'Select none' : 'Select everything that matches'}
              excludeFromTabOrder
              className={classNames(styles.box, count > 0 && styles.boxOn)}
              onPress={() => grid.setSelection(isAll ? NO_SELECTION : { kind: 'all' })}
            >
              {isAll || count === 0 ? <Icon name="check" /> : <span className={styles.dash} />}
            </Button>
          </div>
        )}
        {columnTable.headers.map((header, index) => (
          <HeaderCell
            key={header.column.id}
            header={header}
            index={index + (isSelectable ? 2 : 1)}
            columnTable={columnTable}
          />
        ))}
      </div>
    </div>
  );
}

/** The button over the end of the head; outside the grid, which may hold nothing but rows. */
export function ColumnChooser<Row>({ columnTable }: { readonly columnTable: ColumnTable<Row> }) {
  return (
    <Menu
      label="Columns"
      staysOpen
      entries={[
        ...columnTable.all.map((column) => ({
          id: column.id,
          label: columnTable.columnOf(column.id)?.title ?? column.id,
          isChecked: column.getIsVisible(),
          isDisabled: column.getIsVisible() && columnTable.shown.length === 1,
          run: () => column.toggleVisibility(),
        })),
        { kind: 'separator', id: 'separator' },
        { id: 'reset', label: 'Reset the columns', run: columnTable.reset },
      ]}
    >
      <Button aria-label="Choose columns" className={styles.chooserButton ?? ''}>
        <Icon name="columns" />
      </Button>
    </Menu>
  );
}
