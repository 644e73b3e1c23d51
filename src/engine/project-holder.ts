import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { readSetting } from './db/setting-queries.ts';
import { type OpenProject, writerOf } from './open-projects.ts';

/**
 * Which process works with a project. Two may have it open (a window and the command line), but one of them imports or checks links at
 * a time: an import remembers which pages there are and gives out their numbers, and two checks would ask pages twice and hosts twice
 * as much as they allow. The project names that process by a claim, which holds as long as it lives; each job names its own so as well.
 */
const SETTING = 'working';

/**
 * Claims the work with a project for a process unless another living one of this machine has it.
 *
 * @returns null where it is ours now, else the number of the process that has it
 */
export async function claimProject(project: OpenProject, pid: number = process.pid): Promise<number | null> {
  for (;;) {
    const known = readSetting(project.reader, SETTING);
    const other = otherProcess(known ?? '', pid);
    if (other !== null) return other;
    // Another process may have come first; then it is asked again who has it.
    if (await writerOf(project).run('replaceSetting', SETTING, known, claimOf(pid))) return null;
  }
}

/** The number of another living process of this machine that works with a project; null for none. */
export function holderOf(project: OpenProject): number | null {
  return otherProcess(readSetting(project.reader, SETTING) ?? '');
}

/** As {@link holderOf}, but gives a process that is just ending so long to end. */
export async function holderAfter(project: OpenProject, withinMs: number): Promise<number | null> {
  for (let leftMs = withinMs; leftMs > 0 && holderOf(project) !== null; leftMs -= DYING_CHECK_MS) {
    await sleep(DYING_CHECK_MS);
  }
  return holderOf(project);
}

const DYING_CHECK_MS = 200;

/** The number of the process that made a claim, where that is another one than `pid`, of this machine, and lives; else null. */
export function otherProcess(claim: string, pid: number = process.pid): number | null {
  const holder = /^(\d+)@(\S*) ?(.*)$/.exec(claim);
  if (holder === null || holder[2] !== hostname() || Number(holder[1]) === pid) return null;
  return isAlive(Number(holder[1]), holder[3] ?? '') ? Number(holder[1]) : null;
}

/** Gives a claim back; one that another process has taken over since stays with that. */
export async function releaseProject(project: OpenProject): Promise<void> {
  await writerOf(project).run('replaceSetting', SETTING, claimOf(process.pid), '');
}

/** What names a process for as long as it lives: its number, its machine, and when it started. */
export function claimOf(pid: number = process.pid): string {
  return `${pid}@${hostname()} ${startOf(pid) ?? ''}`.trim();
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
