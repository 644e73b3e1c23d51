import {
  type Column,
  columnOrderingFeature,
  columnPinningFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  functionalUpdate,
  type Header,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type CSSProperties, useMemo, useState } from 'react';
import { useStored } from '../use-stored.ts';
import {
  type ColumnLayout,
  DEFAULT_LAYOUT,
  fullOrder,
  fullVisibility,
  isColumnLayout,
  moveColumn,
} from './column-layout.ts';
import type { DataColumn } from './data-column.ts';

/**
 * TanStack Table keeps the columns: their order, width, visibility, place at the left edge and sorting. Rows never pass
 * through it, because they are windows of an answer that the engine has filtered and ordered.
 */
const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnVisibilityFeature,
  columnSizingFeature,
  columnResizingFeature,
  rowSortingFeature,
});
type Features = typeof features;
type NoRow = Record<string, never>;
export type TableHeader = Header<Features, NoRow>;
export type TableColumn = Column<Features, NoRow>;

export type SortOrder = readonly { readonly key: string; readonly desc: boolean }[];

const NO_ROWS: NoRow[] = [];
const MAX_SORT_COLUMNS = 5;
const MIN_WIDTH = 48;
const CHECK_WIDTH = 34;
/** Room at the end for the button that chooses columns. */
const END_WIDTH = 28;

export interface ColumnTable<Row> {
  readonly headers: readonly TableHeader[];
  /** Every column, shown or not, in order. */
  readonly all: readonly TableColumn[];
  readonly shown: readonly DataColumn<Row>[];
  readonly pinned: readonly string[];
  /** The columns' widths as custom properties of the grid. */
  readonly style: CSSProperties;
  readonly columnOf: (id: string) => DataColumn<Row> | undefined;
  readonly move: (id: string, target: string | number) => void;
  readonly widen: (id: string, byPx: number) => void;
  readonly reset: () => void;
}

export function useColumnTable<Row>(
  tableId: string,
  columns: readonly DataColumn<Row>[],
  sort: SortOrder,
  onSort: (sort: SortOrder) => void,
  hasChecks: boolean,
): ColumnTable<Row> {
  const [layout, setLayout] = useStored<ColumnLayout>(`columns-${tableId}`, DEFAULT_LAYOUT, isColumnLayout);
  const [draggedWidths, setDraggedWidths] = useState<Readonly<Record<string, number>>>(layout.widths);
  const change = (part: Partial<ColumnLayout>) => setLayout({ ...layout, ...part });
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const order = fullOrder(columns, layout.order);
  const visibility = fullVisibility(columns, layout.visibility);
  const definitions = useMemo(() => columns.map(definitionOf), [columns]);
  const sorting = useMemo(
    () => sort.map(({ key, desc }) => ({ id: idOfSortKey(columns, key), desc })),
    [columns, sort],
  );
  const pinning = { start: [...layout.pinned], end: [] };

  const table = useTable<Features, NoRow>({
    features,
    columns: definitions,
    data: NO_ROWS,
    columnResizeMode: 'onChange',
    manualSorting: true,
    maxMultiSortColCount: MAX_SORT_COLUMNS,
    state: {
      columnOrder: order,
      columnVisibility: visibility,
      columnSizing: { ...draggedWidths },
      columnPinning: pinning,
      sorting,
    },
    onColumnOrderChange: (updater) => change({ order: functionalUpdate(updater, order) }),
    onColumnVisibilityChange: (updater) => change({ visibility: functionalUpdate(updater, visibility) }),
    onColumnPinningChange: (updater) => change({ pinned: functionalUpdate(updater, pinning).start }),
    onColumnSizingChange: (updater) => {
      const widths = functionalUpdate(updater, { ...draggedWidths });
      setDraggedWidths(widths);
      change({ widths });
    },
    onSortingChange: (updater) => {
      const next = functionalUpdate(updater, sorting);
      onSort(next.map(({ id, desc }) => ({ key: sortKeyOf(byId.get(id), id), desc })));
    },
  });

  const headers = [...table.getStartFlatHeaders(), ...table.getCenterFlatHeaders()];
  const shownIds = headers.map((header) => header.column.id).join(' ');
  const shown = useMemo(() => shownIds.split(' ').flatMap((id) => byId.get(id) ?? []), [byId, shownIds]);
  const pinnedIds = table
    .getStartFlatHeaders()
    .map((header) => header.column.id)
    .join(' ');
  const pinned = useMemo(() => (pinnedIds === '' ? [] : pinnedIds.split(' ')), [pinnedIds]);

  function widen(id: string, byPx: number) {
    const before = draggedWidths[id] ?? byId.get(id)?.width ?? MIN_WIDTH;
    const widths = { ...draggedWidths, [id]: Math.max(byId.get(id)?.minWidth ?? MIN_WIDTH, before + byPx) };
    setDraggedWidths(widths);
    change({ widths });
  }

  return {
    headers,
    all: table.getAllLeafColumns(),
    shown,
    pinned,
    style: widthProperties(headers, byId, draggedWidths, pinned, hasChecks),
    columnOf: (id) => byId.get(id),
    move: (id, target) => change({ order: moveColumn(order, id, target) }),
    widen,
    reset: () => {
      setDraggedWidths({});
      setLayout(DEFAULT_LAYOUT);
    },
  };
}

function definitionOf<Row>(column: DataColumn<Row>) {
  return {
    id: column.id,
    header: column.title,
    accessorFn: () => null,
    size: column.width,
    minSize: column.minWidth ?? MIN_WIDTH,
    enableSorting: column.sortKey !== null,
    sortDescFirst: column.descFirst ?? column.align === 'end',
  };
}

function sortKeyOf<Row>(column: DataColumn<Row> | undefined, id: string): string {
  return column?.sortKey ?? id;
}

function idOfSortKey<Row>(columns: readonly DataColumn<Row>[], key: string): string {
  return columns.find((column) => sortKeyOf(column, column.id) === key)?.id ?? key;
}

/** One grid template for all rows, so that dragging a width changes one property and no row is drawn again. */
function widthProperties<Row>(
  headers: readonly TableHeader[],
  byId: ReadonlyMap<string, DataColumn<Row>>,
  widths: Readonly<Record<string, number>>,
  pinned: readonly string[],
  hasChecks: boolean,
): CSSProperties {
  const tracks = headers.map((header) => {
    const { id } = header.column;
    const { grow } = byId.get(id) ?? {};
    const isFixed = grow === undefined || widths[id] !== undefined || pinned.includes(id);
    return isFixed ? `${header.getSize()}px` : `minmax(${header.getSize()}px, ${grow}fr)`;
  });
  const hasGrowing = tracks.some((track) => track.startsWith('minmax'));
  const least = headers.reduce((sum, header) => sum + header.getSize(), (hasChecks ? CHECK_WIDTH : 0) + END_WIDTH);
  const check = hasChecks ? [`${CHECK_WIDTH}px`] : [];
  const properties: Record<string, string> = {
    '--min-width': `${least}px`,
    '--columns': [...check, ...tracks, hasGrowing ? `${END_WIDTH}px` : `minmax(${END_WIDTH}px, 1fr)`].join(' '),
  };
  let left = hasChecks ? CHECK_WIDTH : 0;
  for (const [index, id] of pinned.entries()) {
    properties[`--pin-${index}`] = `${left}px`;
    left += headers.find((header) => header.column.id === id)?.getSize() ?? 0;
  }
  return properties;
}
