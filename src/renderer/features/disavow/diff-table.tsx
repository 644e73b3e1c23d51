import { useMemo } from 'react';
import type { DisavowDiffAnswer, DisavowDiffEntry } from '../../../contract/disavow.ts';
import type { DataColumn } from '../../components/data-table/data-column.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { rowsAtHand } from '../../components/data-table/row-source.ts';
import { useGridState } from '../../components/data-table/use-grid-state.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { StateDot } from '../../components/state-dot.tsx';
import { formatCount, formatNumber } from '../../format.ts';

interface DiffRow extends DisavowDiffEntry {
  readonly change: 'added' | 'removed';
}

const COLUMNS: readonly DataColumn<DiffRow>[] = [
  {
    id: 'change',
    title: 'Change',
    width: 110,
    sortKey: null,
    cell: ({ change }) => (
      <StateDot tone={change === 'added' ? 'accent' : 'neutral'} isHollow={change === 'removed'}>
        {change === 'added' ? '+ Added' : '− Removed'}
      </StateDot>
    ),
    text: ({ change }) => change,
  },
  {
    id: 'entry',
    title: 'Entry',
    width: 320,
    grow: 2,
    sortKey: null,
    cell: ({ entry }) => (
      <bdi title={entry} dir="ltr">
        {entry}
      </bdi>
    ),
    text: ({ entry }) => entry,
  },
  {
    id: 'line',
    title: 'Line',
    width: 72,
    align: 'end',
    sortKey: null,
    cell: ({ line }) => formatNumber(line),
    text: ({ line }) => String(line),
  },
  {
    id: 'covered',
    title: 'Note',
    width: 240,
    grow: 1,
    sortKey: null,
    cell: (row) => <span title={noteWords(row)}>{noteWords(row)}</span>,
    text: noteWords,
  },
];

/** The entries that only one of two files holds. */
export function DiffTable({ diff }: { readonly diff: DisavowDiffAnswer }) {
  const source = useMemo(() => rowsAtHand(diffRows(diff), 'diff'), [diff]);
  const grid = useGridState(source);
  return (
    <DataTable
      label="Differences"
      tableId="disavow-diff"
      columns={COLUMNS}
      source={source}
      grid={grid}
      sort={[]}
      onSort={() => undefined}
      empty={
        <EmptyState title="The same entries">
          Order, comments and spelling may differ; what is disavowed does not.
        </EmptyState>
      }
    />
  );
}

/** `3 entries added, 1 removed, 28 stay`. */
export function diffWords({ added, removed, kept }: DisavowDiffAnswer): string {
  return `${formatCount(added.length, 'entry', 'entries')} added, ${formatNumber(removed.length)} removed, ${formatNumber(kept)} ${kept === 1 ? 'stays' : 'stay'}`;
}

function diffRows({ added, removed }: DisavowDiffAnswer): readonly DiffRow[] {
  return [
    ...removed.map((entry) => ({ ...entry, change: 'removed' as const })),
    ...added.map((entry) => ({ ...entry, change: 'added' as const })),
  ];
}

function noteWords({ change, stillCoveredBy }: DiffRow): string {
  if (stillCoveredBy === null) return change === 'removed' ? 'no longer disavowed' : '';
  return change === 'removed' ? `still covered by ${stillCoveredBy}` : `was covered by ${stillCoveredBy}`;
}
