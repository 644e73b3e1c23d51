import { type QueryFunction, type QueryKey, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { Page } from '../../contract/rows.ts';
import type { RowSource } from '../components/data-table/row-source.ts';
import type { SortKey } from '../shell/navigation.tsx';
import { useProject } from './project-context.ts';

/** Rows asked for at once. */
const PAGE_ROWS = 200;
/** Rows before and behind the viewport that are asked for as well. */
const MARGIN_ROWS = 60;
/** The most rows one call may answer. */
const MAX_CALL_ROWS = 5000;

export interface PageInput {
  readonly projectId: string;
  readonly filter: string;
  readonly sort: { key: string; desc: boolean }[];
  readonly offset: number;
  readonly limit: number;
}

/** The query options of one of the engine's `page` calls. */
export type PageQuery<Row> = (input: PageInput) => {
  readonly queryKey: QueryKey;
  readonly queryFn: QueryFunction<Page<Row>>;
};

/**
 * The rows of a filter and order, fetched in pages around what is looked at. The rows of the question before stay until
 * the first page of the new one is there; an answer that comes late is kept under its own question and never shown.
 *
 * @param pageQuery and `sort` must keep their identity between renders
 */
export function usePagedRows<Row>(pageQuery: PageQuery<Row>, filter: string, sort: readonly SortKey[]): RowSource<Row> {
  const { projectId } = useProject();
  const queryClient = useQueryClient();

  const wanted = useMemo(() => {
    const order = sort.map(({ key, desc }) => ({ key, desc }));
    return {
      name: `${projectId} ${JSON.stringify(sort)} ${filter}`,
      ask: (offset: number, limit: number) => pageQuery({ projectId, filter, sort: order, offset, limit }),
    };
  }, [projectId, filter, sort, pageQuery]);

  const [shown, setShown] = useState(wanted);
  const [range, setRange] = useState({ first: 0, end: PAGE_ROWS });
  const first = useQuery(wanted.ask(0, PAGE_ROWS));
  if (shown !== wanted && first.data !== undefined) {
    setShown(wanted);
    setRange({ first: 0, end: PAGE_ROWS });
  }

  const numbers = pagesBetween(range.first, range.end);
  const answers = useQueries({ queries: numbers.map((page) => shown.ask(page * PAGE_ROWS, PAGE_ROWS)) });
  const pages = new Map<number, readonly Row[]>();
  const newest: { total: number | null; at: number } =
    shown === wanted && first.data !== undefined
      ? { total: first.data.total, at: first.dataUpdatedAt }
      : { total: null, at: -1 };
  for (const [index, answer] of answers.entries()) {
    const page = numbers[index];
    if (page === undefined || answer.data === undefined) continue;
    pages.set(page, answer.data.rows);
    if (answer.dataUpdatedAt > newest.at) Object.assign(newest, { total: answer.data.total, at: answer.dataUpdatedAt });
  }

  // While a far page is on its way, the list keeps the length it had.
  const [known, setKnown] = useState<number | null>(null);
  if (newest.total !== null && newest.total !== known) setKnown(newest.total);

  const show = useCallback((from: number, end: number) => {
    const next = { first: Math.max(0, from - MARGIN_ROWS), end: end + MARGIN_ROWS };
    setRange((before) => (samePages(before, next) ? before : next));
  }, []);

  const fetchRows = useCallback(
    async (from: number, end: number) => {
      const rows: Row[] = [];
      for (let offset = from; offset < end; offset += MAX_CALL_ROWS) {
        const page = await queryClient.fetchQuery({
          ...shown.ask(offset, Math.min(MAX_CALL_ROWS, end - offset)),
          gcTime: 0,
        });
        rows.push(...page.rows);
      }
      return rows;
    },
    [queryClient, shown],
  );

  const failed = answers.find((answer) => answer.error !== null && answer.data === undefined);
  return {
    total: newest.total ?? known,
    question: shown.name,
    isBehind: shown !== wanted,
    error: first.error ?? failed?.error ?? null,
    rowAt: (index) => pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS],
    show,
    fetchRows,
    retry: () => {
      void first.refetch();
      for (const answer of answers) if (answer.error !== null) void answer.refetch();
    },
  };
}

function pagesBetween(first: number, end: number): number[] {
  const from = Math.floor(first / PAGE_ROWS);
  const count = Math.floor(Math.max(first, end - 1) / PAGE_ROWS) - from + 1;
  return Array.from({ length: count }, (_, index) => from + index);
}

function samePages(a: { first: number; end: number }, b: { first: number; end: number }): boolean {
  const pagesOfA = pagesBetween(a.first, a.end);
  const pagesOfB = pagesBetween(b.first, b.end);
  return pagesOfA[0] === pagesOfB[0] && pagesOfA.length === pagesOfB.length;
}
