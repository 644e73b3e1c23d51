/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a table of a million rows is drawn in windows, which HTML tables cannot do */
import { type MouseEvent, type ReactNode, useEffect, useEffectEvent, useId, useMemo, useRef } from 'react';
import { classNames } from '../class-names.ts';
import { BodyRow } from './body-row.tsx';
import styles from './data-table.module.css';
import type { DataTableProps } from './data-table-props.ts';
import { isSelected } from './row-selection.ts';
import { contentHeight } from './row-window.ts';
import type { ColumnTable } from './use-column-table.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useRowWindow } from './use-row-window.ts';

/** Pixels; the tokens file says the same to the style sheets. */
const ROW_HEIGHT = 28;
const HEAD_HEIGHT = 30;

export interface GridViewProps<Row> extends DataTableProps<Row> {
  readonly columnTable: ColumnTable<Row>;
  /** The head. It comes from outside so that scrolling does not draw it again. */
  readonly children: ReactNode;
}

/** The scrolled part of a table: the rows in sight, the keyboard and the pointer. */
export function GridView<Row>(props: GridViewProps<Row>) {
  const { label, source, grid, rowId, columnTable, children } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const total = source.total ?? 0;
  const { shown, geometry, scrollToTop, showRow } = useRowWindow(scroller, total, ROW_HEIGHT, HEAD_HEIGHT);
  const keys = useGridKeys({ ...props, total, pageSize: shown.pageSize, showRow, shownColumns: columnTable.shown });

  const { takesFocus = false } = props;
  useEffect(() => {
    if (takesFocus) scroller.current?.focus({ preventScroll: true });
  }, [takesFocus]);

  const { show, question } = source;
  useEffect(() => show(shown.first, shown.end), [show, shown.first, shown.end]);
  const startOver = useEffectEvent(scrollToTop);
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- other rows are seen from their beginning
  useEffect(() => startOver(), [question]);

  const rows = useMemo(
    () => Array.from({ length: shown.end - shown.first }, (_, index) => shown.first + index),
    [shown.first, shown.end],
  );

  function clickRow(event: MouseEvent) {
    const index = rowIndexOf(event.target);
    if (index === null) return;
    const isCheck = event.target instanceof Element && event.target.closest('[data-check]') !== null;
    keys.click(index, { toggles: isCheck || event.ctrlKey || event.metaKey, extends: event.shiftKey });
  }

  const isActiveShown = grid.active !== null && grid.active >= shown.first && grid.active < shown.end;
  return (
    <div
      ref={scroller}
      // The grid is one stop of the Tab key; its active row is named by aria-activedescendant.
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={columnTable.shown.length + (rowId === undefined ? 0 : 1)}
      aria-multiselectable={rowId !== undefined}
      aria-busy={source.total === null || source.isBehind}
      aria-activedescendant={isActiveShown ? `${prefix}-${grid.active}` : undefined}
      className={classNames(styles.grid, source.isBehind && styles.behind)}
      style={columnTable.style}
      onKeyDown={keys.press}
      data-grid
    >
      {children}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events */}
      <div
        role="rowgroup"
        className={styles.body}
        style={{ height: contentHeight(geometry) }}
        onClick={clickRow}
        onDoubleClick={(event) => {
          const index = rowIndexOf(event.target);
          if (index !== null) props.onOpen?.(index);
        }}
      >
        {rows.map((index) => {
          const row = source.rowAt(index);
          return (
            <BodyRow
              key={index}
              id={`${prefix}-${index}`}
              index={index}
              top={index * ROW_HEIGHT + shown.shift}
              row={row}
              columns={columnTable.shown}
              pinned={columnTable.pinned}
              isActive={index === grid.active}
              isSelected={row !== undefined && rowId !== undefined && isSelected(grid.selection, rowId(row))}
              isSelectable={rowId !== undefined}
            />
          );
        })}
      </div>
    </div>
  );
}

function rowIndexOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return row === null ? null : Number(row.dataset.row);
}
