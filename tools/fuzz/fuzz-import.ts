import { copyFileSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { FuzzReport, FuzzTask } from './fuzz-worker.ts';

/**
 * `node tools/fuzz/fuzz-import.ts [FILES] [SEED]` reads spoiled copies of the synthetic exports with the reader of imports, in a thread
 * with little memory and under a clock. Ends with 1 when a file broke a promise of the reader; such files are kept.
 */
const MOST_SECONDS = 20;
const MOST_RESIDENT_BYTES = 900 * 1024 ** 2;
const THREAD_MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };

const [count = '10000', seed = 'exports'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'anchorage-fuzz-'));
const exports = fileURLToPath(new URL('../../test/fixtures/exports/', import.meta.url));
const task = {
  seed,
  end: Number(count),
  path: join(folder, 'export'),
  fixtures: readdirSync(exports)
    .filter((name) => name !== 'README.md')
    .sort()
    .map((name) => join(exports, name)),
};

const tally = new Map<string, number>();
const findings: string[] = [];
const most = { seconds: 0, residentBytes: 0 };
for (let next = 0; next < task.end; ) next = await readFrom(next);
console.log(Object.fromEntries([...tally].sort(([, one], [, other]) => other - one)));
console.log(
  `${count} files, slowest ${most.seconds.toFixed(2)} s, ${Math.round(most.residentBytes / 1024 ** 2)} MB at most`,
);
console.log(findings.length === 0 ? 'No findings.' : `${findings.length} findings, files in ${folder}`);
process.exitCode = findings.length === 0 ? 0 : 1;

/** Reads until all are read or the thread has to be given up; returns where to go on. */
async function readFrom(first: number): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  const data: FuzzTask = { ...task, first, port: port2 };
  const worker = new Worker(new URL('./fuzz-worker.ts', import.meta.url), {
    workerData: data,
    transferList: [port2],
    resourceLimits: THREAD_MEMORY,
  });
  const ended = Promise.withResolvers<number>();
  let current = first;
  let clock: NodeJS.Timeout | undefined;
  const giveUp = (what: string): void => {
    keep(current, what);
    ended.resolve(current + 1);
  };
  worker.on('error', (error) => giveUp(`the thread died: ${error.message}`));
  worker.on('exit', () => ended.resolve(task.end));
  port1.on('message', (report: FuzzReport) => {
    current = report.index;
    clearTimeout(clock);
    if (report.kind === 'read') note(report);
    else clock = setTimeout(() => giveUp(`takes longer than ${MOST_SECONDS} s`), MOST_SECONDS * 1000);
  });
  const next = await ended.promise;
  clearTimeout(clock);
  await worker.terminate();
  port1.close();
  return next;
}

function note(report: FuzzReport & { readonly kind: 'read' }): void {
  for (const outcome of report.outcomes) tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
  for (const fault of report.faults) keep(report.index, fault);
  if (report.residentBytes > MOST_RESIDENT_BYTES) keep(report.index, `${report.residentBytes} bytes resident`);
  most.seconds = Math.max(most.seconds, report.seconds);
  most.residentBytes = Math.max(most.residentBytes, report.residentBytes);
}

function keep(index: number, what: string): void {
  const kept = join(folder, `${seed}-${index}`);
  copyFileSync(task.path, kept);
  findings.push(what);
  console.log(`${kept}: ${what}`);
}
