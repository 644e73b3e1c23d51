import type { CheckTally } from '../../contract/jobs.ts';
import type { CheckReason } from '../../core/model/check-reason.ts';
import type { LinkState } from '../../core/model/link-state.ts';
import type { ReadableDatabase } from './project-database.ts';

/** A tally that grows while its check runs. */
export interface GrowingTally extends CheckTally {
  live: number;
  gone: number;
  unknown: number;
  changed: number;
  readonly reasons: Partial<Record<CheckReason, number>>;
}

/** What a check job has found so far, counted in its history. A page that was rendered counts by its last look. */
export function tallyOfJob(db: ReadableDatabase, jobId: number): GrowingTally {
  const tally: GrowingTally = { live: 0, gone: 0, unknown: 0, changed: 0, reasons: {} };
  const counts = db
    .prepare<[number], { state: Exclude<LinkState, 'unchecked'>; reason: CheckReason; links: number; changed: number }>(
      `SELECT c.state, c.reason, count(*) AS links, CAST(total(c.changed <> '') AS INTEGER) AS changed
        FROM frontier f JOIN page_check pc ON pc.page_id = f.page_id AND pc.job_id = f.job_id
        JOIN link_check c ON c.page_check_id = pc.id
        WHERE f.job_id = ? AND f.state = 'done' AND NOT EXISTS (
          SELECT 1 FROM page_check later WHERE later.page_id = pc.page_id AND later.job_id = pc.job_id AND later.id > pc.id)
        GROUP BY c.state, c.reason`,
    )
    .all(jobId);
  for (const { state, reason, links, changed } of counts) {
    tally[state] += links;
    tally.changed += changed;
    tally.reasons[reason] = links;
  }
  return tally;
}
