import type { AnchorRow, CheckRow, Page, TargetRow } from '../../contract/rows.ts';
import { orderBy, type PageQuery, type SortKeys } from './page-query.ts';
import type { ReadableDatabase } from './project-database.ts';
import { rememberedGroups } from './remembered-groups.ts';
import { whereClause } from './where-clause.ts';

/** The smaller tables: anchor texts, target pages and the list of checks. */

const ANCHOR_SORT_KEYS: SortKeys = {
  anchor: 'a.anchor',
  anchorclass: 'a.anchor_class',
  links: 'a.links',
  domains: 'a.domains',
  followed: 'a.followed',
  live: 'a.live',
  risk: 'a.risk',
};

/** One row per anchor text. */
const ANCHOR_GROUPS = `SELECT anchor, min(anchor_class) AS anchor_class, count(*) AS links,
    count(DISTINCT domain_id) AS domains, CAST(total(followed) AS INTEGER) AS followed,
    CAST(total(state = 'live') AS INTEGER) AS live, max(risk) AS risk
  FROM backlink GROUP BY anchor`;

/** What filters and sorts of anchors speak about, for a FROM clause. */
export function anchorsFrom(db: ReadableDatabase): string {
  return `${rememberedGroups(db, 'anchor_groups', ANCHOR_GROUPS)} a`;
}

/** One page of anchor texts. Throws `bad-filter` and `wrong-use`. */
export function anchorPage(db: ReadableDatabase, query: PageQuery): Page<AnchorRow> {
  return summaryPage(db, query, 'anchors', {
    select: 'a.anchor, a.anchor_class AS anchorClass, a.links, a.domains, a.followed, a.live, a.risk',
    from: anchorsFrom(db),
    sortKeys: ANCHOR_SORT_KEYS,
    fallbackOrder: 'a.domains DESC, a.links DESC, a.anchor',
  });
}

const TARGET_SORT_KEYS: SortKeys = {
  id: 't.id',
  target: 't.key',
  targeturl: 't.key',
  url: 't.key',
  links: 't.links',
  domains: 't.domains',
  followed: 't.followed',
  live: 't.live',
};

/** One row per page of the client's site that is linked to. */
const TARGET_GROUPS = `SELECT t.id, t.url, t.key, t.host, count(*) AS links, count(DISTINCT b.domain_id) AS domains,
    CAST(total(b.followed) AS INTEGER) AS followed, CAST(total(b.state = 'live') AS INTEGER) AS live
  FROM backlink b JOIN target t ON t.id = b.target_id GROUP BY t.id`;

/** What filters and sorts of targets speak about, for a FROM clause. */
export function targetsFrom(db: ReadableDatabase): string {
  return `${rememberedGroups(db, 'target_groups', TARGET_GROUPS)} t`;
}

/** One page of target URLs; the unknown target is a row with a null URL. Throws `bad-filter` and `wrong-use`. */
export function targetPage(db: ReadableDatabase, query: PageQuery): Page<TargetRow> {
  return summaryPage(db, query, 'targets', {
    select: "t.id, nullif(t.url, '') AS targetUrl, t.links, t.domains, t.followed, t.live",
    from: targetsFrom(db),
    sortKeys: TARGET_SORT_KEYS,
    fallbackOrder: 't.domains DESC, t.links DESC, t.id',
  });
}

/** How many redirects a look followed, of which it keeps the list. */
const REDIRECTS = "json_array_length(coalesce(pc.redirects, '[]'))";

const CHECK_SORT_KEYS: SortKeys = {
  id: 'c.id',
  checked: 'pc.checked_at',
  checkedat: 'pc.checked_at',
  state: 'c.state',
  reason: 'c.reason',
  status: 'pc.http_status',
  httpstatus: 'pc.http_status',
  url: 'p.key',
  sourceurl: 'p.key',
  duration: 'pc.duration_ms',
  job: 'pc.job_id',
  redirects: REDIRECTS,
  finalurl: 'pc.final_url',
  title: 'pc.title',
  size: 'pc.size_bytes',
  robots: 'pc.robots',
  googlebot: 'pc.robots_googlebot',
  metarobots: 'pc.meta_robots',
  canonical: 'pc.canonical',
};

/** What filters and sorts of checks speak about. */
export const CHECKS_FROM = `link_check c JOIN page_check pc ON pc.id = c.page_check_id JOIN page p ON p.id = pc.page_id
  JOIN domain d ON d.id = p.domain_id`;

/** One page of the verification history of the whole project, newest first. Throws `bad-filter` and `wrong-use`. */
export function checkPage(db: ReadableDatabase, query: PageQuery): Page<CheckRow> {
  const { total, rows } = summaryPage<Omit<CheckRow, 'changes'> & { readonly changes: string | null }>(
    db,
    query,
    'checks',
    {
      select: `c.id, c.backlink_id AS backlinkId, p.url AS sourceUrl, pc.checked_at AS checkedAt, c.state, c.reason,
      pc.http_status AS httpStatus, c.evidence, c.changes, pc.duration_ms AS durationMs, pc.job_id AS job,
      ${REDIRECTS} AS redirects, pc.final_url AS finalUrl, pc.title, pc.size_bytes AS sizeBytes, pc.robots,
      pc.robots_googlebot AS robotsGooglebot, pc.meta_robots AS metaRobots, pc.canonical`,
      from: CHECKS_FROM,
      sortKeys: CHECK_SORT_KEYS,
      fallbackOrder: 'c.id DESC',
    },
  );
  return { total, rows: rows.map((row) => ({ ...row, changes: JSON.parse(row.changes ?? '[]') as string[] })) };
}

interface SummaryTable {
  readonly select: string;
  readonly from: string;
  readonly sortKeys: SortKeys;
  readonly fallbackOrder: string;
}

function summaryPage<Row>(
  db: ReadableDatabase,
  query: PageQuery,
  table: 'anchors' | 'targets' | 'checks',
  { select, from, sortKeys, fallbackOrder }: SummaryTable,
): Page<Row> {
  const where = whereClause(query.filter, table);
  const order = query.sort.length === 0 ? fallbackOrder : orderBy(query.sort, sortKeys, fallbackOrder);
  const total = db
    .prepare<(string | number)[], number>(`SELECT count(*) FROM ${from} WHERE ${where.sql}`)
    .pluck()
    .get(...where.params);
  const rows = db
    .prepare<(string | number)[], Row>(
      `SELECT ${select} FROM ${from} WHERE ${where.sql} ORDER BY ${order} LIMIT ? OFFSET ?`,
    )
    .all(...where.params, query.limit, query.offset);
  return { total: total ?? 0, rows };
}
