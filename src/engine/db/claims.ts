import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { ReadableDatabase } from './project-database.ts';
import { readSetting } from './setting-queries.ts';

/**
 * Which process works with a project. Two may have it open (a window and the command line), but one of them imports or checks links at
 * a time: an import remembers which pages there are and gives out their numbers, and two checks would ask pages twice and hosts twice
 * as much as they allow. The project names that process by a claim, which holds as long as it lives; each job names its own so as well.
 */
export const WORK_CLAIM = 'working';

/** The number of another living process of this machine that works with a project; null for none. */
export function workHolder(db: ReadableDatabase): number | null {
  return otherProcess(readSetting(db, WORK_CLAIM) ?? '');
}

/** The number of the process that made a claim, where that is another one than `pid`, of this machine, and lives; else null. */
export function otherProcess(claim: string, pid: number = process.pid): number | null {
  const holder = /^(\d+)@(\S*) ?(.*)$/.exec(claim);
  if (holder === null || holder[2] !== hostname() || Number(holder[1]) === pid) return null;
  return isAlive(Number(holder[1]), holder[3] ?? '') ? Number(holder[1]) : null;
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
