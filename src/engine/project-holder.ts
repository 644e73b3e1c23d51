import { setTimeout as sleep } from 'node:timers/promises';
import { claimOf, otherProcess, WORK_CLAIM, workHolder } from './db/claims.ts';
import { readSetting } from './db/setting-queries.ts';
import { type OpenProject, writerOf } from './open-projects.ts';

/** Taking the work with a project, and giving it back: see `db/claims.ts`. */

/**
 * Claims the work with a project for a process unless another living one of this machine has it.
 *
 * @returns null where it is ours now, else the number of the process that has it
 */
export async function claimProject(project: OpenProject, pid: number = process.pid): Promise<number | null> {
  for (;;) {
    const known = readSetting(project.reader, WORK_CLAIM);
    const other = otherProcess(known ?? '', pid);
    if (other !== null) return other;
    // Another process may have come first; then it is asked again who has it.
    if (await writerOf(project).run('replaceSetting', WORK_CLAIM, known, claimOf(pid))) return null;
  }
}

/** The number of another living process of this machine that works with a project; null for none. */
export function holderOf(project: OpenProject): number | null {
  return workHolder(project.reader);
}

/** As {@link holderOf}, but gives a process that is just ending so long to end. */
export async function holderAfter(project: OpenProject, withinMs: number): Promise<number | null> {
  for (let leftMs = withinMs; leftMs > 0 && holderOf(project) !== null; leftMs -= DYING_CHECK_MS) {
    await sleep(DYING_CHECK_MS);
  }
  return holderOf(project);
}

const DYING_CHECK_MS = 200;

/** Gives a claim back; one that another process has taken over since stays with that. */
export async function releaseProject(project: OpenProject): Promise<void> {
  await writerOf(project).run('replaceSetting', WORK_CLAIM, claimOf(process.pid), '');
}
