import { isFollowed } from '../../core/model/rel.ts';
import { vendorsOf } from '../../core/model/vendor.ts';
import type { FoundPage } from './merge-places.ts';
import type { MergeLink } from './packed-records.ts';
import type { WritableDatabase } from './project-database.ts';
import { createRowInserter } from './row-inserter.ts';

/** Backlinks as rows of an export name them: found and enriched, or added. */
export interface LinkMerger {
  /** @param targetId 0 where the row names no target */
  merge(record: MergeLink['record'], page: FoundPage, targetId: number, domainId: number): MergedLink;
  /** Inserts the backlinks that wait. */
  flush(): void;
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
}

const KNOWN = `SELECT id, target_id AS targetId, anchor, rel, followed, link_type AS linkType, http_status AS httpStatus,
    first_seen AS firstSeen, last_seen AS lastSeen, lost_at AS lostAt, sources
  FROM backlink WHERE page_id = ?`;

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
  const inserter = createRowInserter(db, 'INSERT INTO backlink', [
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
    'sources',
    'source_count',
  ]);

  function findKnown(page: FoundPage, targetId: number): KnownLink | undefined {
    if (page.isNew) return undefined;
    inserter.flush();
    if (targetId === 0) return findFirst.get(page.id);
    return findExact.get(page.id, targetId) ?? findExact.get(page.id, 0);
  }

  function add(record: MergeLink['record'], pageId: number, targetId: number, domainId: number): number {
    const id = nextId++;
    inserter.add(
      id,
      pageId,
      targetId,
      domainId,
      record.anchor,
      relColumn(record.rel),
      followedColumn(record.rel),
      record.linkType,
      record.httpStatus,
      record.firstSeen,
      record.lastSeen,
      record.lost,
      bit,
      1,
    );
    return id;
  }

  return {
    flush: () => inserter.flush(),
    merge(record, page, targetId, domainId) {
      const known = findKnown(page, targetId);
      if (known === undefined) return { id: add(record, page.id, targetId, domainId), isNew: true };
      const merged = enriched(known, record, bit);
      const namedTarget = known.targetId === 0 ? targetId : known.targetId;
      if (namedTarget !== known.targetId || isChanged(known, merged)) {
        const sourceCount = vendorsOf(merged.sources).length;
        update.run({ ...merged, id: known.id, targetId: namedTarget, sourceCount });
      }
      return { id: known.id, isNew: false };
    },
  };
}

/** First words stand, dates widen. */
function enriched(known: KnownLink, record: MergeLink['record'], bit: number): LinkValues {
  return {
    anchor: known.anchor ?? record.anchor,
    rel: known.rel ?? relColumn(record.rel),
    followed: known.followed ?? followedColumn(record.rel),
    linkType: known.linkType ?? record.linkType,
    httpStatus: known.httpStatus ?? record.httpStatus,
    firstSeen: earlier(known.firstSeen, record.firstSeen),
    lastSeen: later(known.lastSeen, record.lastSeen),
    lostAt: later(known.lostAt, record.lost),
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

/** Rel tokens as one column: null where not told, '' where followed. */
export function relColumn(rel: readonly string[] | null): string | null {
  return rel === null ? null : rel.join(' ');
}

function followedColumn(rel: readonly string[] | null): number | null {
  return rel === null ? null : Number(isFollowed(rel));
}
