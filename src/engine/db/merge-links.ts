import { vendorsOf } from '../../core/model/vendor.ts';
import { type DomainTally, noteSeen } from './domain-tallies.ts';
import type { FoundPage } from './merge-pages.ts';
import { createOneText } from './one-text.ts';
import type { MergeLink } from './packed-records.ts';
import type { WritableDatabase } from './project-database.ts';
import { createRowInserter } from './row-inserter.ts';

/** Backlinks as rows of an export name them: found and enriched, or added. */
export interface LinkMerger {
  /**
   * @param targetId 0 where the row names no target
   * @param domain of the page; what the row adds to it is counted there
   */
  merge(link: MergeLink, page: FoundPage, targetId: number, domain: DomainTally): MergedLink;
  /** Inserts the backlinks that wait. */
  flush(): void;
  /** False once a link was met that is kept under another domain than its page's address names today. */
  isTallyExact(): boolean;
}

export interface MergedLink {
  readonly id: number;
  readonly isNew: boolean;
}

/** The columns that merging writes. */
interface LinkValues {
  readonly anchor: string | null;
  readonly rel: string | null;
  readonly followed: number | null;
  readonly linkType: string | null;
  readonly httpStatus: number | null;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly lostAt: string | null;
  readonly sources: number;
}

interface KnownLink extends LinkValues {
  readonly id: number;
  readonly targetId: number;
  readonly domainId: number;
}

const KNOWN = `SELECT id, target_id AS targetId, domain_id AS domainId, anchor, rel, followed, link_type AS linkType, http_status AS httpStatus,
    first_seen AS firstSeen, last_seen AS lastSeen, lost_at AS lostAt, sources
  FROM backlink WHERE page_id = ?`;

const COLUMNS = [
  'id',
  'page_id',
  'target_id',
  'domain_id',
  'anchor',
  'rel',
  'followed',
  'link_type',
  'http_status',
  'first_seen',
  'last_seen',
  'lost_at',
];
const PAGE_COLUMN = COLUMNS.indexOf('page_id');

/** @param bit of the vendor whose export is merged */
export function createLinkMerger(db: WritableDatabase, bit: number): LinkMerger {
  let nextId = (db.prepare<[], number | null>('SELECT max(id) FROM backlink').pluck().get() ?? 0) + 1;
  const findExact = db.prepare<[number, number], KnownLink>(`${KNOWN} AND target_id = ?`);
  const findFirst = db.prepare<[number], KnownLink>(`${KNOWN} ORDER BY target_id = 0, id LIMIT 1`);
  const update = db.prepare<LinkValues & { id: number; targetId: number; sourceCount: number }>(
    `UPDATE backlink SET target_id = $targetId, anchor = $anchor, rel = $rel, followed = $followed, link_type = $linkType,
        http_status = $httpStatus, first_seen = $firstSeen, last_seen = $lastSeen, lost_at = $lostAt, sources = $sources,
        source_count = $sourceCount
      WHERE id = $id`,
  );
  let isTallyExact = true;
  const oneDate = createOneText();
  const inserter = createRowInserter(db, 'INSERT OR FAIL INTO backlink', COLUMNS, { sources: bit, source_count: 1 });

  function findKnown(page: FoundPage, targetId: number): KnownLink | undefined {
    if (page.isNew) return undefined;
    inserter.flushWhere(PAGE_COLUMN, page.id);
    if (targetId === 0) return findFirst.get(page.id);
    return findExact.get(page.id, targetId) ?? findExact.get(page.id, 0);
  }

  function add(link: MergeLink, pageId: number, targetId: number, domain: DomainTally): number {
    const { anchor, rel, followed, linkType, httpStatus, firstSeen, lastSeen, lost } = link;
    const id = nextId++;
    inserter.add(
      id,
      pageId,
      targetId,
      domain.id,
      anchor,
      rel,
      followed,
      linkType,
      httpStatus,
      firstSeen,
      lastSeen,
      lost,
    );
    domain.links += 1;
    domain.followed += followed ?? 0;
    return id;
  }

  function enrich(known: KnownLink, link: MergeLink, targetId: number, domain: DomainTally): void {
    const merged = enriched(known, link, bit);
    const namedTarget = known.targetId === 0 ? targetId : known.targetId;
    isTallyExact &&= known.domainId === domain.id;
    if (namedTarget === known.targetId && !isChanged(known, merged)) return;
    const sourceCount = vendorsOf(merged.sources).length;
    update.run({ ...merged, id: known.id, targetId: namedTarget, sourceCount });
    domain.followed += (merged.followed ?? 0) - (known.followed ?? 0);
  }

  return {
    flush: () => inserter.flush(),
    isTallyExact: () => isTallyExact,
    merge(link, page, targetId, domain) {
      domain.sources |= bit;
      noteSeen(domain, link.firstSeen, link.lastSeen, oneDate);
      const known = findKnown(page, targetId);
      if (known === undefined) return { id: add(link, page.id, targetId, domain), isNew: true };
      enrich(known, link, targetId, domain);
      return { id: known.id, isNew: false };
    },
  };
}

/** First words stand, dates widen. */
function enriched(known: KnownLink, link: MergeLink, bit: number): LinkValues {
  return {
    anchor: known.anchor ?? link.anchor,
    rel: known.rel ?? link.rel,
    followed: known.followed ?? link.followed,
    linkType: known.linkType ?? link.linkType,
    httpStatus: known.httpStatus ?? link.httpStatus,
    firstSeen: earlier(known.firstSeen, link.firstSeen),
    lastSeen: later(known.lastSeen, link.lastSeen),
    lostAt: later(known.lostAt, link.lost),
    sources: known.sources | bit,
  };
}

/** A row that tells nothing new is not written again. */
function isChanged(known: KnownLink, merged: LinkValues): boolean {
  return (Object.keys(merged) as (keyof LinkValues)[]).some((key) => merged[key] !== known[key]);
}

function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return other < one ? other : one;
}

function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return other > one ? other : one;
}
