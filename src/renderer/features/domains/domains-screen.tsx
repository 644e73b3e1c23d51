import { useCallback } from 'react';
import type { DomainRow } from '../../../contract/rows.ts';
import { NO_SELECTION, selectedCount } from '../../components/data-table/row-selection.ts';
import { useGridState } from '../../components/data-table/use-grid-state.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { useEngine } from '../../engine/engine-context.ts';
import { useProject } from '../../engine/project-context.ts';
import { type PageInput, usePagedRows } from '../../engine/use-paged-rows.ts';
import type { ReadyView } from '../../filtering/saved-views.tsx';
import { DOMAIN_COLUMNS } from '../../judging/domain-columns.tsx';
import { DomainEvidence } from '../../judging/domain-evidence.tsx';
import { SelectionBar } from '../../judging/selection-bar.tsx';
import { TableScreen } from '../../judging/table-screen.tsx';
import { useCheckAction } from '../../judging/use-check-action.ts';
import { useSelectionTarget } from '../../judging/use-selection-target.ts';
import { useVerdicts } from '../../judging/use-verdicts.ts';
import { Drawer, useDrawer } from '../../shell/drawer.tsx';
import { useNavigation } from '../../shell/navigation.tsx';

const VIEWS: readonly ReadyView[] = [
  { name: 'All referring domains', filter: '' },
  { name: 'Risk signals, no verdict', filter: 'risk>=60 verdict:none' },
  { name: 'With live links', filter: 'live>0' },
  { name: 'All links gone', filter: 'live:0 gone>0' },
  { name: 'Seen by several tools', filter: 'sources>=2' },
  { name: 'Decided', filter: '-verdict:none' },
];

const idOf = (row: DomainRow) => row.id;

export function DomainsScreen() {
  const { query } = useEngine();
  const { summary } = useProject();
  const { tableView } = useNavigation();
  const { enter } = useDrawer();
  const { filter, sort } = tableView('domains');
  const pageQuery = useCallback((input: PageInput) => query.domains.page.queryOptions({ input }), [query]);
  const source = usePagedRows(pageQuery, filter, sort);
  const grid = useGridState(source);
  const target = useSelectionTarget('domains', filter, grid, idOf);
  const verdicts = useVerdicts(target);
  const check = useCheckAction(target);
  const active = grid.activeRow;

  return (
    <>
      <TableScreen
        title="Referring domains"
        table="domains"
        columns={DOMAIN_COLUMNS}
        source={source}
        grid={grid}
        rowId={idOf}
        onOpen={enter}
        all={summary.totals.domains}
        views={VIEWS}
        bar={
          <SelectionBar
            verdicts={verdicts}
            check={check}
            selected={selectedCount(grid.selection, source.total ?? 0)}
            noun="domain"
            onClear={() => grid.setSelection(NO_SELECTION)}
          />
        }
      />
      <Drawer title={active?.domain ?? 'Evidence'}>
        {active === undefined ? (
          <EmptyState title="Choose a domain to see its evidence." />
        ) : (
          <DomainEvidence id={active.id} verdicts={verdicts} />
        )}
      </Drawer>
    </>
  );
}
