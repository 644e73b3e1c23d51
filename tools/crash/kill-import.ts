import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seededRandom } from '../../src/engine/sample/seeded-random.ts';
import { BENCH_SITE, writeAhrefsExport } from '../bench/ahrefs-rows.ts';
import { readProjectContents } from './project-contents.ts';

/**
 * `node tools/crash/kill-import.ts [KILLS] [ROWS] [SEED]` kills imports at random moments, looks at what they left, imports again and
 * compares the project, table by table, with one whose import nobody disturbed. Ends with 1 where they differ.
 */
const [kills = '100', rows = '100000', seed = 'kills'] = process.argv.slice(2);
/** Two threads that strip TypeScript at once can end V8; see test/support/node-flags.ts. */
const NODE_FLAGS = ['--wasm-wrapper-tiering-budget=1000000000'];
const CLI = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'anchorage-crash-'));
const exportPath = join(folder, 'export.csv');
const random = seededRandom(seed);

writeAhrefsExport(exportPath, Number(rows));
const undisturbed = await newProject('undisturbed');
const started = performance.now();
await run(['import', undisturbed, exportPath]);
const wholeMs = performance.now() - started;
const wanted = readProjectContents(undisturbed);

const left = { nothing: 0, part: 0, all: 0 };
let faults = 0;
for (let kill = 1; kill <= Number(kills); kill += 1) {
  const project = await newProject(`killed-${kill}`);
  for (let times = random.between(1, 2); times > 0; times -= 1) {
    await run(['import', project, exportPath], random.next() * wholeMs);
    const after = readProjectContents(project);
    const seen = after.imports[0]?.rows ?? 0;
    left[seen === 0 ? 'nothing' : seen === Number(rows) ? 'all' : 'part'] += 1;
    note(kill, after.faults);
  }
  await run(['import', project, exportPath]);
  const result = readProjectContents(project);
  note(kill, result.faults);
  note(
    kill,
    Object.keys(wanted.tables).filter((table) => wanted.tables[table] !== result.tables[table]),
  );
  for (const end of ['', '-wal', '-shm']) rmSync(`${project}${end}`, { force: true });
}
console.log(
  `${kills} projects, kills that left nothing, a part, all rows: ${Object.values(left).join(', ')}; ${faults} faults`,
);
process.exitCode = faults === 0 ? 0 : 1;
rmSync(folder, { recursive: true });

function note(kill: number, found: readonly string[]): void {
  faults += found.length;
  for (const fault of found) console.log(`project ${kill}: ${fault}`);
}

async function newProject(name: string): Promise<string> {
  const path = join(folder, `${name}.anchorage`);
  await run(['init', path, '--site', BENCH_SITE]);
  return path;
}

/** Runs the command line, to its end or until it is killed. */
async function run(args: readonly string[], killAfterMs?: number): Promise<void> {
  const child = spawn(process.execPath, [...NODE_FLAGS, CLI, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const clock = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearTimeout(clock);
  if (killAfterMs === undefined && code !== 0) throw new Error(`anchorage ${args.join(' ')} ended with ${code}.`);
}
