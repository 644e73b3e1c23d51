import { useCallback } from 'react';
import type { AnchorRow } from '../../../contract/rows.ts';
import { termText } from '../../../core/filter/add-term.ts';
import { findFilterKey } from '../../../core/filter/filter-keys.ts';
import type { DataColumn } from '../../components/data-table/data-column.ts';
import { useGridState } from '../../components/data-table/use-grid-state.ts';
import { useEngine } from '../../engine/engine-context.ts';
import { type PageInput, usePagedRows } from '../../engine/use-paged-rows.ts';
import type { ReadyView } from '../../filtering/saved-views.tsx';
import { NumberCell, PageText, ScoreCell } from '../../judging/cells.tsx';
import { TableScreen } from '../../judging/table-screen.tsx';
import { ANCHOR_CLASS_WORDS } from '../../judging/words.ts';
import { useNavigation } from '../../shell/navigation.tsx';

const COLUMNS: readonly DataColumn<AnchorRow>[] = [
  {
    id: 'anchor',
    title: 'Anchor',
    width: 320,
    grow: 3,
    cell: (row) => <PageText text={row.anchor} missing={row.anchor === null ? 'not known' : 'empty'} />,
    text: (row) => row.anchor ?? '',
  },
  {
    id: 'anchorclass',
    title: 'Class',
    width: 180,
    grow: 1,
    cell: (row) => ANCHOR_CLASS_WORDS[row.anchorClass],
    text: (row) => ANCHOR_CLASS_WORDS[row.anchorClass],
  },
  countColumn('domains', 'Domains', (row) => row.domains),
  countColumn('links', 'Links', (row) => row.links),
  countColumn('followed', 'Followed', (row) => row.followed),
  countColumn('live', 'Live', (row) => row.live),
  {
    id: 'risk',
    title: 'Highest risk',
    width: 110,
    align: 'end',
    cell: (row) => <ScoreCell score={row.risk} scale="risk" />,
    text: (row) => String(row.risk ?? ''),
  },
];

const VIEWS: readonly ReadyView[] = [
  { name: 'All anchors', filter: '' },
  { name: 'Money anchors', filter: 'anchorclass:money-exact,money-partial' },
  { name: 'Brand', filter: 'anchorclass:brand,compound' },
  { name: 'From ten domains or more', filter: 'domains>=10' },
];

export function AnchorsScreen() {
  const { query } = useEngine();
  const { tableView, navigate } = useNavigation();
  const { filter, sort } = tableView('anchors');
  const pageQuery = useCallback((input: PageInput) => query.anchors.page.queryOptions({ input }), [query]);
  const source = usePagedRows(pageQuery, filter, sort);
  const grid = useGridState(source);
  return (
    <TableScreen
      title="Anchors"
      table="anchors"
      columns={COLUMNS}
      source={source}
      grid={grid}
      onOpen={(index) => {
        const row = source.rowAt(index);
        if (row !== undefined) navigate('backlinks', { filter: linksWithAnchor(row.anchor) });
      }}
      all={null}
      views={VIEWS}
    />
  );
}

/** The filter of the backlinks that have this anchor text. */
function linksWithAnchor(anchor: string | null): string {
  const key = findFilterKey('links', 'anchor');
  if (key === null || anchor === null || anchor === '') return 'anchor:unknown';
  return termText(key, '=', [anchor]);
}

function countColumn(id: string, title: string, value: (row: AnchorRow) => number): DataColumn<AnchorRow> {
  return {
    id,
    title,
    width: 88,
    align: 'end',
    cell: (row) => <NumberCell value={value(row)} />,
    text: (row) => String(value(row)),
  };
}
