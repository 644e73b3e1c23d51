import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { readSetting } from './db/setting-queries.ts';
import { type OpenProject, writerOf } from './open-projects.ts';

/**
 * Which process does something that only one may do with a project at a time. Two may have it open (a window and the command line):
 * one of them settles jobs that stand as running, which are leftovers only when the engine that ran them is gone, and one of them
 * imports or checks links: an import remembers which pages there are and gives out their numbers, and two checks would ask pages twice
 * and hosts twice as much as they allow.
 */
const CLAIMS = { engine: 'engine', work: 'working' } as const;
export type Claim = keyof typeof CLAIMS;

/**
 * Claims something for a process unless another living one of this machine has it.
 *
 * @returns null where it is ours now, else the number of the process that has it
 */
export async function claimProject(
  project: OpenProject,
  claim: Claim,
  pid: number = process.pid,
): Promise<number | null> {
  const key = CLAIMS[claim];
  for (;;) {
    const known = readSetting(project.reader, key);
    const other = otherHolder(known, pid);
    if (other !== null) return other;
    // Another process may have come first; then it is asked again who has it.
    if (await writerOf(project).run('replaceSetting', key, known, claimOf(pid))) return null;
  }
}

/** The number of another living process of this machine that has a claim; null for none. */
export function holderOf(project: OpenProject, claim: Claim): number | null {
  return otherHolder(readSetting(project.reader, CLAIMS[claim]), process.pid);
}

function otherHolder(known: string | null, pid: number): number | null {
  const holder = /^(\d+)@(\S*) ?(.*)$/.exec(known ?? '');
  if (holder === null || holder[2] !== hostname() || Number(holder[1]) === pid) return null;
  return isAlive(Number(holder[1]), holder[3] ?? '') ? Number(holder[1]) : null;
}

/** Gives a claim back; one that another process has taken over since stays with that. */
export async function releaseProject(project: OpenProject, claim: Claim): Promise<void> {
  await writerOf(project).run('replaceSetting', CLAIMS[claim], claimOf(process.pid), '');
}

function claimOf(pid: number): string {
  return `${pid}@${hostname()} ${startOf(pid) ?? ''}`.trim();
}

/** Claims the work on a project's jobs; answers whether it is ours. */
export async function holdProject(project: OpenProject, pid: number = process.pid): Promise<boolean> {
  return (await claimProject(project, 'engine', pid)) === null;
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
