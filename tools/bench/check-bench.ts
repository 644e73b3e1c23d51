import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { markdownTable, writeBenchSection } from './benchmarks-page.ts';
import { countLinkingPages, createCheckProject } from './check-project.ts';
import { measureProcess, type ProcessMeasure } from './measure-process.ts';

const PAGES = 10_000;
const CONCURRENCY = 100;
const LATENCIES_MS = [0, 200];

/**
 * Times the check of pages of 20 KB on a fifth as many hosts, on a web in its own process, at 0 and at 200 ms before each answer.
 *
 * @param args number of pages; 10,000 where it is not given
 */
export async function benchCheck(args: readonly string[]): Promise<void> {
  const pages = args[0] === undefined ? PAGES : Number(args[0]);
  const folder = mkdtempSync(join(tmpdir(), 'anchorage-bench-'));
  const load = (loadavg()[0] ?? 0).toFixed(1);
  const table: string[][] = [];
  try {
    for (const latencyMs of LATENCIES_MS) table.push(...(await measureLatency(folder, pages, latencyMs)));
  } finally {
    rmSync(folder, { recursive: true });
  }
  const header = ['Check', 'Seconds', 'Pages/s', 'CPU seconds per 1,000 pages', 'The web’s own', 'Peak memory'];
  writeBenchSection(
    'check',
    `${pages.toLocaleString('en')} pages of 20 KB on ${(pages / 5).toLocaleString('en')} hosts, ${CONCURRENCY} requests at a time and two for each host, every host with a robots.txt; one page of
twenty needs the repairs of the HTML standard, four of five link to the client. The web runs on the same cores; its CPU time has its own
column. The bare loop is undici with htmlparser2: one thread, no robots.txt, nothing judged or stored. Anchorage is the built command
line, anchorage verify, with everything stored in a project file. Whole processes, start and exit included. ${peersNote()} Load
average when the bench began: ${load}.

${markdownTable(header, table)}`,
  );
  console.log(markdownTable(header, table));
}

async function measureLatency(folder: string, pages: number, latencyMs: number): Promise<string[][]> {
  const web = await startBenchWeb(latencyMs);
  try {
    const label = (who: string): string => `${who}, ${latencyMs} ms`;
    const bare = await onWeb(web, () => runBare(pages, web.port));
    const project = join(folder, `${latencyMs}.anchorage`);
    await createCheckProject(project, pages);
    const ours = await onWeb(web, () => runAnchorage(project, pages, web.port));
    return [row(label('bare loop'), pages, bare), row(label('Anchorage'), pages, ours)];
  } finally {
    web.process.kill();
  }
}

async function runBare(pages: number, port: number): Promise<ProcessMeasure> {
  const path = fileURLToPath(new URL('check-bare.ts', import.meta.url));
  return expectLive(await measureProcess(process.execPath, [path, ...[pages, port, CONCURRENCY].map(String)]), pages);
}

async function runAnchorage(project: string, pages: number, port: number): Promise<ProcessMeasure> {
  const program = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url));
  const web = ['--resolve', `*:127.0.0.1:${port}`, '--allow-private'];
  const limits = ['--concurrency', String(CONCURRENCY), '--per-host', '2'];
  return expectLive(
    await measureProcess(process.execPath, [program, 'verify', project, ...web, ...limits, '--json']),
    pages,
  );
}

function expectLive(measure: ProcessMeasure, pages: number): ProcessMeasure {
  const { live } = JSON.parse(measure.output) as { live?: number };
  if (live !== countLinkingPages(pages)) throw new Error(`Not every link was found: ${measure.output}`);
  return measure;
}

interface BenchWeb {
  readonly process: ChildProcess;
  readonly port: number;
  readonly lines: Interface;
}

async function startBenchWeb(latencyMs: number): Promise<BenchWeb> {
  const path = fileURLToPath(new URL('bench-web.ts', import.meta.url));
  const child = spawn(process.execPath, [path, String(latencyMs)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout);
  const [port] = (await once(lines, 'line')) as [string];
  return { process: child, port: Number(port), lines };
}

/** A measure with the CPU seconds the web spent meanwhile. */
async function onWeb(
  web: BenchWeb,
  run: () => Promise<ProcessMeasure>,
): Promise<ProcessMeasure & { readonly webSeconds: number }> {
  const before = await webCpuSeconds(web);
  const measure = await run();
  return { ...measure, webSeconds: (await webCpuSeconds(web)) - before };
}

async function webCpuSeconds(web: BenchWeb): Promise<number> {
  web.process.stdin?.write('\n');
  const [microseconds] = (await once(web.lines, 'line')) as [string];
  return Number(microseconds) / 1e6;
}

function peersNote(): string {
  const hasScrapy = spawnSync('scrapy', ['version']).status === 0;
  return hasScrapy
    ? 'Crawlee is not installed here; Scrapy is, but is not measured.'
    : 'Scrapy and Crawlee are not installed here.';
}

function row(label: string, pages: number, measure: ProcessMeasure & { readonly webSeconds: number }): string[] {
  const perThousand = (seconds: number | null): string =>
    seconds === null ? '' : ((seconds / pages) * 1000).toFixed(2);
  return [
    label,
    measure.seconds.toFixed(2),
    Math.round(pages / measure.seconds).toLocaleString('en'),
    perThousand(measure.cpuSeconds),
    perThousand(measure.webSeconds),
    measure.peakBytes === null ? '' : `${(measure.peakBytes / 1e6).toFixed(0)} MB`,
  ];
}
