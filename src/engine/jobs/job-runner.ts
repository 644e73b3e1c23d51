import { AppError, errorBody } from '../../contract/app-error.ts';
import { canGoOn, type JobKind, type JobState, type JobStatus } from '../../contract/jobs.ts';
import { claimOf } from '../db/claims.ts';
import { INTERRUPTED, listJobs } from '../db/job-queries.ts';
import { type OpenProject, writerOf } from '../open-projects.ts';
import type { JobControl } from './job-control.ts';
import { RESUMABLE } from './job-ownership.ts';
import { statusOf } from './job-status.ts';
import { type LiveJob, liveJob } from './live-job.ts';
import { createOthersJobs } from './others-jobs.ts';

/**
 * The jobs of one open project: one runs, the others wait in line. A job is a kind and plain parameters, both in the
 * project file, so that one the engine did not survive can be started again. What the work is, is the caller's: see
 * `JobWork`.
 */
export interface JobRunner {
  /** Puts a job in line and returns its status. Throws `read-only`, and `cancelled` while the project is being closed. */
  start(kind: JobKind, title: string, params: unknown): Promise<JobStatus>;
  /** All jobs the project remembers, newest first. */
  list(): JobStatus[];
  /** Stops a job; what it finished is kept. Throws `not-found`. */
  cancel(id: number): Promise<JobStatus>;
  /** Makes a running job wait. A check stops, and leaves the line to others. Throws `not-found`, or `wrong-use` when it is not running. */
  pause(id: number): Promise<JobStatus>;
  /**
   * Lets a job go on where it stopped: see `canGoOn`; with other parameters where some are given, which only a check takes. Throws
   * `not-found` or `wrong-use`.
   */
  resume(id: number, changed?: object): Promise<JobStatus>;
  /** Tells how the jobs of other processes stand, and settles those whose process is gone. */
  noteOthers(): Promise<void>;
  /** Waits until nothing runs or waits in line; paused jobs are left alone. */
  whenIdle(): Promise<void>;
  /** Stops everything in a state that can be resumed. */
  close(): Promise<void>;
}

/** Does a job's work and returns the line that says what changed. */
export type JobWork = (job: { readonly id: number; readonly params: unknown }, control: JobControl) => Promise<string>;

export interface JobRunnerOptions {
  readonly project: OpenProject;
  readonly work: Readonly<Record<JobKind, JobWork>>;
  /** The line a cancelled job ends with. */
  readonly whenCancelled: (job: { readonly id: number; readonly kind: JobKind }) => string;
  readonly onChange: (job: JobStatus) => void;
  /** ISO time. */
  readonly now: () => string;
}

const NOTICE_INTERVAL_MS = 200;
const WAITING_TO_WRITE = 'Another program is writing to the project; this waits for it.';

/** Makes the runner of an open project. Jobs that a dead engine left behind are listed as paused or failed. */
export function createJobRunner({ project, work, whenCancelled, onChange, now }: JobRunnerOptions): JobRunner {
  const live = new Map<number, LiveJob>();
  /** How jobs ended whose end the project could not take, its disk being full. */
  const unwritten = new Map<number, JobStatus>();
  const others = createOthersJobs(project, { onChange, now });
  const owner = claimOf();
  let line: Promise<void> = Promise.resolve();
  let isClosing = false;

  project.writer?.onWaiting(() => {
    for (const job of live.values()) if (job.status.state === 'running') say(job, WAITING_TO_WRITE);
  });

  return {
    start,
    list,
    cancel,
    pause,
    resume,
    whenIdle,
    close,
    noteOthers: () => others.note(live),
  };

  async function start(kind: JobKind, title: string, params: unknown): Promise<JobStatus> {
    refuseWhenClosing();
    const createdAt = now();
    const stored = { kind, title, createdAt, params: JSON.stringify(params), total: 0, owner };
    const id = await writerOf(project).run('addJob', stored);
    // A job whose place in line comes too late stays in the file, where the next opening settles it.
    refuseWhenClosing();
    const fresh = { state: 'queued', finishedAt: null, done: 0, message: '', tally: null, workedMs: 0 } as const;
    return enqueue(statusOf(project.id, { ...stored, ...fresh, id }), params);
  }

  function list(): JobStatus[] {
    return listJobs(project.reader).map(
      (stored) => live.get(stored.id)?.status ?? unwritten.get(stored.id) ?? others.statusOf(stored),
    );
  }

  async function cancel(id: number): Promise<JobStatus> {
    const job = live.get(id);
    if (job === undefined) {
      const stored = findStored(id);
      if (stored.process !== null) throw notPossible(id, 'cancelled');
      if (stored.state !== 'paused') return stored;
      return await persist({
        ...stored,
        state: 'cancelled',
        finishedAt: now(),
        message: whenCancelled(stored),
      });
    }
    job.isPausing = false;
    job.stop.abort();
    job.running?.resolve();
    return job.status.state === 'queued' ? end(job, 'cancelled', whenCancelled(job)) : job.status;
  }

  async function pause(id: number): Promise<JobStatus> {
    const job = live.get(id);
    if (job === undefined || job.status.state !== 'running') throw notPossible(id, 'paused');
    // A check that goes on later does so with the settings of then, so it does not wait in the middle of its work.
    job.isPausing = job.kind === 'check';
    if (!job.isPausing) job.running = Promise.withResolvers();
    const status = await change(job, { state: 'paused', message: '', rate: null, secondsLeft: null });
    if (job.isPausing) job.stop.abort();
    return status;
  }

  async function resume(id: number, changed?: object): Promise<JobStatus> {
    const job = live.get(id);
    if (job?.isPausing === true) await job.ended.promise;
    else if (job !== undefined) {
      if (job.status.state !== 'paused') throw notPossible(id, 'resumed');
      job.running?.resolve();
      job.running = null;
      return change(job, { state: 'running' });
    }
    refuseWhenClosing();
    const stored = listJobs(project.reader).find((one) => one.id === id);
    if (stored === undefined || live.has(id)) throw notPossible(id, 'resumed');
    const status = findStored(id);
    if (status.process !== null || !canGoOn(status)) throw notPossible(id, 'resumed');
    const known = JSON.parse(stored.params);
    const params: unknown = changed === undefined ? known : { ...known, ...changed };
    await writerOf(project).run('setJobParams', id, JSON.stringify(params));
    const waiting = { state: 'queued', finishedAt: null, message: '', workedMs: status.workedMs } as const;
    return enqueue(statusOf(project.id, { ...stored, ...waiting, params: JSON.stringify(params) }), params);
  }

  async function whenIdle(): Promise<void> {
    let seen: Promise<void> | null = null;
    while (seen !== line) {
      seen = line;
      await seen;
    }
  }

  async function close(): Promise<void> {
    isClosing = true;
    for (const job of live.values()) {
      job.stop.abort();
      job.running?.resolve();
    }
    await whenIdle();
  }

  function refuseWhenClosing(): void {
    if (isClosing) throw new AppError('cancelled', 'The project is being closed.');
  }

  function enqueue(status: JobStatus, params: unknown): JobStatus {
    const job = liveJob(status, params);
    live.set(job.id, job);
    onChange(status);
    line = line.then(() => run(job));
    return status;
  }

  /** Does one job. Never rejects: a job whose end cannot be written down must not stop those behind it. */
  async function run(job: LiveJob): Promise<void> {
    try {
      if (job.status.state === 'cancelled') return;
      const { state, message } = await resultOf(job);
      await end(job, state, message);
    } catch (error) {
      const status = { ...job.status, state: 'failed', message: errorBody(error).message, finishedAt: now() } as const;
      unwritten.set(job.id, status);
      onChange(status);
    } finally {
      live.delete(job.id);
      job.ended.resolve();
    }
  }

  async function resultOf(job: LiveJob): Promise<{ readonly state: JobState; readonly message: string }> {
    const { signal } = job.stop;
    try {
      signal.throwIfAborted();
      await change(job, { state: 'running', message: '' });
      const message = await work[job.kind]({ id: job.id, params: job.params }, controlOf(job));
      return { state: signal.aborted ? 'cancelled' : 'done', message };
    } catch (error) {
      if (signal.aborted) return { state: 'cancelled', message: whenCancelled(job) };
      const { code, message } = errorBody(error);
      return { state: code === 'unreachable' && RESUMABLE.has(job.kind) ? 'paused' : 'failed', message };
    }
  }

  function controlOf(job: LiveJob): JobControl {
    return {
      signal: job.stop.signal,
      whenRunning: () => job.running?.promise ?? Promise.resolve(),
      say: (message) => say(job, message),
      progress(done, total, tally) {
        job.rate.note(Date.now(), done);
        const rate = job.rate.perSecond();
        const secondsLeft = rate === null || rate === 0 ? null : Math.max(0, (total - done) / rate);
        job.status = { ...job.status, done, total, rate, secondsLeft, message: '', tally: tally ?? job.status.tally };
        if (Date.now() - job.noticedAt < NOTICE_INTERVAL_MS) return;
        job.noticedAt = Date.now();
        onChange(job.status);
      },
    };
  }

  function say(job: LiveJob, message: string): void {
    if (job.status.message === message) return;
    job.status = { ...job.status, message, rate: null, secondsLeft: null };
    onChange(job.status);
  }

  /** A job stopped for a pause, or because the program ends, is paused and not cancelled where it can go on later. */
  function end(job: LiveJob, state: JobState, message: string): Promise<JobStatus> {
    const calm = { rate: null, secondsLeft: null };
    if (state === 'cancelled' && RESUMABLE.has(job.kind) && (job.isPausing || isClosing)) {
      return change(job, { ...calm, state: 'paused', message: job.isPausing ? '' : INTERRUPTED }, '');
    }
    return change(job, { ...calm, state, message, finishedAt: state === 'paused' ? null : now() }, '');
  }

  function change(job: LiveJob, update: Partial<JobStatus>, by: string = owner): Promise<JobStatus> {
    const at = Date.parse(now());
    const { workedMs } = job.status;
    const sinceMs = job.workingSince === null ? 0 : at - job.workingSince;
    job.status = { ...job.status, ...update, workedMs: workedMs === null ? null : workedMs + sinceMs };
    job.workingSince = job.status.state === 'running' ? at : null;
    return persist(job.status, by);
  }

  async function persist(status: JobStatus, by = ''): Promise<JobStatus> {
    const { id, state, done, total, message, finishedAt, tally, workedMs } = status;
    await writerOf(project).run('updateJob', {
      id,
      state,
      done,
      total,
      message,
      finishedAt,
      tally,
      workedMs,
      owner: by,
    });
    unwritten.delete(id);
    onChange(status);
    return status;
  }

  function findStored(id: number): JobStatus {
    const stored = listJobs(project.reader).find((one) => one.id === id);
    if (stored === undefined) throw new AppError('not-found', `There is no job ${id}.`, { id });
    return unwritten.get(id) ?? others.statusOf(stored);
  }

  function notPossible(id: number, word: string): AppError {
    const known = live.get(id)?.status ?? findStored(id);
    if (known.process !== null) {
      const message = `The job is run by another program (process ${known.process}) and can only be ${word} there.`;
      return new AppError('wrong-use', message, { id, process: known.process });
    }
    return new AppError('wrong-use', `The job is ${known.state} and cannot be ${word}.`, { id, state: known.state });
  }
}
