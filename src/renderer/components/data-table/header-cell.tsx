/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a table of a million rows is drawn in windows, which HTML tables cannot do */
import { type DragEvent, useState } from 'react';
import { Button } from 'react-aria-components';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon.tsx';
import { Menu, type MenuEntry } from '../menu.tsx';
import styles from './data-table.module.css';
import type { ColumnTable, TableHeader } from './use-column-table.ts';

export interface HeaderCellProps<Row> {
  readonly header: TableHeader;
  /** 1-based place among the columns. */
  readonly index: number;
  readonly columnTable: ColumnTable<Row>;
}

const DRAG_TYPE = 'application/x-anchorage-column';
const WIDTH_STEP = 40;

/** A column head: click sorts, Shift adds a further order, dragging moves, the edge resizes, the menu does all of it. */
export function HeaderCell<Row>({ header, index, columnTable }: HeaderCellProps<Row>) {
  const [isOver, setOver] = useState(false);
  const { column } = header;
  const definition = columnTable.columnOf(column.id);
  const sorted = column.getIsSorted();
  const pin = columnTable.pinned.indexOf(column.id);
  const sortIndex = column.getSortIndex();

  function drop(event: DragEvent) {
    setOver(false);
    const moved = event.dataTransfer.getData(DRAG_TYPE);
    if (moved === '' || moved === column.id) return;
    event.preventDefault();
    columnTable.move(moved, column.id);
  }

  return (
    <div
      role="columnheader"
      tabIndex={-1}
      aria-colindex={index}
      aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}
      aria-label={definition?.title}
      title={definition?.help}
      className={classNames(
        styles.headCell,
        definition?.align === 'end' && styles.end,
        pin >= 0 && styles.pinned,
        isOver && styles.over,
      )}
      style={pin >= 0 ? { left: `var(--pin-${pin})` } : {}}
      draggable
      onDragStart={(event) => event.dataTransfer.setData(DRAG_TYPE, column.id)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAG_TYPE)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <button
        type="button"
        tabIndex={-1}
        className={styles.sort}
        disabled={!column.getCanSort()}
        onClick={(event) => column.toggleSorting(undefined, event.shiftKey)}
      >
        <span className={styles.headText}>{definition?.title}</span>
        {sorted !== false && <Icon name={sorted === 'asc' ? 'arrow-up' : 'arrow-down'} className={styles.arrow} />}
        {sorted !== false && sortIndex > 0 && <span className={styles.sortIndex}>{sortIndex + 1}</span>}
      </button>
      <Menu label={`${definition?.title ?? column.id} column`} entries={columnEntries(header, columnTable)}>
        <Button
          aria-label={`${definition?.title ?? column.id} column menu`}
          excludeFromTabOrder
          className={styles.headMenu ?? ''}
        >
          <Icon name="chevron-down" />
        </Button>
      </Menu>
      {/* The column menu resizes by keyboard. */}
      <span
        className={classNames(styles.resizer, column.getIsResizing() && styles.resizing)}
        aria-hidden="true"
        onMouseDown={header.getResizeHandler()}
        onTouchStart={header.getResizeHandler()}
        onDoubleClick={() => column.resetSize()}
        draggable
        onDragStart={(event) => {
          event.preventDefault();
          event.stopPropagation();
        }}
      />
    </div>
  );
}

function columnEntries<Row>({ column }: TableHeader, columnTable: ColumnTable<Row>): readonly MenuEntry[] {
  const canSort = column.getCanSort();
  const isPinned = column.getIsPinned() !== false;
  return [
    {
      id: 'ascending',
      label: 'Sort ascending',
      icon: 'arrow-up',
      isDisabled: !canSort,
      run: () => column.toggleSorting(false),
    },
    {
      id: 'descending',
      label: 'Sort descending',
      icon: 'arrow-down',
      isDisabled: !canSort,
      run: () => column.toggleSorting(true),
    },
    { id: 'also', label: 'Add to the order', isDisabled: !canSort, run: () => column.toggleSorting(undefined, true) },
    { id: 'clear', label: 'Do not sort', isDisabled: column.getIsSorted() === false, run: () => column.clearSorting() },
    { kind: 'separator', id: 'first' },
    { id: 'pin', label: isPinned ? 'Unpin' : 'Pin to the left', run: () => column.pin(isPinned ? false : 'start') },
    { id: 'left', label: 'Move left', run: () => columnTable.move(column.id, -1) },
    { id: 'right', label: 'Move right', run: () => columnTable.move(column.id, 1) },
    { id: 'wider', label: 'Wider', run: () => columnTable.widen(column.id, WIDTH_STEP) },
    { id: 'narrower', label: 'Narrower', run: () => columnTable.widen(column.id, -WIDTH_STEP) },
    { kind: 'separator', id: 'second' },
    {
      id: 'hide',
      label: 'Hide',
      isDisabled: columnTable.shown.length === 1,
      run: () => column.toggleVisibility(false),
    },
  ];
}
