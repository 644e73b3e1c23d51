import type { LinkCheck, LinkDetail, LinkOccurrence, LinkSighting } from '../../contract/rows.ts';
import type { Placement } from '../../core/model/placement.ts';
import { readDomain } from './domain-queries.ts';
import { linkRows, splitRel } from './link-queries.ts';
import type { ReadableDatabase } from './project-database.ts';

/** Everything known of one backlink: who saw it, every check with what was found, its domain. */

/** The evidence behind one backlink, or null when there is none of that id. */
export function readLinkDetail(db: ReadableDatabase, id: number): LinkDetail | null {
  const [row] = linkRows(db, [id]);
  const facts = db
    .prepare<[number], { domainId: number; certainState: 'live' | 'gone' | null; certainAt: string | null }>(
      'SELECT domain_id AS domainId, certain_state AS certainState, certain_at AS certainAt FROM backlink WHERE id = ?',
    )
    .get(id);
  if (row === undefined || facts === undefined) return null;
  const domain = readDomain(db, facts.domainId);
  if (domain === null) return null;
  const { certainState, certainAt } = facts;
  return {
    row,
    domain,
    sightings: sightingsOf(db, id),
    checks: checksOf(db, id),
    lastCertain: certainState === null || certainAt === null ? null : { state: certainState, checkedAt: certainAt },
  };
}

type StoredSighting = Omit<LinkSighting, 'rel' | 'metrics'> & {
  readonly rel: string | null;
  readonly metrics: string | null;
};

function sightingsOf(db: ReadableDatabase, backlinkId: number): LinkSighting[] {
  return db
    .prepare<[number], StoredSighting>(
      `SELECT s.import_id AS importId, i.vendor, i.file_name AS fileName, s.line, coalesce(s.source_url, p.url) AS sourceUrl,
          iif(s.target_url = '', t.url, s.target_url) AS targetUrl, s.anchor, s.rel, s.title, s.context_left AS contextLeft,
          s.context_right AS contextRight, s.first_seen AS firstSeen, s.last_seen AS lastSeen, s.lost_at AS lost,
          s.lost_reason AS lostReason, s.links_in_group AS linksInGroup, s.metrics
        FROM sighting s JOIN import i ON i.id = s.import_id JOIN backlink b ON b.id = s.backlink_id
        JOIN page p ON p.id = b.page_id JOIN target t ON t.id = b.target_id WHERE s.backlink_id = ? ORDER BY s.import_id, s.line LIMIT 500`,
    )
    .all(backlinkId)
    .map((stored) => ({
      ...stored,
      rel: stored.rel === null ? null : splitRel(stored.rel),
      metrics: stored.metrics === null ? {} : (JSON.parse(stored.metrics) as LinkSighting['metrics']),
    }));
}

type StoredCheck = Omit<LinkCheck, 'changes' | 'redirects' | 'indexable' | 'occurrences'> & {
  readonly id: number;
  readonly changes: string | null;
  readonly redirects: string | null;
  readonly indexable: number | null;
};

function checksOf(db: ReadableDatabase, backlinkId: number): LinkCheck[] {
  return db
    .prepare<[number], StoredCheck>(
      `SELECT c.id, pc.checked_at AS checkedAt, c.state, c.reason, c.evidence, c.changes, pc.final_url AS finalUrl,
          pc.http_status AS httpStatus, pc.redirects, pc.robots, pc.robots_googlebot AS robotsGooglebot,
          pc.meta_robots AS metaRobots, pc.indexable, pc.canonical, pc.title, pc.content_type AS contentType,
          pc.size_bytes AS sizeBytes, pc.text_length AS textLength, pc.internal_links AS internalLinks,
          pc.external_links AS externalLinks, pc.certificate, pc.duration_ms AS durationMs
        FROM link_check c JOIN page_check pc ON pc.id = c.page_check_id WHERE c.backlink_id = ? ORDER BY c.id DESC LIMIT 200`,
    )
    .all(backlinkId)
    .map(({ id, ...stored }) => ({
      ...stored,
      changes: JSON.parse(stored.changes ?? '[]') as string[],
      redirects: JSON.parse(stored.redirects ?? '[]') as LinkCheck['redirects'],
      indexable: stored.indexable === null ? null : stored.indexable === 1,
      occurrences: occurrencesOf(db, id),
    }));
}

type StoredOccurrence = Omit<LinkOccurrence, 'rel' | 'placement'> & {
  readonly rel: string;
  readonly placement: Placement;
};

function occurrencesOf(db: ReadableDatabase, linkCheckId: number): LinkOccurrence[] {
  return db
    .prepare<[number], StoredOccurrence>(
      `SELECT href, anchor, rel, placement, placement_evidence AS placementEvidence, context_left AS contextLeft,
          context_right AS contextRight FROM occurrence WHERE link_check_id = ? ORDER BY position LIMIT 100`,
    )
    .all(linkCheckId)
    .map((stored) => ({ ...stored, rel: splitRel(stored.rel) }));
}
