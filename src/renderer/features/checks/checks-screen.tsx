import { useCallback } from 'react';
import type { CheckRow } from '../../../contract/rows.ts';
import { NO_SELECTION, selectedCount } from '../../components/data-table/row-selection.ts';
import { useGridState } from '../../components/data-table/use-grid-state.ts';
import { useEngine } from '../../engine/engine-context.ts';
import { type PageInput, usePagedRows } from '../../engine/use-paged-rows.ts';
import type { ReadyView } from '../../filtering/saved-views.tsx';
import { LinkEvidence } from '../../judging/link-evidence.tsx';
import { SelectionBar } from '../../judging/selection-bar.tsx';
import { TableScreen } from '../../judging/table-screen.tsx';
import { useCheckAction } from '../../judging/use-check-action.ts';
import { useSelectionTarget } from '../../judging/use-selection-target.ts';
import { useVerdicts } from '../../judging/use-verdicts.ts';
import { Drawer, useDrawer } from '../../shell/drawer.tsx';
import { useNavigation } from '../../shell/navigation.tsx';
import { CHECK_COLUMNS } from './check-columns.tsx';
import { CheckRuns } from './check-runs.tsx';
import { StartCheck } from './start-check.tsx';

const VIEWS: readonly ReadyView[] = [
  { name: 'All checks', filter: '' },
  { name: 'Changed', filter: 'has:changed' },
  { name: 'Gone', filter: 'state:gone' },
  { name: 'Could not be checked', filter: 'state:unknown' },
  { name: 'Blocked', filter: 'reason:forbidden,captcha,bot-challenge,access-denied,rate-limited,unauthorized' },
  { name: 'Not allowed by robots.txt', filter: 'reason:robots-disallowed,robots-unreachable' },
  { name: 'Closed to Googlebot', filter: 'googlebot:disallowed' },
  { name: 'Redirected', filter: 'redirects>0' },
  { name: 'Bad certificate', filter: 'has:certificate OR reason:bad-certificate' },
  { name: 'Slow', filter: 'duration>5000' },
];

/** Rows are selected by their link: several checks of one link are one thing to check again or to decide. */
const linkOf = (row: CheckRow) => row.backlinkId;

/** Starts checks and shows every look that was taken, newest first. */
export function ChecksScreen() {
  const { query } = useEngine();
  const { tableView } = useNavigation();
  const { enter } = useDrawer();
  const { filter, sort } = tableView('checks');
  const pageQuery = useCallback((input: PageInput) => query.checks.page.queryOptions({ input }), [query]);
  const source = usePagedRows<CheckRow>(pageQuery, filter, sort);
  const grid = useGridState(source);
  const target = useSelectionTarget('checks', filter, grid, linkOf);
  const verdicts = useVerdicts(target);
  const check = useCheckAction(target);
  const active = grid.activeRow;

  return (
    <>
      <StartCheck />
      <CheckRuns />
      <TableScreen
        title="Checks"
        table="checks"
        columns={CHECK_COLUMNS}
        source={source}
        grid={grid}
        rowId={linkOf}
        onOpen={enter}
        all={null}
        views={VIEWS}
        bar={
          <SelectionBar
            verdicts={verdicts}
            check={check}
            selected={selectedCount(grid.selection, source.total ?? 0)}
            noun={grid.selection.kind === 'all' ? 'check' : 'link'}
            onClear={() => grid.setSelection(NO_SELECTION)}
          />
        }
      />
      {active !== undefined && (
        <Drawer title={URL.parse(active.sourceUrl)?.host ?? 'Evidence'}>
          <LinkEvidence id={active.backlinkId} verdicts={verdicts} first="history" />
        </Drawer>
      )}
    </>
  );
}
