import type { CheckReason } from '../../core/model/check-reason.ts';
import type { ReadableDatabase } from './project-database.ts';

/** The last look at a page, where its server can be asked whether the page has changed since. */
export interface EarlierLook {
  readonly pageCheckId: number;
  /** The address that answered. */
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly robotsGooglebot: string | null;
  /** What it proved of each link. */
  readonly links: readonly {
    readonly backlinkId: number;
    readonly state: 'live' | 'gone';
    readonly reason: CheckReason;
  }[];
}

/**
 * Finds the last look at a page; null unless it is of `since` or later, read a page that told its ETag or date of change, and
 * was certain of every one of the links.
 */
export function prepareEarlierLook(
  db: ReadableDatabase,
  since: string,
): (pageId: number, backlinkIds: readonly number[]) => EarlierLook | null {
  const findLook = db.prepare<[number], Omit<EarlierLook, 'links'> & { checkedAt: string; httpStatus: number | null }>(
    `SELECT id AS pageCheckId, final_url AS url, etag, last_modified AS lastModified, robots_googlebot AS robotsGooglebot,
        checked_at AS checkedAt, http_status AS httpStatus
      FROM page_check WHERE page_id = ? ORDER BY checked_at DESC, id DESC LIMIT 1`,
  );
  const findLinks = db.prepare<[number], EarlierLook['links'][number]>(
    "SELECT backlink_id AS backlinkId, state, reason FROM link_check WHERE page_check_id = ? AND state <> 'unknown'",
  );
  return (pageId, backlinkIds) => {
    const look = findLook.get(pageId);
    if (look === undefined || look.checkedAt < since || look.httpStatus !== 200) return null;
    if (look.etag === null && look.lastModified === null) return null;
    const links = findLinks.all(look.pageCheckId);
    const known = new Set(links.map(({ backlinkId }) => backlinkId));
    const { checkedAt: _, httpStatus: __, ...facts } = look;
    return backlinkIds.every((id) => known.has(id)) ? { ...facts, links } : null;
  };
}
