import { hostname } from 'node:os';
import { readSetting } from './db/setting-queries.ts';
import { type OpenProject, writerOf } from './open-projects.ts';

/**
 * Which engine runs a project's jobs. Two engines may have a project open (a window and the command line's server); jobs that
 * stand as running are leftovers only when the engine that ran them is gone.
 */
const SETTING = 'engine';

/** Claims the project for this process unless a living engine of this machine holds it; answers whether it is ours. */
export async function holdProject(project: OpenProject, pid: number = process.pid): Promise<boolean> {
  const holder = /^(\d+)@(.*)$/.exec(readSetting(project.reader, SETTING) ?? '');
  const holderPid = Number(holder?.[1]);
  if (holder !== null && holder[2] === hostname() && holderPid !== pid && isAlive(holderPid)) return false;
  await writerOf(project).run('writeSetting', SETTING, `${pid}@${hostname()}`);
  return true;
}

/** Signal 0 asks whether a process is there without touching it; one that belongs to another user answers EPERM. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
