import { spawn } from 'node:child_process';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SeededRandom } from '../../src/engine/sample/seeded-random.ts';
import { BENCH_SITE, writeAhrefsExport } from '../bench/ahrefs-rows.ts';
import { hashProjectTables, readProjectState, readStoredImports, type StoredImport } from './project-contents.ts';

export interface KillImportsOptions {
  /** Where the export and the projects are made. */
  readonly folder: string;
  readonly rows: number;
  /** Imports are killed until so many kills hit one that was under way. */
  readonly hits: number;
  readonly random: SeededRandom;
  /** What Node is started with. */
  readonly nodeFlags: readonly string[];
}

/** Kills by what they hit; only those of an import under way count. */
export interface KillTally {
  /** Rows were still being read. */
  readonly whileReading: number;
  /** All rows were there, and roll-ups and indexes were being made. */
  readonly whileFinishing: number;
  /** The program had not come to the import, or was past it. */
  readonly missed: number;
}

export interface KilledImports extends KillTally {
  readonly projects: number;
  /** What a project had to be blamed for after a kill, and the tables that differ in the end from those of an undisturbed import. */
  readonly faults: readonly string[];
}

const CLI = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
/** An import is killed so many times before it may finish. */
const MOST_KILLS = 4;
/** How closely the first import is watched, to tell when it is under way. */
const LOOK_EVERY_MS = 20;
/** Bounds the run where imports end sooner than the first did. */
const MOST_PROJECTS_PER_HIT = 10;

/** Kills imports of the command line at random moments, lets them finish and compares their projects with an undisturbed one. */
export async function killImports(options: KillImportsOptions): Promise<KilledImports> {
  const { folder, rows, hits, random, nodeFlags } = options;
  const exportPath = join(folder, 'export.csv');
  writeAhrefsExport(exportPath, rows);
  const empty = join(folder, 'empty.anchorage');
  await run(nodeFlags, ['init', empty, '--site', BENCH_SITE]);
  const undisturbed = join(folder, 'undisturbed.anchorage');
  copyFileSync(empty, undisturbed);
  let startMs = 0;
  const began = performance.now();
  const watch = setInterval(() => {
    if (startMs === 0 && storedImport(undisturbed) !== null) startMs = performance.now() - began;
  }, LOOK_EVERY_MS);
  let wholeMs = (await run(nodeFlags, ['import', undisturbed, exportPath])).ms;
  clearInterval(watch);
  const wanted = hashProjectTables(undisturbed);
  const tally = { whileReading: 0, whileFinishing: 0, missed: 0 };
  const faults: string[] = [];
  const hitsLeft = (): number => hits - tally.whileReading - tally.whileFinishing;
  let projects = 0;
  while (hitsLeft() > 0 && projects < hits * MOST_PROJECTS_PER_HIT) {
    projects += 1;
    const project = join(folder, `killed-${projects}.anchorage`);
    copyFileSync(empty, project);
    const note = (found: readonly string[]) => faults.push(...found.map((fault) => `project ${projects}: ${fault}`));
    const times = random.between(1, Math.min(MOST_KILLS, hitsLeft()));
    for (let time = 0; time < times; time += 1) {
      let seen: StoredImport | null = null;
      const kill = {
        afterMs: startMs + random.next() * (wholeMs - startMs),
        look: () => (seen = storedImport(project)),
      };
      const end = await run(nodeFlags, ['import', project, exportPath], kill);
      if (!end.isKilled) {
        // The machine was slower when the first was measured.
        if (time === 0) [startMs, wholeMs] = [(startMs * end.ms) / wholeMs, end.ms];
        break;
      }
      const after = readProjectState(project);
      note([...after.faults, ...lostSince(seen, after.imports[0] ?? null)]);
      tally[momentOf(after.imports[0] ?? null, rows)] += 1;
    }
    await run(nodeFlags, ['import', project, exportPath]);
    const result = hashProjectTables(project);
    note([
      ...readProjectState(project).faults,
      ...Object.keys(wanted).filter((table) => wanted[table] !== result[table]),
    ]);
    for (const end of ['', '-wal', '-shm']) rmSync(`${project}${end}`, { force: true });
  }
  return { ...tally, projects, faults };
}

function momentOf(stored: StoredImport | null, rows: number): keyof KillTally {
  if (stored === null || stored.state === 'done') return 'missed';
  return stored.rows < rows ? 'whileReading' : 'whileFinishing';
}

/** What another program had seen in the project just before the kill has to be there after it. */
function lostSince(seen: StoredImport | null, after: StoredImport | null): string[] {
  const lost = (seen?.rows ?? 0) - (after?.rows ?? 0);
  return lost > 0 ? [`${lost} rows are gone that were there before the kill`] : [];
}

function storedImport(project: string): StoredImport | null {
  return readStoredImports(project)[0] ?? null;
}

interface Kill {
  readonly afterMs: number;
  /** Called just before. */
  readonly look: () => void;
}

interface RunEnd {
  /** False where it had ended by then. */
  readonly isKilled: boolean;
  readonly ms: number;
}

/** Runs the command line, to its end or until it is killed. */
async function run(nodeFlags: readonly string[], args: readonly string[], kill?: Kill): Promise<RunEnd> {
  const started = performance.now();
  const child = spawn(process.execPath, [...nodeFlags, CLI, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  const stop = (): void => {
    kill?.look();
    child.kill('SIGKILL');
  };
  const clock = kill === undefined ? undefined : setTimeout(stop, kill.afterMs);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearTimeout(clock);
  const isKilled = code === null;
  if (!isKilled && code !== 0) throw new Error(`anchorage ${args.join(' ')} ended with ${code}.`);
  return { isKilled, ms: performance.now() - started };
}
