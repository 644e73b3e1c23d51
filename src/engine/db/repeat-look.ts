import type { PageCheckRecord } from './page-check-record.ts';
import type { WritableDatabase } from './project-database.ts';

/** What the evidence of a repeated look begins with, before the day of the look that read the page. */
const UNCHANGED = 'unchanged since ';

/**
 * Stores a look at a page that its server called unchanged: the answer of the earlier look once more, with the time of this
 * one. Part of the caller's transaction.
 */
export function prepareRepeatLook(db: WritableDatabase): (jobId: number, record: PageCheckRecord) => void {
  const addPageCheck = db.prepare(
    `INSERT INTO page_check (page_id, job_id, checked_at, duration_ms, final_url, http_status, redirects, robots,
        robots_googlebot, content_type, size_bytes, body_hash, title, language, meta_robots, indexable, canonical,
        text_length, internal_links, external_links, etag, last_modified, certificate, unchanged)
      SELECT page_id, ?, ?, ?, final_url, http_status, ?, ?, ?, content_type, size_bytes, body_hash, title, language,
        meta_robots, indexable, canonical, text_length, internal_links, external_links, etag, last_modified, ?, 1
      FROM page_check WHERE id = ?`,
  );
  const addLinkCheck = db.prepare(
    `INSERT INTO link_check (page_check_id, backlink_id, state, reason, evidence, changes)
      SELECT ?, c.backlink_id, c.state, c.reason,
        iif(pc.unchanged, c.evidence, '${UNCHANGED}' || substr(pc.checked_at, 1, 10) || ': ' || c.evidence), '[]'
      FROM link_check c JOIN page_check pc ON pc.id = c.page_check_id WHERE pc.id = ? AND c.backlink_id = ?`,
  );
  const addOccurrences = db.prepare(
    `INSERT INTO occurrence (link_check_id, position, href, anchor, rel, link_type, placement, placement_evidence, context_left,
        context_right)
      SELECT ?, o.position, o.href, o.anchor, o.rel, o.link_type, o.placement, o.placement_evidence, o.context_left,
        o.context_right
      FROM occurrence o JOIN link_check c ON c.id = o.link_check_id WHERE c.page_check_id = ? AND c.backlink_id = ?`,
  );
  const setSeen = db.prepare(
    `UPDATE backlink SET state = $state, reason = $reason, checked_at = $at, certain_state = $state, certain_at = $at, changed = '',
        http_status = (SELECT http_status FROM page_check WHERE id = $earlier) WHERE id = $id`,
  );
  return (jobId, { repeats: earlier, links, ...record }) => {
    if (earlier === null) return;
    const { checkedAt, durationMs, redirects, robots, robotsGooglebot, certificate } = record;
    const times = [jobId, checkedAt, Math.round(durationMs), JSON.stringify(redirects)];
    const added = addPageCheck.run(...times, robots, robotsGooglebot, certificate, earlier).lastInsertRowid;
    for (const { backlinkId: id, state, reason } of links) {
      const { changes, lastInsertRowid } = addLinkCheck.run(added, earlier, id);
      if (changes === 0) continue;
      addOccurrences.run(lastInsertRowid, earlier, id);
      setSeen.run({ state, reason, at: checkedAt, earlier, id });
    }
  };
}
