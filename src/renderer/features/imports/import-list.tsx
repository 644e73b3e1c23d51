import { useMemo } from 'react';
import type { ImportRow } from '../../../contract/rows.ts';
import type { DataColumn } from '../../components/data-table/data-column.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { rowsAtHand } from '../../components/data-table/row-source.ts';
import { useGridState } from '../../components/data-table/use-grid-state.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { formatBytes, formatMoment, formatNumber, formatShare } from '../../format.ts';
import { Drawer, useDrawer } from '../../shell/drawer.tsx';
import { RejectedRows } from './rejected-rows.tsx';
import { TakeBack } from './take-back.tsx';
import { detectedWords, formatTitle } from './words.ts';

const STATE_WORDS = {
  running: 'Importing',
  done: 'Done',
  cancelled: 'Cancelled',
  failed: 'Stopped',
} as const satisfies Record<ImportRow['state'], string>;

const COLUMNS: readonly DataColumn<ImportRow>[] = [
  { ...textColumn('file', 'File', 180, (row) => row.file), grow: 2 },
  { ...textColumn('format', 'Format', 150, (row) => formatTitle(row.format)), grow: 1 },
  textColumn('imported', 'Imported', 188, (row) => formatMoment(row.importedAt)),
  { ...numberColumn('rows', 'Rows', (row) => row.rows), help: 'Rows = accepted + duplicates + rejected.' },
  {
    ...numberColumn('accepted', 'Accepted', (row) => row.accepted),
    help: 'Rows that named a link or domain the project did not know.',
  },
  {
    ...numberColumn('duplicates', 'Duplicates', (row) => row.duplicates),
    help: 'Rows whose link the project knew; what they say of it is kept all the same.',
  },
  {
    ...numberColumn('rejected', 'Rejected', (row) => row.rejected),
    help: 'Rows that could not be used. Open an import to see each with its reason.',
  },
  textColumn('state', 'State', 80, (row) => STATE_WORDS[row.state]),
  {
    ...textColumn('confidence', 'Detected', 104, (row) => detectedWords(row)),
    cell: (row) => <span title={formatShare(row.confidence)}>{detectedWords(row)}</span>,
  },
  { ...textColumn('size', 'Size', 84, (row) => formatBytes(row.sizeBytes)), align: 'end', isHidden: true },
];

/** What was imported and what became of every row; the drawer shows the rejected rows of one. */
export function ImportList({ imports }: { readonly imports: readonly ImportRow[] | null }) {
  const source = useMemo(() => {
    const rows = rowsAtHand(imports ?? [], 'imports');
    return imports === null ? { ...rows, total: null } : rows;
  }, [imports]);
  const grid = useGridState(source);
  const drawer = useDrawer();
  const active = grid.activeRow;
  return (
    <>
      <DataTable
        label="Imports"
        tableId="imports"
        columns={COLUMNS}
        source={source}
        grid={grid}
        sort={[]}
        onSort={() => undefined}
        onOpen={(index) => {
          grid.setActive(index);
          drawer.enter();
        }}
        empty={<EmptyState title="No imports yet" />}
      />
      {active !== undefined && (
        <Drawer title={active.file}>
          <RejectedRows key={active.id} row={active} />
          <TakeBack key={`take-back-${active.id}`} row={active} />
        </Drawer>
      )}
    </>
  );
}

function textColumn(id: string, title: string, width: number, text: (row: ImportRow) => string): DataColumn<ImportRow> {
  return { id, title, width, sortKey: null, text, cell: (row) => <span title={text(row)}>{text(row)}</span> };
}

function numberColumn(id: string, title: string, value: (row: ImportRow) => number): DataColumn<ImportRow> {
  return {
    id,
    title,
    width: 80,
    align: 'end',
    sortKey: null,
    text: (row) => String(value(row)),
    cell: (row) => <span>{formatNumber(value(row))}</span>,
  };
}
