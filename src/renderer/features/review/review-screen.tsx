import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { DomainRow, LinkRow } from '../../../contract/rows.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { rowsAtHand } from '../../components/data-table/row-source.ts';
import { useGridState } from '../../components/data-table/use-grid-state.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { SplitPanel } from '../../components/split-panel.tsx';
import { isNumber, useStored } from '../../components/use-stored.ts';
import { useEngine } from '../../engine/engine-context.ts';
import { errorOf } from '../../engine/error-of.ts';
import { useProject } from '../../engine/project-context.ts';
import { type PageInput, usePagedRows } from '../../engine/use-paged-rows.ts';
import { formatCount } from '../../format.ts';
import { DOMAIN_COLUMNS } from '../../judging/domain-columns.tsx';
import { DomainEvidence } from '../../judging/domain-evidence.tsx';
import { LINK_COLUMNS } from '../../judging/link-columns.tsx';
import { useSelectionTarget } from '../../judging/use-selection-target.ts';
import { useVerdicts } from '../../judging/use-verdicts.ts';
import { VerdictButtons } from '../../judging/verdict-buttons.tsx';
import { Drawer, useDrawer } from '../../shell/drawer.tsx';
import { type SortKey, useNavigation } from '../../shell/navigation.tsx';
import { useNotices } from '../../shell/notices.tsx';
import styles from './review-screen.module.css';

/** Domains that the signals put up for review and that nobody has decided. */
const QUEUE_FILTER = 'verdict:none suggestion:disavow-domain,disavow-url,review';
const WORST_FIRST: readonly SortKey[] = [{ key: 'risk', desc: true }];
const NO_LINKS: readonly LinkRow[] = [];

/** What decides comes first. */
const QUEUE_ORDER = ['domain', 'risk', 'suggestion', 'links', 'live', 'gone', 'unknown', 'quality', 'followed', 'rank'];
const QUEUE_COLUMNS = QUEUE_ORDER.flatMap((id) => DOMAIN_COLUMNS.find((column) => column.id === id) ?? []);
const idOfDomain = (row: DomainRow) => row.id;

/** Triage: one domain after the other, decided by a key, the next one coming by itself. */
export function ReviewScreen() {
  const { query } = useEngine();
  const { enter, isOpen } = useDrawer();
  const { notifyError } = useNotices();
  const [sort, setSort] = useState(WORST_FIRST);
  const [linksHeight, setLinksHeight] = useStored('review-links-height', 260, isNumber);
  const pageQuery = useCallback((input: PageInput) => query.domains.page.queryOptions({ input }), [query]);
  const source = usePagedRows(pageQuery, QUEUE_FILTER, sort);
  const grid = useGridState(source);
  const target = useSelectionTarget('domains', QUEUE_FILTER, grid, idOfDomain);
  const verdicts = useVerdicts(target);
  const { total } = source;
  const active = grid.activeRow;

  // A decided domain leaves the queue and the next one takes its place; behind the last one the queue starts over.
  const { setActive } = grid;
  const wanted = total === null || total === 0 ? null : Math.min(grid.active ?? 0, total - 1);
  useEffect(() => {
    if (wanted !== grid.active && wanted !== null) setActive(wanted);
  }, [wanted, grid.active, setActive]);

  if (total === 0) return <NothingToReview />;
  return (
    <>
      <header className={styles.header}>
        <h2 className={styles.title}>{total === null ? 'Review' : `${formatCount(total, 'domain')} to review`}</h2>
        {!isOpen && <VerdictButtons verdicts={verdicts} />}
      </header>
      {source.error !== null && (
        <ErrorPanel
          message={errorOf(source.error).message}
          actions={<Button onPress={source.retry}>Try again</Button>}
        />
      )}
      <DataTable
        label="Domains to review"
        tableId="review"
        columns={QUEUE_COLUMNS}
        source={source}
        grid={grid}
        sort={sort}
        onSort={setSort}
        onOpen={enter}
        takesFocus
        onError={notifyError}
        empty={null}
      />
      <SplitPanel
        label="Worst links"
        edge="top"
        size={linksHeight}
        minSize={120}
        maxSize={600}
        onResize={setLinksHeight}
      >
        {active !== undefined && <LinksOfDomain domain={active} />}
      </SplitPanel>
      <Drawer title={active?.domain ?? 'Evidence'}>
        {active !== undefined && <DomainEvidence id={idOfDomain(active)} verdicts={verdicts} />}
      </Drawer>
    </>
  );
}

function LinksOfDomain({ domain }: { readonly domain: DomainRow }) {
  const { query } = useEngine();
  const { projectId } = useProject();
  const { navigate } = useNavigation();
  const [sort, setSort] = useState<readonly SortKey[]>([]);
  const answer = useQuery(query.domains.one.queryOptions({ input: { projectId, id: domain.id } }));
  const source = rowsAtHand(answer.data?.worst ?? NO_LINKS, `worst links of ${domain.id}`);
  const grid = useGridState(source);
  return (
    <>
      <div className={styles.linksHeader}>
        <h3 className={styles.linksTitle}>Worst links of {domain.domain}</h3>
        <Button kind="quiet" onPress={() => navigate('backlinks', { filter: `domain:${domain.domain}` })}>
          {`All ${formatCount(domain.links, 'link')}`}
        </Button>
      </div>
      <DataTable
        label={`Worst links of ${domain.domain}`}
        tableId="review-links"
        columns={WORST_COLUMNS}
        source={source}
        grid={grid}
        sort={sort}
        onSort={setSort}
        empty={<EmptyState title={answer.isPending ? 'Reading links…' : 'No links.'} />}
      />
    </>
  );
}

/** The worst links come in one order, so their heads do not sort. */
const WORST_COLUMNS = LINK_COLUMNS.map((column) => Object.assign({}, column, { sortKey: null }));

function NothingToReview() {
  const { summary } = useProject();
  const { navigate } = useNavigation();
  const isEmpty = summary.totals.backlinks === 0;
  return (
    <EmptyState
      title={
        isEmpty ? 'There is nothing to review before links are imported.' : 'Every domain with risk signals is decided.'
      }
      actions={
        <Button kind="primary" onPress={() => navigate(isEmpty ? 'imports' : 'disavow')}>
          {isEmpty ? 'Import exports…' : 'Go to the disavow file'}
        </Button>
      }
    >
      {isEmpty ? 'The queue fills once links are imported and scored.' : 'The disavow file follows your verdicts.'}
    </EmptyState>
  );
}
