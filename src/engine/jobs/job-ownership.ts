import type { JobKind, JobState } from '../../contract/jobs.ts';
import { otherProcess } from '../db/claims.ts';
import { INTERRUPTED, type InHand, LEFT_UNDONE, listJobs, type StoredJob } from '../db/job-queries.ts';
import type { OpenProject } from '../open-projects.ts';
import { holderOf } from '../project-holder.ts';

/** Whose a job is: every process tells by itself which jobs are at work in others, and which a killed one left behind. */

/** Jobs that can go on later: a check asks the pages that are left, an import reads the unfinished file again. */
export const RESUMABLE: ReadonlySet<JobKind> = new Set(['check', 'import']);

const AT_WORK: ReadonlySet<JobState> = new Set(['queued', 'running']);

/** A job that is not of this runner, as it stands: one whose process is gone has been interrupted, whatever it says itself. */
export function asItStands(stored: StoredJob): StoredJob & { readonly process: number | null } {
  const process = otherProcess(stored.owner);
  if (process !== null || !AT_WORK.has(stored.state)) return { ...stored, process };
  return RESUMABLE.has(stored.kind)
    ? { ...stored, process, state: 'paused', message: INTERRUPTED }
    : { ...stored, process, state: 'failed', message: LEFT_UNDONE };
}

/** What is under way in a project: these jobs of our own, and those of other processes that live. */
export function inHandOf(project: OpenProject, own: Iterable<number> = []): InHand {
  const others = listJobs(project.reader).filter(({ owner }) => otherProcess(owner) !== null);
  return { jobs: [...own, ...others.map(({ id }) => id)], isOtherAtWork: holderOf(project) !== null };
}
