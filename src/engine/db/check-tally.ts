import type { CheckTally } from '../../contract/jobs.ts';
import type { ReadableDatabase } from './project-database.ts';

/** What a check job has found so far, counted in its history. */
export function tallyOfJob(db: ReadableDatabase, jobId: number): CheckTally {
  const counts = db
    .prepare<[number], CheckTally>(
      `SELECT CAST(total(c.state = 'live') AS INTEGER) AS live, CAST(total(c.state = 'gone') AS INTEGER) AS gone,
          CAST(total(c.state = 'unknown') AS INTEGER) AS unknown, CAST(total(c.changed <> '') AS INTEGER) AS changed
        FROM frontier f JOIN page_check pc ON pc.page_id = f.page_id AND pc.job_id = f.job_id
        JOIN link_check c ON c.page_check_id = pc.id WHERE f.job_id = ? AND f.state = 'done'`,
    )
    .get(jobId);
  return counts ?? { live: 0, gone: 0, unknown: 0, changed: 0 };
}
