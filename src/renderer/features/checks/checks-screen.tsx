import { useCallback, useMemo } from 'react';
import type { Selection } from '../../../contract/engine-contract.ts';
import type { CheckRow } from '../../../contract/rows.ts';
import { useGridState } from '../../components/data-table/use-grid-state.ts';
import { useEngine } from '../../engine/engine-context.ts';
import { type PageInput, usePagedRows } from '../../engine/use-paged-rows.ts';
import type { ReadyView } from '../../filtering/saved-views.tsx';
import { LinkEvidence } from '../../judging/link-evidence.tsx';
import { TableScreen } from '../../judging/table-screen.tsx';
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

/** Starts checks and shows every look that was taken, newest first. */
export function ChecksScreen() {
  const { query } = useEngine();
  const { tableView } = useNavigation();
  const { enter } = useDrawer();
  const { filter, sort } = tableView('checks');
  const pageQuery = useCallback((input: PageInput) => query.checks.page.queryOptions({ input }), [query]);
  const source = usePagedRows<CheckRow>(pageQuery, filter, sort);
  const grid = useGridState(source);
  const active = grid.activeRow;
  const backlinkId = active?.backlinkId;

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
        onOpen={enter}
        all={null}
        views={VIEWS}
      />
      {backlinkId !== undefined && <CheckedLink backlinkId={backlinkId} url={active?.sourceUrl ?? ''} />}
    </>
  );
}

/** The link of the active check with all its evidence. */
function CheckedLink({ backlinkId, url }: { readonly backlinkId: number; readonly url: string }) {
  const target = useMemo<Selection>(() => ({ kind: 'ids', table: 'links', ids: [backlinkId] }), [backlinkId]);
  const verdicts = useVerdicts(target);
  return (
    <Drawer title={URL.parse(url)?.host ?? 'Evidence'}>
      <LinkEvidence id={backlinkId} verdicts={verdicts} />
    </Drawer>
  );
}
