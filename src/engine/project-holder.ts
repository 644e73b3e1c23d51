import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { readSetting } from './db/setting-queries.ts';
import { type OpenProject, writerOf } from './open-projects.ts';

/**
 * Which engine runs a project's jobs. Two engines may have a project open (a window and the command line's server); jobs that
 * stand as running are leftovers only when the engine that ran them is gone.
 */
const SETTING = 'engine';

/** Claims the project for this process unless a living engine of this machine holds it; answers whether it is ours. */
export async function holdProject(project: OpenProject, pid: number = process.pid): Promise<boolean> {
  const holder = /^(\d+)@(\S*) ?(.*)$/.exec(readSetting(project.reader, SETTING) ?? '');
  const holderPid = Number(holder?.[1]);
  const isOther = holder !== null && holder[2] === hostname() && holderPid !== pid;
  if (isOther && isAlive(holderPid, holder[3] ?? '')) return false;
  await writerOf(project).run('writeSetting', SETTING, `${pid}@${hostname()} ${startOf(pid) ?? ''}`.trim());
  return true;
}

const DYING_CHECK_MS = 200;

/** As {@link holdProject}, but gives a holder that is just ending so long to end. */
export async function holdProjectSoon(project: OpenProject, withinMs: number): Promise<boolean> {
  for (let leftMs = withinMs; leftMs > 0; leftMs -= DYING_CHECK_MS) {
    if (await holdProject(project)) return true;
    await sleep(DYING_CHECK_MS);
  }
  return await holdProject(project);
}

/**
 * Signal 0 asks whether a process is there without touching it; one that belongs to another user answers EPERM. Where the
 * system tells more, a process that was killed and not yet collected counts as gone, and so does another one that got its number.
 */
function isAlive(pid: number, startedAt: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const start = startOf(pid);
  return start !== 'gone' && (start === null || startedAt === '' || start === startedAt);
}

/** When a process started, in the ticks of Linux; `gone` for one that has ended, null where the system does not tell. */
function startOf(pid: number): string | null {
  if (process.platform !== 'linux') return null;
  try {
    // The name of the program comes second, in parentheses, and may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? 'gone' : (fields[19] ?? null);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'gone';
    return null;
  }
}
