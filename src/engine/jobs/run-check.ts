import { type OpenProject, writerOf } from '../open-projects.ts';
import { type CheckOutcome, type CheckRequest, checkLinks } from './check-links.ts';
import type { JobControl } from './job-control.ts';
import { describeCheck } from './job-messages.ts';

/**
 * Checks links outside the line of jobs, for callers that wait for the end themselves. The run stands in the project's
 * history like any other job. Throws `cancelled` when it was cancelled; what it finished is kept.
 */
export async function runCheck(
  project: OpenProject,
  request: Omit<CheckRequest, 'jobId'>,
  control: JobControl,
  version: string,
): Promise<CheckOutcome> {
  const writer = writerOf(project);
  const { selection, settings } = request;
  const params = JSON.stringify({ selection, settings });
  const createdAt = new Date().toISOString();
  const id = await writer.run('addJob', { kind: 'check', title: 'Checking links', createdAt, params, total: 0 });
  const end = (state: 'done' | 'cancelled' | 'failed', done: number, message: string) =>
    writer.run('updateJob', { id, state, done, total: done, message, finishedAt: new Date().toISOString() });
  try {
    const outcome = await checkLinks(project, { ...request, jobId: id }, control, { version, onStored: () => {} });
    await end(control.signal.aborted ? 'cancelled' : 'done', outcome.checked, describeCheck(outcome));
    control.signal.throwIfAborted();
    return outcome;
  } catch (error) {
    if (!control.signal.aborted) await end('failed', 0, 'The check ended with an error.');
    throw error;
  }
}
