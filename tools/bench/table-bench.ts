import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDisavowText } from '../../src/core/disavow/parse-disavow-file.ts';
import { domainPage } from '../../src/engine/db/domain-queries.ts';
import { linkPage } from '../../src/engine/db/link-queries.ts';
import { openForReading } from '../../src/engine/db/open-project.ts';
import type { PageQuery } from '../../src/engine/db/page-query.ts';
import type { ReadableDatabase } from '../../src/engine/db/project-database.ts';
import { anchorPage, targetPage } from '../../src/engine/db/summary-queries.ts';
import { lintAgainstProject } from '../../src/engine/disavow/check-disavow-file.ts';
import { BENCH_SITE, writeAhrefsExport } from './ahrefs-rows.ts';
import { markdownTable, writeBenchSection } from './benchmarks-page.ts';
import { measureProcess } from './measure-process.ts';

const ROWS = 1_000_000;
const PAGE_ROWS = 100;

/** Tables as the window asks for them: filter, sort, and the scroll position in rows. */
const LINK_PAGES: readonly (readonly [filter: string, sort: string, offset: number])[] = [
  ['', '', 0],
  ['', 'risk:desc', 0],
  ['', 'quality', 0],
  ['', 'firstseen:desc', 0],
  ['', 'sourceurl', 0],
  ['', 'domain', 0],
  ['', 'target', 0],
  ['', 'state', 0],
  ['', 'anchorclass', 0],
  ['', 'sources:desc', 0],
  ['', 'risk:desc,firstseen:desc', 0],
  ['risk>=20', 'risk:desc', 0],
  ['risk>=60', '', 0],
  ['rel:nofollow', '', 0],
  ['state:unchecked risk>=20', 'risk:desc', 0],
  ['is:followed quality<20', 'quality', 0],
  ['-verdict:keep risk>=20', 'risk:desc', 0],
  ['domain:*.xyz', 'risk:desc', 0],
  ['tld:xyz', '', 0],
  ['source:ahrefs', 'domain', 0],
  ['firstseen>2026-01-01', 'firstseen:desc', 0],
  ['anchor:casino', '', 0],
  ['placement:footer OR placement:comment', '', 0],
  ['signal:spam-*', '', 0],
  ['language:de', 'sourceurl', 0],
  ['garden', '', 0],
  ['url:/garden/', '', 0],
  ['dr>=50', 'risk:desc', 0],
  ['', 'risk:desc', 900_000],
  ['', 'sourceurl', 900_000],
  ['', 'domain', 500_000],
  ['risk>=20', 'risk:desc', 100_000],
  ['is:followed', 'firstseen:desc', 300_000],
];

/**
 * Times pages of the tables, and the lint of a long disavow file, over a project of a million links.
 *
 * @param args a project to measure; one is generated, imported and scored where none is given
 */
export async function benchTables([given]: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'anchorage-bench-'));
  const load = (loadavg()[0] ?? 0).toFixed(1);
  try {
    const db = openForReading(given ?? (await makeProject(folder)));
    const table = [...measureLinks(db), ...measureOthers(db), measureLint(db)];
    db.close();
    const header = ['Page', 'First, CPU ms', 'Second', 'Fifth', 'Sixth'];
    writeBenchSection(
      'tables',
      `Pages of ${PAGE_ROWS} rows with the exact total over a scored project of ${ROWS.toLocaleString('en')} generated links, called as
the window calls them, one after the other on one connection. The second to sixth page follow the first. The percentiles are over
${LINK_PAGES.length} filters, sorts and scroll positions of the table of links. Load average when the bench began: ${load}.

${markdownTable(header, table)}`,
    );
    console.log(markdownTable(header, table));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function makeProject(folder: string): Promise<string> {
  const program = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url));
  const [project, csv] = [join(folder, 'client.anchorage'), join(folder, 'links.csv')];
  writeAhrefsExport(csv, ROWS);
  for (const words of [
    ['init', project, '--site', BENCH_SITE],
    ['import', project, csv],
    ['score', project],
  ]) {
    await measureProcess(process.execPath, [program, ...words]);
  }
  return project;
}

function measureLinks(db: ReadableDatabase): string[][] {
  const measured = LINK_PAGES.map(([filter, sort, offset]) => ({
    name: `links ${filter === '' ? 'all' : `\`${filter}\``}${sort === '' ? '' : ` by ${sort}`}${offset === 0 ? '' : ` from ${offset}`}`,
    times: pageTimes((at) => linkPage(db, query(filter, sort, offset + at))),
  }));
  const percentile = (share: number) =>
    measured[0]?.times.map((_, page) => {
      const sorted = measured.map(({ times }) => times[page] ?? 0).sort((a, b) => a - b);
      return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
    });
  const slowest = measured.toSorted((a, b) => (b.times[0] ?? 0) - (a.times[0] ?? 0)).slice(0, 8);
  return [
    row('links, median', percentile(0.5) ?? []),
    row('links, 95th percentile', percentile(0.95) ?? []),
    ...slowest.map(({ name, times }) => row(name, times)),
  ];
}

function measureOthers(db: ReadableDatabase): string[][] {
  const pages = [
    ['domains by links:desc', (at: number) => domainPage(db, query('', 'links:desc', at))],
    ['domains `risk>=40` by links:desc', (at: number) => domainPage(db, query('risk>=40', 'links:desc', at))],
    ['anchors by domains:desc', (at: number) => anchorPage(db, query('', 'domains:desc', at))],
    ['targets by links:desc', (at: number) => targetPage(db, query('', 'links:desc', at))],
  ] as const;
  return pages.map(([name, read]) => row(name, pageTimes(read)));
}

/** 49,000 known and 20,000 unknown domains, and 30,000 known pages. */
function measureLint(db: ReadableDatabase): string[] {
  const known = db.prepare<[], string>('SELECT name FROM domain WHERE id % 4 = 0 LIMIT 49000').pluck().all();
  const pages = db.prepare<[], string>('SELECT url FROM page WHERE id % 13 = 0 LIMIT 30000').pluck().all();
  const unknown = Array.from({ length: 100_000 - known.length - pages.length }, (_, index) => `unseen${index}.example`);
  const text = [...[...known, ...unknown].map((host) => `domain:${host}`), ...pages].join('\n');
  return row('lint and coverage of 100,000 lines', [cpuMs(() => lintAgainstProject(db, parseDisavowText(text)))]);
}

function query(filter: string, sort: string, offset: number): PageQuery {
  const terms =
    sort === '' ? [] : sort.split(',').map((term) => ({ key: term.split(':')[0] ?? '', desc: term.endsWith(':desc') }));
  return { filter, sort: terms, offset, limit: PAGE_ROWS };
}

/** CPU time of the first, second, fifth and sixth page. */
function pageTimes(read: (offset: number) => unknown): number[] {
  const times = Array.from({ length: 6 }, (_, page) => cpuMs(() => read(page * PAGE_ROWS)));
  return [0, 1, 4, 5].map((page) => times[page] ?? 0);
}

function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function row(name: string, times: readonly number[]): string[] {
  return [name, ...Array.from({ length: 4 }, (_, index) => times[index]?.toFixed(0) ?? '')];
}
