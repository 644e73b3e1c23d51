import type { Selection } from '../../contract/engine-contract.ts';
import { policyFilter, type RecheckPolicy } from '../../core/check/recheck-policy.ts';
import { readThePage } from '../../core/model/check-reason.ts';
import { countLinks } from './link-queries.ts';
import type { PageCheckRecord } from './page-check-record.ts';
import type { ReadableDatabase, WritableDatabase } from './project-database.ts';
import { prepareRepeatLook } from './repeat-look.ts';
import { prepareKeepRobots, type RobotsFile } from './robots-queries.ts';
import { joinFragments } from './sql-fragment.ts';
import { headlineOf, prepareStoreLink } from './store-link.ts';
import { prepareNameTarget } from './target-queries.ts';
import { selectedLinks } from './verdict-queries.ts';
import { whereClause } from './where-clause.ts';
import { writeTransaction } from './write-transaction.ts';

/**
 * Tables `page_check`, `link_check`, `occurrence` and `frontier`: the verification history, one row for each look, never an
 * overwrite, and the pages a job still has to ask. State, reason and HTTP status of a backlink are those of the newest look;
 * what only a certain look can tell (anchor, rel, placement, target) stays as the last certain one told it, and what is known of a
 * page is what the last look that read the page itself told.
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

/** How many links {@link fillFrontier} would have asked. Throws `bad-filter`. */
export function countLinksToCheck(db: ReadableDatabase, selection: Selection, policy: RecheckPolicy): number {
  const asked = whereClause(policyFilter(policy), 'links');
  if (selection.kind === 'filter' && selection.table === 'links') {
    const both = [whereClause(selection.filter, 'links'), asked];
    return countLinks(db, { ...joinFragments('AND', both), terms: both.flatMap(({ terms }) => terms) });
  }
  const { sql, params } = selectedLinks(selection);
  return (
    db
      .prepare<(string | number)[], number>(`SELECT count(*) FROM backlink b WHERE b.id IN (${sql}) AND (${asked.sql})`)
      .pluck()
      .get(...params, ...asked.params) ?? 0
  );
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
  const { storeRecord, keepRobots } = storeOf(db);
  return writeTransaction(db, () => {
    for (const file of robots) keepRobots(file);
    return records.reduce((changed, record) => changed + storeRecord(jobId, record), 0);
  });
}

/** What stores the checks of one connection. */
interface CheckStore {
  /** Answers how many links differ from what was known of them. */
  readonly storeRecord: (jobId: number, record: PageCheckRecord) => number;
  readonly keepRobots: (file: RobotsFile) => void;
}

/** Preparing twenty statements for each batch would take a quarter of the time that storing takes. */
const stores = new WeakMap<WritableDatabase, CheckStore>();

function storeOf(db: WritableDatabase): CheckStore {
  const known = stores.get(db);
  if (known !== undefined) return known;
  const store = { storeRecord: prepareStore(db), keepRobots: prepareKeepRobots(db) };
  stores.set(db, store);
  return store;
}

/** What stores one record, once its page is known to be on the frontier still. */
function prepareStore(db: WritableDatabase): CheckStore['storeRecord'] {
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
  const storeLink = prepareStoreLink(db);
  const repeatLook = prepareRepeatLook(db);
  const nameTarget = prepareNameTarget(db);
  const store = (jobId: number, record: PageCheckRecord): number => {
    // The import that brought the page may have been taken back by another program while the page was asked.
    if (isPageKnown.get(record.pageId) === undefined) return 0;
    if (record.raw !== null) store(jobId, record.raw);
    if (record.repeats !== null) {
      repeatLook(jobId, record);
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
    // A wall or an error page has a title of its own, which many sites share: it is no fact of the page.
    if (facts !== null && record.links.some(({ reason }) => readThePage(reason))) {
      const { title, language, externalLinks, internalLinks, textLength, canonical } = facts;
      setPageFacts.run(title, language, externalLinks, internalLinks, textLength, indexable, canonical, record.pageId);
    }
    const changed = record.links.filter((link) => storeLink(link, Number(pageCheckId), record)).length;
    // Only now: a link that gets its target may turn out to be another of this page, which has its own look by then.
    for (const link of record.links) {
      const headline = headlineOf(link);
      if (headline !== undefined) nameTarget(link.backlinkId, headline.target);
    }
    leaveFrontier.run(jobId, record.pageId);
    return changed;
  };
  return store;
}
