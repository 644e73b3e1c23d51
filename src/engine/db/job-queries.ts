import type { CheckTally, JobKind, JobState } from '../../contract/jobs.ts';
import { tallyOfJob } from './check-tally.ts';
import { frontierCounts } from './frontier-queries.ts';
import type { ReadableDatabase, WritableDatabase } from './project-database.ts';
import { writeTransaction } from './write-transaction.ts';

/** Table `job`: long work, kept so that a project knows after a crash what was going on. */

export interface StoredJob {
  readonly id: number;
  readonly kind: JobKind;
  readonly title: string;
  readonly state: JobState;
  readonly createdAt: string;
  readonly finishedAt: string | null;
  readonly done: number;
  readonly total: number;
  /** What the job was asked to do, as JSON. */
  readonly params: string;
  readonly message: string;
  /** What a check found, as far as it came. */
  readonly tally: CheckTally | null;
  /** Milliseconds at work, without waits and pauses; null where a killed engine took the count with it. */
  readonly workedMs: number | null;
  /** The claim of the process that has it in hand, see claims.ts; empty for none. */
  readonly owner: string;
}

/** Adds a queued job and returns its id. */
export function addJob(
  db: WritableDatabase,
  job: Pick<StoredJob, 'kind' | 'title' | 'createdAt' | 'params' | 'total' | 'owner'>,
): number {
  return Number(
    db
      .prepare<typeof job>(
        `INSERT INTO job (kind, title, state, created_at, total, params, worked_ms, owner)
          VALUES ($kind, $title, 'queued', $createdAt, $total, $params, 0, $owner)`,
      )
      .run(job).lastInsertRowid,
  );
}

export type JobUpdate = Pick<
  StoredJob,
  'id' | 'state' | 'done' | 'total' | 'message' | 'finishedAt' | 'tally' | 'workedMs' | 'owner'
>;

/** Writes a job's state and progress. */
export function updateJob(db: WritableDatabase, update: JobUpdate): void {
  db.prepare(
    `UPDATE job SET state = $state, done = $done, total = $total, message = $message, finished_at = $finishedAt,
      result = $result, worked_ms = $workedMs, owner = $owner WHERE id = $id`,
  ).run({ ...update, result: update.tally === null ? null : JSON.stringify(update.tally) });
}

/** Writes what a job is to do, as JSON. */
export function setJobParams(db: WritableDatabase, id: number, params: string): void {
  db.prepare('UPDATE job SET params = ? WHERE id = ?').run(params, id);
}

/** Jobs, newest first, at most 200. */
export function listJobs(db: ReadableDatabase): StoredJob[] {
  return db
    .prepare<[], Omit<StoredJob, 'tally'> & { readonly result: string | null }>(
      `SELECT id, kind, title, state, created_at AS createdAt, finished_at AS finishedAt, done, total, params, message, result,
          worked_ms AS workedMs, owner
        FROM job ORDER BY id DESC LIMIT 200`,
    )
    .all()
    .map(({ result, ...job }) => ({ ...job, tally: result === null ? null : readTally(result) }));
}

/** Results of earlier versions told no reasons. */
function readTally(text: string): CheckTally {
  const tally = JSON.parse(text) as Omit<CheckTally, 'reasons'> & Partial<Pick<CheckTally, 'reasons'>>;
  return { ...tally, reasons: tally.reasons ?? {} };
}

/** What a job says that can go on where it stopped. */
export const INTERRUPTED = 'Interrupted. Resume to go on where it stopped.';

/** What a job says that is to be started again. */
export const LEFT_UNDONE = 'Interrupted. Nothing finished was lost; start it again.';

/** What is under way, and so is not to be settled. */
export interface InHand {
  /** Jobs of processes that live. */
  readonly jobs: readonly number[];
  /** Whether another program imports, takes an import back or checks links. */
  readonly isOtherAtWork: boolean;
}

const NOTHING_IN_HAND: InHand = { jobs: [], isOtherAtWork: false };

/**
 * Marks what was going on when its process died: checks and imports can be resumed, scoring is to be started again. What a stopped
 * import has read is in the project; reading the file again takes it back first. How far a check came and what it found is counted in
 * the project, since the process had no time to note it.
 */
export function settleInterruptedJobs(db: WritableDatabase, now: string, inHand: InHand = NOTHING_IN_HAND): void {
  const isLeftOver = "state IN ('queued', 'running') AND id NOT IN (SELECT value FROM json_each(?))";
  const jobs = JSON.stringify(inHand.jobs);
  writeTransaction(db, () => {
    const checks = db
      .prepare<[string], number>(`SELECT id FROM job WHERE kind = 'check' AND ${isLeftOver}`)
      .pluck()
      .all(jobs);
    for (const id of checks) noteFound(db, id);
    db.prepare(
      `UPDATE job SET worked_ms = iif(state = 'running', NULL, worked_ms), state = 'paused', message = ?, owner = ''
        WHERE kind IN ('check', 'import') AND ${isLeftOver}`,
    ).run(INTERRUPTED, jobs);
    db.prepare(
      `UPDATE job SET state = 'failed', finished_at = ?, message = ?, owner = ''
        WHERE kind NOT IN ('check', 'import') AND ${isLeftOver}`,
    ).run(now, LEFT_UNDONE, jobs);
    if (!inHand.isOtherAtWork) db.exec("UPDATE import SET state = 'failed' WHERE state = 'running'");
  });
}

function noteFound(db: WritableDatabase, jobId: number): void {
  const { done, total } = frontierCounts(db, jobId);
  if (total === 0) return;
  const result = JSON.stringify(tallyOfJob(db, jobId));
  db.prepare('UPDATE job SET done = ?, total = ?, result = ? WHERE id = ?').run(done, total, result, jobId);
}
