import type { LinkRow, Page, ProjectTotals } from '../../contract/rows.ts';
import type { AnchorClass } from '../../core/model/anchor-class.ts';
import type { CheckReason } from '../../core/model/check-reason.ts';
import type { LinkState } from '../../core/model/link-state.ts';
import type { Placement } from '../../core/model/placement.ts';
import type { FiredSignal } from '../../core/model/signal.ts';
import { vendorsOf } from '../../core/model/vendor.ts';
import type { Verdict } from '../../core/model/verdict.ts';
import { isWalkable, LINK_SORT_KEYS, walkIndex, walkOf } from './link-walks.ts';
import { idTieBreak, orderBy, type PageQuery, type SortKeys, type SortTerm } from './page-query.ts';
import type { ReadableDatabase } from './project-database.ts';
import { type OrderedIds, pageOfOrder } from './remembered-orders.ts';
import { rememberedTotal } from './remembered-totals.ts';
import type { SqlFragment } from './sql-fragment.ts';
import { type WhereClause, whereClause } from './where-clause.ts';

/** The table of backlinks: pages of rows under a filter and a sort, and the ids behind a selection. */

/**
 * What sorts of links speak about; filters need `backlink b` alone. The joins are LEFT although every row has its partners:
 * SQLite leaves a LEFT JOIN that is not used out of a query, though never out of one that counts.
 */
export const LINKS_FROM = `backlink b
  LEFT JOIN page p ON p.id = b.page_id
  LEFT JOIN domain d ON d.id = b.domain_id
  LEFT JOIN target t ON t.id = b.target_id`;

/** One page of backlinks with the exact total of the filter. Throws `bad-filter` and `wrong-use`. */
export function linkPage(db: ReadableDatabase, query: PageQuery): Page<LinkRow> {
  const where = whereClause(query.filter, 'links');
  return { total: countLinks(db, where), rows: linkRows(db, linkIds(db, where, query)) };
}

/** The ids of one page, in order. In one transaction, because an import may drop the index to walk. */
export function linkIds(db: ReadableDatabase, where: WhereClause, query: Omit<PageQuery, 'filter'>): number[] {
  return db.transaction(() => {
    const total = countLinks(db, where);
    const mayWalk = isBroad(db, total) && isWalkable(db, query.sort);
    const sql = linkIdsSql(where.sql, query.sort, mayWalk, scanOrSeek(db, where));
    if (query.offset >= total) return [];
    const page = db.prepare<(string | number)[], number>(sql).pluck();
    const order: OrderedIds = {
      key: JSON.stringify([sql, where.params]),
      total,
      visits: visitsOf(where, total, mayWalk ? query.offset : null),
      read: (limit, offset) => page.all(...where.params, limit, offset),
    };
    return pageOfOrder(db, order, query);
  })();
}

/**
 * The query behind {@link linkIds}. Left to itself SQLite picks one of two bad plans: it sorts most of the table although
 * an index has the order, or it walks such an index to its end for a handful of rows. So a filter that matches much walks
 * the index of the order, and one that matches little gathers its rows and sorts them (`+` keeps an index out of ORDER BY).
 */
export function linkIdsSql(where: string, sort: readonly SortTerm[], isBroadFilter: boolean, gather = ''): string {
  const walk = walkOf(sort);
  const order = orderBy(sort, isBroadFilter ? LINK_SORT_KEYS : GATHER_KEYS, idTieBreak(sort, 'b.id'));
  const from = isBroadFilter && walk !== undefined ? walk.from : walkIndex(gather);
  return `SELECT b.id FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?`;
}

/** A page is walked to, or picked from all rows (half the work of sorting them); a subquery is answered anew for each page. */
function visitsOf({ sql }: WhereClause, total: number, walked: number | null): number {
  return (walked ?? total / 2) + (sql.includes('IN (SELECT') ? total / 4 : 0);
}

const GATHER_KEYS: SortKeys = Object.fromEntries(
  Object.entries(LINK_SORT_KEYS).map(([key, expression]) => [key, `+${expression}`]),
);

/** A twentieth of all links: from there on, walking an index meets a match soon enough. */
const BROAD_SHARE = 0.05;

function isBroad(db: ReadableDatabase, total: number): boolean {
  return total >= newestId(db) * BROAD_SHARE;
}

function newestId(db: ReadableDatabase): number {
  return db.prepare<[], number | null>('SELECT max(id) FROM backlink').pluck().get() ?? 0;
}

/** How many backlinks a filter matches. */
export function countLinks(db: ReadableDatabase, where: WhereClause): number {
  return rememberedTotal(db, where, () => {
    const sql = `SELECT count(*) FROM backlink b ${scanOrSeek(db, where)} WHERE ${where.sql}`;
    return (
      db
        .prepare<(string | number)[], number>(sql)
        .pluck()
        .get(...where.params) ?? 0
    );
  });
}

/** A term that SQLite can look up in an index of the table. */
const INDEXED_TERM = /^\(?b\.(?:risk|quality|first_seen|last_seen|state|verdict|anchor) (?:=|[<>]=?) \?/;

/** An eighth of all links: beyond, going from an index to each of its rows takes longer than reading the table once. */
const WIDE_SHARE = 0.125;

/**
 * Keeps SQLite, which knows nothing of how values are spread, from looking one of several terms up in an index that most rows
 * are in: `quality<20 is:followed` takes five times as long by the index as without.
 */
function scanOrSeek(db: ReadableDatabase, { terms }: WhereClause): 'NOT INDEXED' | '' {
  const indexed = terms.filter(({ sql }) => INDEXED_TERM.test(sql));
  if (indexed.length === 0 || terms.some(({ sql }) => sql.includes('IN (SELECT'))) return '';
  const wide = Math.ceil(newestId(db) * WIDE_SHARE);
  const isWide = ({ sql, params }: SqlFragment) =>
    db
      .prepare<(string | number)[], number>(`SELECT count(*) FROM (SELECT 1 FROM backlink b WHERE ${sql} LIMIT ?)`)
      .pluck()
      .get(...params, wide) === wide;
  return indexed.every(isWide) ? 'NOT INDEXED' : '';
}

/** Whole rows for ids, in the order of the ids; ids that are gone are left out. */
export function linkRows(db: ReadableDatabase, ids: readonly number[]): LinkRow[] {
  const list = JSON.stringify(ids);
  const signals = signalsOf(db, list);
  const found = new Map(
    db
      .prepare<[string], StoredLink>(ROWS_BY_ID)
      .all(list)
      .map((stored) => [stored.id, toLinkRow(stored, signals.get(stored.id) ?? [])]),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** How many of what the project holds. */
export function readTotals(db: ReadableDatabase): ProjectTotals {
  const totals = db
    .prepare<[], ProjectTotals>(
      `SELECT (SELECT count(*) FROM backlink) AS backlinks, (SELECT count(*) FROM page) AS pages,
        (SELECT count(*) FROM domain) AS domains, (SELECT count(*) FROM target WHERE id <> 0) AS targets`,
    )
    .get();
  return totals ?? { backlinks: 0, pages: 0, domains: 0, targets: 0 };
}

const ROWS_BY_ID = `SELECT b.id, p.url AS sourceUrl, d.name AS sourceDomain, t.id AS targetId, t.url AS targetUrl,
    b.anchor, b.anchor_class AS anchorClass, b.rel, b.followed, b.state, b.reason, b.http_status AS httpStatus,
    b.placement, b.quality, b.risk, b.verdict, b.note, b.first_seen AS firstSeen, b.last_seen AS lastSeen,
    b.checked_at AS lastChecked, b.sources
  FROM json_each(?) wanted JOIN backlink b ON b.id = wanted.value
  JOIN page p ON p.id = b.page_id JOIN domain d ON d.id = b.domain_id JOIN target t ON t.id = b.target_id`;

interface StoredLink {
  readonly id: number;
  readonly sourceUrl: string;
  readonly sourceDomain: string;
  readonly targetId: number;
  readonly targetUrl: string;
  readonly anchor: string | null;
  readonly anchorClass: AnchorClass;
  readonly rel: string | null;
  readonly followed: number | null;
  readonly state: LinkState;
  readonly reason: CheckReason | null;
  readonly httpStatus: number | null;
  readonly placement: Placement;
  readonly quality: number | null;
  readonly risk: number | null;
  readonly verdict: Verdict;
  readonly note: string;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly lastChecked: string | null;
  readonly sources: number;
}

function toLinkRow(stored: StoredLink, signals: readonly FiredSignal[]): LinkRow {
  return {
    id: stored.id,
    sourceUrl: stored.sourceUrl,
    sourceDomain: stored.sourceDomain,
    targetUrl: stored.targetId === 0 ? null : stored.targetUrl,
    anchor: stored.anchor,
    anchorClass: stored.anchorClass,
    rel: splitRel(stored.rel),
    followed: stored.followed === null ? null : stored.followed === 1,
    state: stored.state,
    reason: stored.reason,
    httpStatus: stored.httpStatus,
    placement: stored.placement,
    quality: stored.quality,
    risk: stored.risk,
    signals,
    verdict: stored.verdict,
    note: stored.note,
    firstSeen: stored.firstSeen,
    lastSeen: stored.lastSeen,
    lastChecked: stored.lastChecked,
    sources: vendorsOf(stored.sources),
  };
}

/** A rel column as tokens; none for null and for the empty string. */
export function splitRel(rel: string | null): string[] {
  return rel === null || rel === '' ? [] : rel.split(' ');
}

function signalsOf(db: ReadableDatabase, idList: string): Map<number, FiredSignal[]> {
  const stored = db
    .prepare<[string], FiredSignal & { backlinkId: number }>(
      `SELECT s.backlink_id AS backlinkId, s.signal_id AS id, s.scale, s.weight, s.evidence
        FROM json_each(?) wanted JOIN signal s ON s.backlink_id = wanted.value
        ORDER BY s.backlink_id, s.scale DESC, abs(s.weight) DESC, s.signal_id`,
    )
    .all(idList);
  const byLink = new Map<number, FiredSignal[]>();
  for (const { backlinkId, ...signal } of stored) {
    const list = byLink.get(backlinkId);
    if (list === undefined) byLink.set(backlinkId, [signal]);
    else list.push(signal);
  }
  return byLink;
}
