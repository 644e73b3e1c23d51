import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../contract/app-error.ts';
import type { OpenProject } from '../open-projects.ts';
import { claimProject, releaseProject } from '../project-holder.ts';
import type { JobControl } from './job-control.ts';

const ASK_AGAIN_MS = 1_000;
/** A process that was just told to end may still have its claim. */
const ENDING_MS = 1_000;

/**
 * Runs a check unless another process checks links of the same project, on which it throws `project-locked`: for callers that are
 * waited for.
 */
export async function checkAlone<Result>(project: OpenProject, work: () => Promise<Result>): Promise<Result> {
  let holder = await claimProject(project, 'check');
  if (holder !== null) {
    await sleep(ENDING_MS);
    holder = await claimProject(project, 'check');
  }
  if (holder !== null) {
    throw new AppError(
      'project-locked',
      `Another program (process ${holder}) is checking links of this project. Nothing was asked. Wait for it, or stop it there, and start again.`,
      { process: holder },
    );
  }
  return await working(project, work);
}

/** Runs a check once no other process checks links of the same project, and says so while it waits. */
export async function checkInTurn<Result>(
  project: OpenProject,
  control: JobControl,
  work: () => Promise<Result>,
): Promise<Result> {
  for (;;) {
    const holder = await claimProject(project, 'check');
    if (holder === null) return await working(project, work);
    control.say(`Another program (process ${holder}) is checking links of this project; this check waits for it.`);
    await sleep(ASK_AGAIN_MS, undefined, { signal: control.signal });
  }
}

async function working<Result>(project: OpenProject, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } finally {
    await releaseProject(project, 'check');
  }
}
