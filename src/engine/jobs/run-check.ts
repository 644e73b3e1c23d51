import { AppError, errorBody } from '../../contract/app-error.ts';
import { type CheckStart, type CheckTally, canGoOn, type JobState } from '../../contract/jobs.ts';
import { tallyOfJob } from '../db/check-tally.ts';
import { claimOf, otherProcess } from '../db/claims.ts';
import { frontierCounts } from '../db/frontier-queries.ts';
import { INTERRUPTED, listJobs, type StoredJob } from '../db/job-queries.ts';
import { type OpenProject, writerOf } from '../open-projects.ts';
import { holderAfter } from '../project-holder.ts';
import { type CheckRequest, checkLinks } from './check-links.ts';
import type { CheckOutcome } from './check-outcome.ts';
import type { JobControl } from './job-control.ts';
import { describeCheck } from './job-messages.ts';
import { inHandOf } from './job-ownership.ts';
import { workAlone } from './work-alone.ts';

/** An earlier run of the same check that did not come to its end. */
export interface InterruptedCheck {
  readonly jobId: number;
  readonly createdAt: string;
  /** Pages that were checked, of how many; both 0 where it had not begun. */
  readonly done: number;
  readonly total: number;
}

/** A process that was just told to end may still be there. */
const ENDING_MS = 1_000;

/**
 * The newest check, where it is of the same links and did not come to its end: stopped, killed or failed. Else null. Nobody else
 * may be at it, nor at other work with the project; that a window has it open does not matter.
 */
export async function findInterruptedCheck(
  project: OpenProject,
  request: Omit<CheckRequest, 'jobId'>,
): Promise<InterruptedCheck | null> {
  if ((await holderAfter(project, ENDING_MS)) !== null) return null;
  await writerOf(project).run('settleInterruptedJobs', new Date().toISOString(), inHandOf(project));
  const job = listJobs(project.reader).find(({ kind }) => kind === 'check');
  if (job === undefined || selectionOf(job) !== selectionText(request)) return null;
  if (!canGoOn(job) || otherProcess(job.owner) !== null) return null;
  return { jobId: job.id, createdAt: job.createdAt, ...frontierCounts(project.reader, job.id) };
}

/**
 * Checks links outside the line of jobs, for callers that wait for the end themselves. The run stands in the project's
 * history like any other job. Throws `project-locked` where another process imports or checks, and `cancelled` when it was
 * cancelled; what it finished is kept, and it can be gone on with.
 *
 * @param jobId the interrupted check to go on with; a new one where null
 */
export async function runCheck(
  project: OpenProject,
  request: Omit<CheckRequest, 'jobId'>,
  control: JobControl,
  version: string,
  jobId: number | null = null,
): Promise<CheckOutcome> {
  return await workAlone(project, () => runAlone(project, request, control, version, jobId));
}

async function runAlone(
  project: OpenProject,
  request: Omit<CheckRequest, 'jobId'>,
  control: JobControl,
  version: string,
  jobId: number | null,
): Promise<CheckOutcome> {
  const writer = writerOf(project);
  const id = jobId ?? (await addCheckJob(project, request));
  const startedMs = Date.now();
  const workedBefore = listJobs(project.reader).find((job) => job.id === id)?.workedMs ?? null;
  const note = async (
    state: JobState,
    message: string,
    tally: CheckTally | null,
    { done, total } = frontierCounts(project.reader, id),
  ) => {
    const finishedAt = state === 'done' || state === 'failed' ? new Date().toISOString() : null;
    const owner = state === 'running' ? claimOf() : '';
    const workedMs = workedBefore === null ? null : workedBefore + Date.now() - startedMs;
    await writer.run('updateJob', { id, state, done, total, message, finishedAt, tally, workedMs, owner });
  };
  await note('running', '', tallyOfJob(project.reader, id));
  try {
    const telling = tellingOthers(control, (tally, counts) => note('running', '', tally, counts));
    const outcome = await checkLinks(project, { ...request, jobId: id }, telling, { version, onStored: () => {} });
    const { checked: _, ...tally } = outcome;
    if (control.signal.aborted) await note('paused', INTERRUPTED, tally);
    else await note('done', describeCheck(outcome), tally);
    control.signal.throwIfAborted();
    return outcome;
  } catch (error) {
    if (control.signal.aborted) throw error;
    const { code, message } = errorBody(error);
    const state = code === 'unreachable' ? 'paused' : 'failed';
    // Where the project takes nothing any more, the job stands as running, and is gone on with like one that was killed.
    await Promise.allSettled([note(state, message, tallyOfJob(project.reader, id))]);
    throw frontierCounts(project.reader, id).total > 0 ? withWayOn(error) : error;
  }
}

function withWayOn(error: unknown): unknown {
  if (!(error instanceof AppError)) return error;
  return new AppError(error.code, `${error.message} The same command goes on where it stopped.`, error.details);
}

const TELL_EVERY_MS = 1_000;

/** A control whose progress is written down once a second as well, for a window that has the project open. */
function tellingOthers(
  control: JobControl,
  note: (tally: CheckTally | null, counts: { readonly done: number; readonly total: number }) => Promise<void>,
): JobControl {
  let toldAtMs = 0;
  return {
    ...control,
    progress(done, total, tally) {
      control.progress(done, total, tally);
      if (Date.now() - toldAtMs < TELL_EVERY_MS) return;
      toldAtMs = Date.now();
      // What cannot be written fails the next batch of looks as well, which is told.
      note(tally ?? null, { done, total }).catch(() => undefined);
    },
  };
}

function addCheckJob(
  project: OpenProject,
  { selection, policy, settings }: Omit<CheckRequest, 'jobId'>,
): Promise<number> {
  const startedFrom: CheckStart = 'command-line';
  const owner = claimOf();
  const params = JSON.stringify({ selection, policy, settings, startedFrom });
  const createdAt = new Date().toISOString();
  return writerOf(project).run('addJob', {
    kind: 'check',
    title: 'Checking links',
    createdAt,
    params,
    total: 0,
    owner,
  });
}

function selectionText({ selection, policy }: Pick<CheckRequest, 'selection' | 'policy'>): string {
  return JSON.stringify([selection, policy]);
}

/** Speed may differ between two runs of one check; which links are meant may not. */
function selectionOf({ params }: StoredJob): string {
  return selectionText(JSON.parse(params) as CheckRequest);
}
