import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SeededRandom } from '../../src/engine/sample/seeded-random.ts';
import { BENCH_SITE, writeAhrefsExport } from '../bench/ahrefs-rows.ts';
import { readProjectContents } from './project-contents.ts';

export interface KillImportsOptions {
  /** Where the export and the projects are made. */
  readonly folder: string;
  readonly rows: number;
  readonly kills: number;
  readonly random: SeededRandom;
  /** What Node is started with. */
  readonly nodeFlags: readonly string[];
}

export interface KilledImports {
  /** What the killed imports had left in their projects. */
  readonly left: { readonly nothing: number; readonly part: number; readonly all: number };
  /** What a project had to be blamed for after a kill, and the tables that differ in the end from those of an undisturbed import. */
  readonly faults: readonly string[];
}

const CLI = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
/** An import is killed so many times before it may finish. */
const MOST_KILLS = 4;

/** Kills imports of the command line at random moments, lets them finish and compares their projects with an undisturbed one. */
export async function killImports(options: KillImportsOptions): Promise<KilledImports> {
  const { folder, rows, kills, random, nodeFlags } = options;
  const exportPath = join(folder, 'export.csv');
  writeAhrefsExport(exportPath, rows);
  const undisturbed = await newProject(folder, 'undisturbed', nodeFlags);
  let wholeMs = (await run(nodeFlags, ['import', undisturbed, exportPath])).ms;
  const wanted = readProjectContents(undisturbed).tables;
  const left = { nothing: 0, part: 0, all: 0 };
  const faults: string[] = [];
  for (let [killed, number] = [0, 1]; killed < kills; number += 1) {
    const project = await newProject(folder, `killed-${number}`, nodeFlags);
    const note = (found: readonly string[]) => faults.push(...found.map((fault) => `project ${number}: ${fault}`));
    for (let times = random.between(1, Math.min(MOST_KILLS, kills - killed)); times > 0; times -= 1) {
      const end = await run(nodeFlags, ['import', project, exportPath], random.next() * wholeMs);
      if (!end.isKilled) {
        wholeMs = Math.min(wholeMs, end.ms);
        break;
      }
      const after = readProjectContents(project);
      const seen = after.imports[0]?.rows ?? 0;
      left[seen === 0 ? 'nothing' : seen === rows ? 'all' : 'part'] += 1;
      note(after.faults);
      killed += 1;
    }
    await run(nodeFlags, ['import', project, exportPath]);
    const result = readProjectContents(project);
    note([...result.faults, ...Object.keys(wanted).filter((table) => wanted[table] !== result.tables[table])]);
    for (const end of ['', '-wal', '-shm']) rmSync(`${project}${end}`, { force: true });
  }
  return { left, faults };
}

async function newProject(folder: string, name: string, nodeFlags: readonly string[]): Promise<string> {
  const path = join(folder, `${name}.anchorage`);
  await run(nodeFlags, ['init', path, '--site', BENCH_SITE]);
  return path;
}

interface RunEnd {
  /** False where it had ended by then. */
  readonly isKilled: boolean;
  readonly ms: number;
}

/** Runs the command line, to its end or until it is killed. */
async function run(nodeFlags: readonly string[], args: readonly string[], killAfterMs?: number): Promise<RunEnd> {
  const started = performance.now();
  const child = spawn(process.execPath, [...nodeFlags, CLI, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  const clock = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearTimeout(clock);
  const isKilled = code === null;
  if (!isKilled && code !== 0) throw new Error(`anchorage ${args.join(' ')} ended with ${code}.`);
  return { isKilled, ms: performance.now() - started };
}
