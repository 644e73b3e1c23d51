import type { KnownPage } from '../../core/check/known-ground.ts';
import type { Placement } from '../../core/model/placement.ts';
import { identifyUrl, type UrlIdentity } from '../../core/url/url-identity.ts';
import { type EarlierLook, prepareEarlierLook } from './earlier-look.ts';
import { prepareKnownPage } from './known-page.ts';
import type { ReadableDatabase } from './project-database.ts';

/** A page a check job has still to ask, with the backlinks to look for in it. */
export interface WaitingPage {
  readonly pageId: number;
  readonly url: string;
  readonly links: readonly WaitingLink[];
  /** The look that may be repeated where the page has not changed. */
  readonly earlier: EarlierLook | null;
  /** What exports and earlier looks said of the page; null for nothing. */
  readonly known: KnownPage | null;
}

interface WaitingLink {
  readonly backlinkId: number;
  readonly target: UrlIdentity | null;
  /** Where in the page a look last saw the link; null where none did. */
  readonly placement: Placement | null;
}

const CHUNK_PAGES = 500;

/** How many pages of a job are done, of how many. */
export interface FrontierCounts {
  readonly done: number;
  readonly total: number;
}

/** How far a job has come. */
export function frontierCounts(db: ReadableDatabase, jobId: number): FrontierCounts {
  const counts = db
    .prepare<[number], { done: number; total: number }>(
      "SELECT count(*) AS total, CAST(total(state = 'done') AS INTEGER) AS done FROM frontier WHERE job_id = ?",
    )
    .get(jobId);
  return counts ?? { done: 0, total: 0 };
}

/** How many links stand on the pages a job has still to ask. */
export function waitingLinks(db: ReadableDatabase, jobId: number): number {
  const count = db
    .prepare<[number], number>(
      `SELECT count(*) FROM frontier f JOIN backlink b ON b.page_id = f.page_id
        WHERE f.job_id = ? AND f.state = 'waiting'`,
    )
    .pluck()
    .get(jobId);
  return count ?? 0;
}

/**
 * The pages that wait when each chunk is read, in the order they came into the project.
 *
 * @param earlierSince looks of this ISO time or later may be repeated; null for none
 */
export function* waitingPages(
  db: ReadableDatabase,
  jobId: number,
  earlierSince: string | null,
): Generator<WaitingPage, void, void> {
  const earlierLook = earlierSince === null ? () => null : prepareEarlierLook(db, earlierSince);
  const knownPage = prepareKnownPage(db);
  const chunk = db.prepare<[number, number], WaitingRow>(
    `SELECT f.page_id AS pageId, p.url, look.page_id IS NOT NULL AS wasLookedAt, b.id AS backlinkId, t.url AS targetUrl, b.placement
      FROM (SELECT page_id FROM frontier WHERE job_id = ? AND state = 'waiting' AND page_id > ?
          ORDER BY page_id LIMIT ${CHUNK_PAGES}) f
        JOIN page p ON p.id = f.page_id LEFT JOIN page_look look ON look.page_id = f.page_id
        LEFT JOIN backlink b ON b.page_id = f.page_id LEFT JOIN target t ON t.id = b.target_id
      ORDER BY f.page_id, b.id`,
  );

  function toPage(pageId: number, rows: readonly WaitingRow[]): WaitingPage {
    const links = rows.flatMap(waitingLink);
    const ids = links.map(({ backlinkId }) => backlinkId);
    const wasLookedAt = rows[0]?.wasLookedAt === 1;
    return {
      pageId,
      url: rows[0]?.url ?? '',
      links,
      earlier: wasLookedAt ? earlierLook(pageId, ids) : null,
      known: knownPage(ids, wasLookedAt),
    };
  }

  // In one transaction: asked one by one, each page would lock the file and look for it anew.
  const readChunk = db.transaction((after: number): WaitingPage[] =>
    [...Map.groupBy(chunk.all(jobId, after), ({ pageId }) => pageId)].map(([pageId, rows]) => toPage(pageId, rows)),
  );
  let last = 0;
  for (;;) {
    const pages = readChunk(last);
    yield* pages;
    last = pages.at(-1)?.pageId ?? last;
    if (pages.length < CHUNK_PAGES) return;
  }
}

/** One link of a waiting page, whose columns are null where the page has none. */
interface WaitingRow {
  readonly pageId: number;
  readonly url: string;
  readonly wasLookedAt: 0 | 1;
  readonly backlinkId: number | null;
  readonly targetUrl: string | null;
  readonly placement: Placement | null;
}

function waitingLink({ backlinkId, targetUrl, placement }: WaitingRow): WaitingLink[] {
  if (backlinkId === null) return [];
  return [{ backlinkId, target: identifyUrl(targetUrl ?? ''), placement: placement === 'unknown' ? null : placement }];
}
