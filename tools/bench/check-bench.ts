import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BENCH_SITE } from './ahrefs-rows.ts';
import { markdownTable, writeBenchSection } from './benchmarks-page.ts';
import { countLinkingPages, createCheckProject } from './check-project.ts';
import { measureProcess, type ProcessMeasure } from './measure-process.ts';

const PAGES = [1_000, 10_000, 100_000];
/** Scrapy and Crawlee, which take a quarter of an hour for 100,000, are asked for no more. */
const PEER_PAGES = 10_000;
const CONCURRENCY = 100;
const LATENCIES_MS = [0, 200];
const HEADER = ['Check', 'Seconds', 'Pages/s', 'CPU seconds per 1,000 pages', 'The web’s own', 'Peak memory'];

/** What is measured beside Anchorage, as far as it is there. */
interface Peers {
  readonly hasScrapy: boolean;
  /** The folder in which Crawlee is installed; null for none. */
  readonly crawlee: string | null;
}

/**
 * Times the check of pages of 20 KB on a fifth as many hosts, on a web in its own process.
 *
 * @param args numbers of pages; `--latency MS` before each answer, several times; `--peers FOLDER` where Crawlee is installed
 */
export async function benchCheck(args: readonly string[]): Promise<void> {
  const options = { latency: { type: 'string', multiple: true }, peers: { type: 'string' } } as const;
  const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true });
  const sizes = positionals.length === 0 ? PAGES : positionals.map(Number);
  const latencies = values.latency?.map(Number) ?? LATENCIES_MS;
  const peers = { hasScrapy: spawnSync('scrapy', ['version']).status === 0, crawlee: values.peers ?? null };
  const folder = mkdtempSync(join(tmpdir(), 'anchorage-bench-'));
  const load = (loadavg()[0] ?? 0).toFixed(1);
  const table: string[][] = [];
  try {
    for (const pages of sizes) {
      for (const latencyMs of latencies) table.push(...(await measureLatency(folder, pages, latencyMs, peers)));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  writeBenchSection('check', `${introduction(peers, load)}\n\n${markdownTable(HEADER, table)}`);
  console.log(markdownTable(HEADER, table));
}

function introduction({ hasScrapy, crawlee }: Peers, load: string): string {
  const missing = [hasScrapy ? [] : ['Scrapy'], crawlee === null ? ['Crawlee'] : []].flat();
  const note = missing.length === 0 ? '' : ` Not measured in this run: ${missing.join(' and ')}.`;
  return `Pages of 20 KB on a fifth as many hosts, ${CONCURRENCY} requests at a time and two for each host, every host with a robots.txt; one page of
twenty needs the repairs of the HTML standard, four of five link to the client. The web runs on the same cores; its CPU time has its own
column. The bare loop is undici with htmlparser2: one thread, no robots.txt, nothing judged or stored. Scrapy and Crawlee (its Cheerio
crawler) obey robots.txt and store nothing; they are measured up to ${PEER_PAGES.toLocaleString('en')} pages. Anchorage is the built command line, anchorage verify, with everything stored in a project
file. Whole processes, start and exit included.${note} Load average when the bench began: ${load}; speeds of different runs compare
only by their distance to the bare loop of the same run.`;
}

async function measureLatency(folder: string, pages: number, latencyMs: number, peers: Peers): Promise<string[][]> {
  const web = await startBenchWeb(latencyMs);
  const rows: string[][] = [];
  const measure = async (who: string, run: () => Promise<ProcessMeasure>): Promise<void> => {
    const label = `${who}, ${pages.toLocaleString('en')} pages, ${latencyMs} ms`;
    const cells = row(label, pages, await onWeb(web, async () => expectLive(await run(), pages)));
    console.error(cells.join(', '));
    rows.push(cells);
  };
  try {
    const peerArgs = [pages, web.port, CONCURRENCY].map(String);
    const { hasScrapy, crawlee } = peers;
    const isForPeers = pages <= PEER_PAGES;
    if (hasScrapy && isForPeers) await measure('Scrapy', () => runScrapy(pages, web.port));
    if (crawlee !== null && isForPeers)
      await measure('Crawlee', () => runScript('check-crawlee.ts', [...peerArgs, crawlee]));
    await measure('bare loop', () => runScript('check-bare.ts', peerArgs));
    const project = join(folder, `${pages}-${latencyMs}.anchorage`);
    await createCheckProject(project, pages);
    await measure('Anchorage', () => runAnchorage(project, web.port));
    return rows;
  } finally {
    web.process.kill();
  }
}

function script(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

function runScrapy(pages: number, port: number): Promise<ProcessMeasure> {
  const settings = { CONCURRENT_REQUESTS: CONCURRENCY, CONCURRENT_REQUESTS_PER_DOMAIN: 2, ROBOTSTXT_OBEY: 'True' };
  const quiet = { COOKIES_ENABLED: 'False', LOG_LEVEL: 'ERROR', TELNETCONSOLE_ENABLED: 'False' };
  const chosen = Object.entries({ ...settings, ...quiet }).flatMap(([name, value]) => ['-s', `${name}=${value}`]);
  const args = Object.entries({ pages, port, site: BENCH_SITE }).flatMap(([name, value]) => ['-a', `${name}=${value}`]);
  return measureProcess('scrapy', ['runspider', script('check-scrapy.py'), ...chosen, ...args]);
}

function runScript(name: string, args: readonly string[]): Promise<ProcessMeasure> {
  return measureProcess(process.execPath, [script(name), ...args]);
}

async function runAnchorage(project: string, port: number): Promise<ProcessMeasure> {
  const program = script('../../out/main/cli.js');
  const web = ['--resolve', `*:127.0.0.1:${port}`, '--allow-private'];
  const limits = ['--concurrency', String(CONCURRENCY), '--per-host', '2'];
  return await measureProcess(process.execPath, [program, 'verify', project, ...web, ...limits, '--json']);
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
  const child = spawn(process.execPath, [script('bench-web.ts'), String(latencyMs)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
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
