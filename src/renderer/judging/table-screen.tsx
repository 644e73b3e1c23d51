import type { ReactNode } from 'react';
import type { TableName } from '../../contract/engine-contract.ts';
import { Button } from '../components/button.tsx';
import type { DataColumn } from '../components/data-table/data-column.ts';
import { DataTable } from '../components/data-table/data-table.tsx';
import type { RowSource } from '../components/data-table/row-source.ts';
import type { GridState } from '../components/data-table/use-grid-state.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { ErrorPanel } from '../components/error-panel.tsx';
import { errorDetails, errorOf } from '../engine/error-of.ts';
import { useProject } from '../engine/project-context.ts';
import { FilterBox } from '../filtering/filter-box.tsx';
import { type ReadyView, SavedViews } from '../filtering/saved-views.tsx';
import { formatCount, formatNumber } from '../format.ts';
import { useNavigation } from '../shell/navigation.tsx';
import { useNotices } from '../shell/notices.tsx';
import styles from './table-screen.module.css';

export interface TableScreenProps<Row> {
  /** The name of the table. */
  readonly title: string;
  readonly table: TableName;
  readonly columns: readonly DataColumn<Row>[];
  readonly source: RowSource<Row>;
  readonly grid: GridState<Row>;
  readonly rowId?: (row: Row) => number;
  readonly onOpen?: (index: number) => void;
  /** How many rows there are without a filter; null where nobody knows. */
  readonly all: number | null;
  readonly views: readonly ReadyView[];
  /** Between the filter and the table. */
  readonly bar?: ReactNode;
}

/** A screen that is one table: its filter, its count, its rows. */
export function TableScreen<Row>(props: TableScreenProps<Row>) {
  const { title, table, source, all } = props;
  const { tableView, setTableView } = useNavigation();
  const { notify, notifyError } = useNotices();
  const { filter, sort } = tableView(table);
  return (
    <>
      <FilterBox table={table} filter={filter} onFilter={(next) => setTableView(table, { filter: next })}>
        <output className={styles.count}>{countText(source.total, all, filter)}</output>
        <SavedViews table={table} ready={props.views} />
      </FilterBox>
      {props.bar}
      {source.error !== null && (
        <ErrorPanel
          message={errorOf(source.error).message}
          details={errorDetails(source.error)}
          safe="The rows shown are the last ones that could be read."
          actions={<Button onPress={source.retry}>Try again</Button>}
        />
      )}
      <DataTable
        label={title}
        tableId={table}
        columns={props.columns}
        source={source}
        grid={props.grid}
        sort={sort}
        onSort={(next) => setTableView(table, { sort: next })}
        {...(props.rowId === undefined ? {} : { rowId: props.rowId })}
        {...(props.onOpen === undefined ? {} : { onOpen: props.onOpen })}
        onCopied={(count) => notify({ text: `${formatCount(count, 'row')} copied.` })}
        onError={notifyError}
        takesFocus
        empty={<NoRows table={table} filter={filter} />}
      />
    </>
  );
}

/** What a table without rows says in a project that has links. */
const NOTHING_YET: Readonly<Record<TableName, string>> = {
  links: 'There are no links here yet.',
  domains: 'There are no referring domains here yet.',
  anchors: 'No link has an anchor text yet. A check reads it from the page.',
  targets: 'No link names a page of the client yet. A check finds which page each one points to.',
  checks: 'No page was asked yet. Press Check above to see which links are there.',
};

function NoRows({ table, filter }: { readonly table: TableName; readonly filter: string }) {
  const { setTableView, navigate } = useNavigation();
  const { summary } = useProject();
  if (filter !== '') {
    return (
      <EmptyState
        title="Nothing matches this filter."
        actions={<Button onPress={() => setTableView(table, { filter: '' })}>Clear the filter</Button>}
      />
    );
  }
  if (summary.totals.backlinks > 0) return <EmptyState title={NOTHING_YET[table]} />;
  return (
    <EmptyState
      title="This project holds no backlinks yet."
      actions={
        <Button kind="primary" onPress={() => navigate('imports')}>
          Import exports…
        </Button>
      }
    >
      Drop exports of Search Console, Ahrefs or Semrush on the Imports screen; files of other tools are mapped by
      column.
    </EmptyState>
  );
}

/** `12,408 of 1,000,000`, or only the total where nothing is filtered. */
export function countText(total: number | null, all: number | null, filter: string): string {
  if (total === null) return '';
  if (filter === '' || all === null) return formatNumber(total);
  return `${formatNumber(total)} of ${formatNumber(all)}`;
}
