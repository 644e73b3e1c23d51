import { hasLinkIndex } from './link-index-queries.ts';
import { type SortKeys, type SortTerm, sortExpression } from './page-query.ts';
import type { ReadableDatabase } from './project-database.ts';
import type { LinkIndexName } from './schema/link-indexes.ts';

/** The orders of the table of links, and the indexes that have them. */

export const LINK_SORT_KEYS: SortKeys = {
  id: 'b.id',
  url: 'p.key',
  source: 'p.key',
  sourceurl: 'p.key',
  domain: 'd.name',
  sourcedomain: 'd.name',
  target: 't.key',
  targeturl: 't.key',
  anchor: 'b.anchor',
  anchorclass: 'b.anchor_class',
  rel: 'b.rel',
  followed: 'b.followed',
  state: 'b.state',
  reason: 'b.reason',
  status: 'b.http_status',
  httpstatus: 'b.http_status',
  placement: 'b.placement',
  quality: 'b.quality',
  risk: 'b.risk',
  signals: 'b.risk_signals',
  verdict: 'b.verdict',
  sources: 'b.source_count',
  firstseen: 'b.first_seen',
  lastseen: 'b.last_seen',
  checked: 'b.checked_at',
  lastchecked: 'b.checked_at',
};

/** How the order of a sort is walked; undefined where it is not. */
export function walkOf([first = { key: 'id', desc: false }]: readonly SortTerm[]): Walk | undefined {
  return WALKS[sortExpression(first.key, LINK_SORT_KEYS)];
}

/** True where an order can be walked now: a large import drops most indexes, and the scoring behind it builds the last. */
export function isWalkable(db: ReadableDatabase, sort: readonly SortTerm[]): boolean {
  const walk = walkOf(sort);
  return walk !== undefined && (walk.index === null || hasLinkIndex(db, walk.index));
}

const JOIN_PAGE = 'LEFT JOIN page p ON p.id = b.page_id';
const JOIN_DOMAIN = 'LEFT JOIN domain d ON d.id = b.domain_id';
const JOIN_TARGET = 'LEFT JOIN target t ON t.id = b.target_id';

export interface Walk {
  /** Yields rows in the order without sorting them all. */
  readonly from: string;
  /** What it needs of the indexes that an import may drop. */
  readonly index: LinkIndexName | null;
}

/** By sort expression. */
const WALKS: Readonly<Record<string, Walk>> = {
  'b.id': { from: walkIndex('NOT INDEXED'), index: null },
  'b.risk': walkOfIndex('backlink_by_risk'),
  'b.quality': walkOfIndex('backlink_by_quality'),
  'b.first_seen': walkOfIndex('backlink_by_first_seen'),
  'b.last_seen': walkOfIndex('backlink_by_last_seen'),
  'b.anchor': walkOfIndex('backlink_by_anchor'),
  'p.key': {
    from: `page p CROSS JOIN backlink b ON b.page_id = p.id ${JOIN_DOMAIN} ${JOIN_TARGET}`,
    index: 'page_by_key',
  },
  't.key': {
    from: `target t CROSS JOIN backlink b ON b.target_id = t.id ${JOIN_PAGE} ${JOIN_DOMAIN}`,
    index: 'backlink_by_target',
  },
  'd.name': {
    from: `domain d CROSS JOIN backlink b ON b.domain_id = d.id ${JOIN_PAGE} ${JOIN_TARGET}`,
    index: 'backlink_by_domain',
  },
};

function walkOfIndex(index: LinkIndexName): Walk {
  return { from: walkIndex(`INDEXED BY ${index}`), index };
}

/** Links by one index, or by none. */
export function walkIndex(how: string): string {
  return `backlink b ${how} ${JOIN_PAGE} ${JOIN_DOMAIN} ${JOIN_TARGET}`;
}
