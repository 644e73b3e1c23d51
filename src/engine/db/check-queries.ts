import type { Selection } from '../../contract/engine-contract.ts';
import { describeChanges } from '../../core/check/check-changes.ts';
import { policyFilter, type RecheckPolicy } from '../../core/check/recheck-policy.ts';
import type { CheckReason } from '../../core/model/check-reason.ts';
import type { LinkState } from '../../core/model/link-state.ts';
import type { Placement } from '../../core/model/placement.ts';
import { isFollowed } from '../../core/model/rel.ts';
import { identifyUrl, type UrlIdentity } from '../../core/url/url-identity.ts';
import { splitRel } from './link-queries.ts';
import type { LinkCheckRecord, OccurrenceRecord, PageCheckRecord } from './page-check-record.ts';
import type { WritableDatabase } from './project-database.ts';
import { prepareRepeatLook } from './repeat-look.ts';
import { keepRobots, type RobotsFile } from './robots-queries.ts';
import { nameTarget } from './target-queries.ts';
import { selectedLinks } from './verdict-queries.ts';
import { whereClause } from './where-clause.ts';

/**
 * Tables `page_check`, `link_check`, `occurrence` and `frontier`: the verification history, one row for each look, never an
 * overwrite, and the pages a job still has to ask. State, reason and HTTP status of a backlink are those of the newest look;
 * what only a certain look can tell (anchor, rel, placement, target) stays as the last certain one told it.
 */

/**
 * Puts the pages of the selected links that the policy asks again on a job's frontier and returns how many there are. Throws
 * `bad-filter`.
 */
export function fillFrontier(db: WritableDatabase, jobId: number, selection: Selection, policy: RecheckPolicy): number {
  const { sql, params } = selectedLinks(selection);
  const asked = whereClause(policyFilter(policy), 'links');
  return db
    .prepare(
      `INSERT OR IGNORE INTO frontier (job_id, page_id)
        SELECT DISTINCT ?, b.page_id FROM backlink b WHERE b.id IN (${sql}) AND (${asked.sql})`,
    )
    .run(jobId, ...params, ...asked.params).changes;
}

/**
 * Stores checks of pages and the robots.txt files read for them, and takes the pages off the job's frontier, all in one
 * transaction. Answers how many links differ from what was known of them.
 */
export function storeChecks(
  db: WritableDatabase,
  jobId: number,
  records: readonly PageCheckRecord[],
  robots: readonly RobotsFile[] = [],
): number {
  const store = prepareStore(db, jobId);
  return db.transaction(() => {
    keepRobots(db, robots);
    return records.reduce((changed, record) => changed + store(record), 0);
  })();
}

/** What stores one record, once its page is known to be on the frontier still. */
function prepareStore(db: WritableDatabase, jobId: number): (record: PageCheckRecord) => number {
  const addPageCheck = db.prepare(
    `INSERT INTO page_check (page_id, job_id, checked_at, duration_ms, final_url, http_status, redirects, robots,
        robots_googlebot, content_type, size_bytes, body_hash, title, language, meta_robots, indexable, canonical,
        text_length, internal_links, external_links, certificate, etag, last_modified, rendered)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const setPageFacts = db.prepare(
    `UPDATE page SET title = coalesce(?, title), language = coalesce(?, language), external_links = ?, internal_links = ?,
        text_length = ?, indexable = ?, canonical = ? WHERE id = ?`,
  );
  const leaveFrontier = db.prepare("UPDATE frontier SET state = 'done' WHERE job_id = ? AND page_id = ?");
  const isPageKnown = db.prepare<[number], number>('SELECT 1 FROM page WHERE id = ?').pluck();
  const storeLink = prepareLinkStore(db);
  const repeatLook = prepareRepeatLook(db, jobId);
  const store = (record: PageCheckRecord): number => {
    // The import that brought the page may have been taken back by another program while the page was asked.
    if (isPageKnown.get(record.pageId) === undefined) return 0;
    if (record.raw !== null) store(record.raw);
    if (record.repeats !== null) {
      repeatLook(record);
      leaveFrontier.run(jobId, record.pageId);
      return 0;
    }
    const { facts } = record;
    const indexable = facts === null ? null : Number(facts.isIndexable);
    const pageCheckId = addPageCheck.run(
      record.pageId,
      jobId,
      record.checkedAt,
      Math.round(record.durationMs),
      record.finalUrl,
      record.httpStatus,
      JSON.stringify(record.redirects),
      record.robots,
      record.robotsGooglebot,
      record.contentType,
      record.sizeBytes,
      record.bodyHash,
      facts?.title ?? null,
      facts?.language ?? null,
      facts?.metaRobots ?? null,
      indexable,
      facts?.canonical ?? null,
      facts?.textLength ?? null,
      facts?.internalLinks ?? null,
      facts?.externalLinks ?? null,
      record.certificate,
      record.etag,
      record.lastModified,
      Number(record.raw !== null),
    ).lastInsertRowid;
    if (facts !== null) {
      const { title, language, externalLinks, internalLinks, textLength, canonical } = facts;
      setPageFacts.run(title, language, externalLinks, internalLinks, textLength, indexable, canonical, record.pageId);
    }
    const changed = record.links.filter((link) => storeLink(link, Number(pageCheckId), record)).length;
    // Only now: a link that gets its target may turn out to be another of this page, which has its own look by then.
    for (const link of record.links) {
      const headline = headlineOf(link);
      if (headline !== undefined) nameTarget(db, link.backlinkId, headline.target);
    }
    leaveFrontier.run(jobId, record.pageId);
    return changed;
  };
  return store;
}

interface KnownLink {
  readonly state: LinkState;
  readonly certainState: 'live' | 'gone' | null;
  readonly anchor: string | null;
  readonly rel: string | null;
  readonly placement: Placement;
  /** The page of the client an export or a check named; empty where none did. */
  readonly targetUrl: string;
}

/** Puts occurrences of a look in the order in which one of them stands for the link. */
const HEADLINE_FIRST =
  "(' ' || o.rel || ' ' GLOB '* nofollow *' OR ' ' || o.rel || ' ' GLOB '* ugc *' OR ' ' || o.rel || ' ' GLOB '* sponsored *'), o.position";

/** Tells which page of the client the last look that saw a link saw it lead to; null where none did. */
function prepareSeenTarget(db: WritableDatabase): (backlinkId: number, expectedUrl: string) => UrlIdentity | null {
  const findLook = db.prepare<[number], { id: number; reason: CheckReason }>(
    "SELECT id, reason FROM link_check WHERE backlink_id = ? AND state = 'live' ORDER BY id DESC LIMIT 1",
  );
  const findHref = db
    .prepare<[number], string>(
      `SELECT o.href FROM occurrence o WHERE o.link_check_id = ? ORDER BY ${HEADLINE_FIRST} LIMIT 1`,
    )
    .pluck();
  return (backlinkId, expectedUrl) => {
    const look = findLook.get(backlinkId);
    const isElsewhere = look !== undefined && (look.reason === 'present-other-target' || expectedUrl === '');
    return identifyUrl((isElsewhere ? findHref.get(look.id) : undefined) ?? expectedUrl);
  };
}

function prepareLinkStore(db: WritableDatabase) {
  const findKnown = db.prepare<[number], KnownLink>(
    `SELECT b.state, b.certain_state AS certainState, b.anchor, b.rel, b.placement, t.url AS targetUrl
      FROM backlink b JOIN target t ON t.id = b.target_id WHERE b.id = ?`,
  );
  const addLinkCheck = db.prepare(
    `INSERT INTO link_check (page_check_id, backlink_id, state, reason, evidence, changes, changed)
      VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const addOccurrence = db.prepare(
    `INSERT INTO occurrence (link_check_id, position, href, anchor, rel, placement, placement_evidence, context_left,
        context_right) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const seenTarget = prepareSeenTarget(db);
  const setState = db.prepare(
    'UPDATE backlink SET state = ?, reason = ?, http_status = ?, checked_at = ? WHERE id = ?',
  );
  const setCertain = db.prepare('UPDATE backlink SET certain_state = ?, certain_at = ?, changed = ? WHERE id = ?');
  const setSeen = db.prepare('UPDATE backlink SET anchor = ?, rel = ?, followed = ?, placement = ? WHERE id = ?');

  /** True where the link differs from what was known of it. */
  return (link: LinkCheckRecord, pageCheckId: number, page: PageCheckRecord): boolean => {
    const known = findKnown.get(link.backlinkId);
    if (known === undefined) return false;
    const headline = headlineOf(link);
    const changes = describeChanges(
      {
        ...known,
        state: known.certainState ?? known.state,
        rel: known.rel === null ? null : splitRel(known.rel),
        target:
          known.certainState === null ? identifyUrl(known.targetUrl) : seenTarget(link.backlinkId, known.targetUrl),
      },
      {
        target: headline?.target ?? null,
        state: link.state,
        anchor: headline?.anchor ?? null,
        rel: headline?.rel ?? null,
        placement: headline?.placement ?? null,
      },
    );
    const { reason, state, evidence } = link;
    const texts = JSON.stringify(changes.map(({ text }) => text));
    const kinds = changes.map(({ kind }) => kind).join(' ');
    const added = addLinkCheck.run(pageCheckId, link.backlinkId, state, reason, evidence, texts, kinds);
    for (const [position, { href, anchor, rel, placement, ...seen }] of link.occurrences.entries()) {
      const { placementEvidence, contextLeft, contextRight } = seen;
      addOccurrence.run(
        added.lastInsertRowid,
        position,
        href,
        anchor,
        rel.join(' '),
        placement,
        placementEvidence,
        contextLeft,
        contextRight,
      );
    }
    setState.run(state, reason, page.httpStatus, page.checkedAt, link.backlinkId);
    if (state !== 'unknown') setCertain.run(state, page.checkedAt, kinds, link.backlinkId);
    if (headline === undefined) return changes.length > 0;
    const { anchor, rel, placement } = headline;
    setSeen.run(anchor, rel.join(' '), Number(isFollowed(rel)), placement, link.backlinkId);
    return changes.length > 0;
  };
}

function headlineOf({ headline, occurrences }: LinkCheckRecord): OccurrenceRecord | undefined {
  return headline === null ? undefined : occurrences[headline];
}
