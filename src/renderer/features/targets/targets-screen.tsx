import { useCallback } from 'react';
import type { TargetRow } from '../../../contract/rows.ts';
import { termText } from '../../../core/filter/add-term.ts';
import { findFilterKey } from '../../../core/filter/filter-keys.ts';
import type { DataColumn } from '../../components/data-table/data-column.ts';
import { useGridState } from '../../components/data-table/use-grid-state.ts';
import { useEngine } from '../../engine/engine-context.ts';
import { useProject } from '../../engine/project-context.ts';
import { type PageInput, usePagedRows } from '../../engine/use-paged-rows.ts';
import type { ReadyView } from '../../filtering/saved-views.tsx';
import { NumberCell, UrlCell } from '../../judging/cells.tsx';
import { TableScreen } from '../../judging/table-screen.tsx';
import { useNavigation } from '../../shell/navigation.tsx';

const COLUMNS: readonly DataColumn<TargetRow>[] = [
  {
    id: 'target',
    title: 'Target',
    width: 420,
    grow: 1,
    cell: (row) => <UrlCell url={row.targetUrl} missing="Target not known" />,
    text: (row) => row.targetUrl ?? '',
  },
  countColumn('domains', 'Domains', (row) => row.domains),
  countColumn('links', 'Links', (row) => row.links),
  countColumn('followed', 'Followed', (row) => row.followed),
  countColumn('live', 'Live', (row) => row.live),
];

const VIEWS: readonly ReadyView[] = [
  { name: 'All targets', filter: '' },
  { name: 'From ten domains or more', filter: 'domains>=10' },
  { name: 'No live link left', filter: 'live:0' },
];

export function TargetsScreen() {
  const { query } = useEngine();
  const { summary } = useProject();
  const { tableView, navigate } = useNavigation();
  const { filter, sort } = tableView('targets');
  const pageQuery = useCallback((input: PageInput) => query.targets.page.queryOptions({ input }), [query]);
  const source = usePagedRows(pageQuery, filter, sort);
  const grid = useGridState(source);
  return (
    <TableScreen
      title="Targets"
      table="targets"
      columns={COLUMNS}
      source={source}
      grid={grid}
      onOpen={(index) => {
        const row = source.rowAt(index);
        if (row !== undefined) navigate('backlinks', { filter: linksToTarget(row.targetUrl) });
      }}
      all={summary.totals.targets}
      views={VIEWS}
    />
  );
}

/** The filter of the backlinks that point at this address. */
function linksToTarget(url: string | null): string {
  const key = findFilterKey('links', 'target');
  return key === null || url === null ? 'target:unknown' : termText(key, '=', [url]);
}

function countColumn(id: string, title: string, value: (row: TargetRow) => number): DataColumn<TargetRow> {
  return {
    id,
    title,
    width: 96,
    align: 'end',
    cell: (row) => <NumberCell value={value(row)} />,
    text: (row) => String(value(row)),
  };
}
