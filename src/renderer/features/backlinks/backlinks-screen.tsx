import { useCallback } from 'react';
import type { LinkRow } from '../../../contract/rows.ts';
import { NO_SELECTION, selectedCount } from '../../components/data-table/row-selection.ts';
import { useGridState } from '../../components/data-table/use-grid-state.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { useEngine } from '../../engine/engine-context.ts';
import { useProject } from '../../engine/project-context.ts';
import { type PageInput, usePagedRows } from '../../engine/use-paged-rows.ts';
import type { ReadyView } from '../../filtering/saved-views.tsx';
import { LINK_COLUMNS } from '../../judging/link-columns.tsx';
import { LinkEvidence } from '../../judging/link-evidence.tsx';
import { SelectionBar } from '../../judging/selection-bar.tsx';
import { TableScreen } from '../../judging/table-screen.tsx';
import { useCheckAction } from '../../judging/use-check-action.ts';
import { useSelectionTarget } from '../../judging/use-selection-target.ts';
import { useVerdicts } from '../../judging/use-verdicts.ts';
import { Drawer, useDrawer } from '../../shell/drawer.tsx';
import { useNavigation } from '../../shell/navigation.tsx';

const VIEWS: readonly ReadyView[] = [
  { name: 'All backlinks', filter: '' },
  { name: 'Risk signals, no verdict', filter: 'risk>=60 verdict:none' },
  { name: 'Live and followed', filter: 'state:live is:followed' },
  { name: 'Gone', filter: 'state:gone' },
  { name: 'Could not be checked', filter: 'state:unknown' },
  { name: 'Not checked yet', filter: 'state:unchecked' },
  { name: 'Money anchors', filter: 'anchorclass:money-exact,money-partial' },
  { name: 'Target not known', filter: 'target:unknown' },
  { name: 'Decided', filter: '-verdict:none' },
];

const idOf = (row: LinkRow) => row.id;

export function BacklinksScreen() {
  const { query } = useEngine();
  const { summary } = useProject();
  const { tableView } = useNavigation();
  const { enter } = useDrawer();
  const { filter, sort } = tableView('links');
  const pageQuery = useCallback((input: PageInput) => query.links.page.queryOptions({ input }), [query]);
  const source = usePagedRows(pageQuery, filter, sort);
  const grid = useGridState(source);
  const target = useSelectionTarget('links', filter, grid, idOf);
  const verdicts = useVerdicts(target);
  const check = useCheckAction(target);
  const active = grid.activeRow;

  return (
    <>
      <TableScreen
        title="Backlinks"
        table="links"
        columns={LINK_COLUMNS}
        source={source}
        grid={grid}
        rowId={idOf}
        onOpen={enter}
        all={summary.totals.backlinks}
        views={VIEWS}
        bar={
          <SelectionBar
            verdicts={verdicts}
            check={check}
            selected={selectedCount(grid.selection, source.total ?? 0)}
            noun="link"
            onClear={() => grid.setSelection(NO_SELECTION)}
          />
        }
      />
      <Drawer title={active?.sourceDomain ?? 'Evidence'}>
        {active === undefined ? (
          <EmptyState title="Choose a link to see its evidence." />
        ) : (
          <LinkEvidence id={active.id} verdicts={verdicts} first="scores" />
        )}
      </Drawer>
    </>
  );
}
