import type { CheckPolicy } from '../../contract/check-settings.ts';
import type { Selection } from '../../contract/engine-contract.ts';
import type { CheckStart, JobStatus } from '../../contract/jobs.ts';
import { readCheckSettings } from '../project-check-settings.ts';
import type { RunningProject } from '../project-registry.ts';

/** Puts a check of the window in line that asks as the project's settings say now. */
export function startCheck(
  { jobs, reader }: RunningProject,
  title: string,
  selection: Selection,
  policy: Partial<CheckPolicy> = {},
): Promise<JobStatus> {
  const startedFrom: CheckStart = 'window';
  return jobs.start('check', title, { selection, policy, settings: readCheckSettings(reader), startedFrom });
}

/** Lets a job go on; a check asks as the project's settings say now, not as they said when it was started. */
export function resumeJob({ jobs, reader }: RunningProject, id: number): Promise<JobStatus> {
  const isCheck = jobs.list().some((job) => job.id === id && job.kind === 'check');
  return jobs.resume(id, isCheck ? { settings: readCheckSettings(reader) } : undefined);
}
