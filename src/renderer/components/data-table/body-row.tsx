/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a table of a million rows is drawn in windows, which HTML tables cannot do */
import { useMemo } from 'react';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon.tsx';
import type { DataColumn } from './data-column.ts';
import styles from './data-table.module.css';

export interface BodyRowProps<Row> {
  readonly id: string;
  readonly index: number;
  /** Pixels from the top of the scrolled content. */
  readonly top: number;
  /** Undefined until it has been fetched. */
  readonly row: Row | undefined;
  readonly columns: readonly DataColumn<Row>[];
  /** Ids of the columns that stay at the left edge, in order. */
  readonly pinned: readonly string[];
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly isSelectable: boolean;
}

/** A row, drawn again only when something of its own changed, not with every scrolled pixel. */
export function BodyRow<Row>(props: BodyRowProps<Row>) {
  const { id, index, top, row, columns, pinned, isActive, isSelected, isSelectable } = props;
  return useMemo(
    () => (
      <div
        id={id}
        role="row"
        aria-rowindex={index + 2}
        aria-selected={isSelectable ? isSelected : undefined}
        data-row={index}
        className={classNames(styles.row, isActive && styles.active, isSelected && styles.selected)}
        style={{ transform: `translateY(${top}px)` }}
      >
        {isSelectable && <CheckCell isSelected={isSelected} />}
        {columns.map((column, place) => (
          <Cell
            key={column.id}
            column={column}
            row={row}
            place={place + (isSelectable ? 2 : 1)}
            pin={pinned.indexOf(column.id)}
          />
        ))}
      </div>
    ),
    [id, index, top, row, columns, pinned, isActive, isSelected, isSelectable],
  );
}

function CheckCell({ isSelected }: { readonly isSelected: boolean }) {
  return (
    <div role="gridcell" aria-colindex={1} className={classNames(styles.cell, styles.check)} data-check>
      <span className={classNames(styles.box, isSelected && styles.boxOn)}>
        <Icon name="check" />
      </span>
    </div>
  );
}

interface CellProps<Row> {
  readonly column: DataColumn<Row>;
  readonly row: Row | undefined;
  /** 1-based. */
  readonly place: number;
  /** Place among the pinned columns; -1 for others. */
  readonly pin: number;
}

function Cell<Row>({ column, row, place, pin }: CellProps<Row>) {
  return (
    <div
      role="gridcell"
      aria-colindex={place}
      className={classNames(styles.cell, column.align === 'end' && styles.end, pin >= 0 && styles.pinned)}
      style={pin >= 0 ? { left: `var(--pin-${pin})` } : {}}
    >
      {row === undefined ? <span className={styles.pending} /> : column.cell(row)}
    </div>
  );
}
