import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../contract/app-error.ts';
import type { OpenProject } from '../open-projects.ts';
import { claimProject, releaseProject } from '../project-holder.ts';
import type { JobControl } from './job-control.ts';

const ASK_AGAIN_MS = 1_000;
/** A process that was just told to end may still have its claim. */
const ENDING_MS = 1_000;

/**
 * Runs an import, a removal of one or a check unless another process does one of them with the same project, on which it throws
 * `project-locked`: for callers that are waited for.
 */
export async function workAlone<Result>(project: OpenProject, work: () => Promise<Result>): Promise<Result> {
  let holder = await claimProject(project);
  if (holder !== null) {
    await sleep(ENDING_MS);
    holder = await claimProject(project);
  }
  if (holder !== null) {
    throw new AppError(
      'project-locked',
      `Another program (process ${holder}) is importing into this project or checking its links. Nothing was done. Wait for it, or stop it there, and start again.`,
      { process: holder },
    );
  }
  return await working(project, work);
}

/** As {@link workAlone}, but waits until no other process is at work, and says so meanwhile. */
export async function workInTurn<Result>(
  project: OpenProject,
  control: JobControl,
  work: () => Promise<Result>,
): Promise<Result> {
  for (;;) {
    const holder = await claimProject(project);
    if (holder === null) return await working(project, work);
    control.say(
      `Another program (process ${holder}) is importing into this project or checking its links; this job waits for it.`,
    );
    await sleep(ASK_AGAIN_MS, undefined, { signal: control.signal });
  }
}

/** How much is going on in this process for each project: the claim is given back by whatever ends last. */
const underWay = new WeakMap<OpenProject, number>();

async function working<Result>(project: OpenProject, work: () => Promise<Result>): Promise<Result> {
  underWay.set(project, (underWay.get(project) ?? 0) + 1);
  try {
    return await work();
  } finally {
    const left = (underWay.get(project) ?? 1) - 1;
    underWay.set(project, left);
    // A full disk takes no claim back; what it did to the work is what is told.
    if (left === 0) await Promise.allSettled([releaseProject(project)]);
  }
}
