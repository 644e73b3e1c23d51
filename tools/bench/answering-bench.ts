import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRouterClient } from '@orpc/server';
import { closeEngineContext, createEngineContext } from '../../src/engine/engine.ts';
import type { EngineContext } from '../../src/engine/engine-context.ts';
import { router } from '../../src/engine/handlers/router.ts';
import { BENCH_SITE, writeAhrefsExport } from './ahrefs-rows.ts';
import { markdownTable, writeBenchSection } from './benchmarks-page.ts';

const ROWS = 1_000_000;
/** A page is asked for so often; one that comes later than this is asked for at once when the one before it is there. */
const EVERY_MS = 100;
const PAGE_ROWS = 100;

/** Pages that somebody looks at while an import runs, in turn. */
const PAGES = [
  { name: 'links', table: 'links', filter: '', sort: [] },
  { name: 'links by last seen', table: 'links', filter: '', sort: [{ key: 'lastseen', desc: true }] },
  { name: 'links by source page', table: 'links', filter: '', sort: [{ key: 'sourceurl', desc: false }] },
  { name: 'links `anchor:garden`', table: 'links', filter: 'anchor:garden', sort: [] },
  { name: 'domains', table: 'domains', filter: '', sort: [] },
  { name: 'domains by links', table: 'domains', filter: '', sort: [{ key: 'links', desc: true }] },
] as const;

interface Answer {
  readonly page: string;
  readonly phase: string;
  /** From the moment it was due, so that a table which has to wait for the engine counts. */
  readonly ms: number;
}

/**
 * Asks for pages of the tables while an export is imported and scored as the window does it, and tells how long each took.
 *
 * @param args number of rows; 1,000,000 where none is given
 */
export async function benchAnswering([given]: readonly string[]): Promise<void> {
  const rows = Number(given ?? ROWS);
  const folder = mkdtempSync(join(tmpdir(), 'anchorage-bench-'));
  const load = (loadavg()[0] ?? 0).toFixed(1);
  const csv = join(folder, 'links.csv');
  writeAhrefsExport(csv, rows);
  const host = { chooseFiles: noDialog, openExternal: () => Promise.resolve(false), projectOpened: () => undefined };
  const context = createEngineContext({ dataFolder: folder, version: 'bench', startupPath: null, host });
  try {
    const answers = await askWhileImporting(context, join(folder, 'client.anchorage'), csv);
    const phases = [...new Set(answers.map(({ phase }) => phase))];
    const table = [
      ...phases.map((phase) =>
        row(
          `all, ${phase}`,
          answers.filter((one) => one.phase === phase),
        ),
      ),
      ...phases.flatMap((phase) =>
        PAGES.map(({ name }) =>
          row(
            `${name}, ${phase}`,
            answers.filter((one) => one.phase === phase && one.page === name),
          ),
        ),
      ),
    ];
    const header = ['Page', 'Asked', 'Median, ms', '95th percentile', 'Longest'];
    writeBenchSection(
      'answering',
      `Pages of ${PAGE_ROWS} rows with the exact total, asked for every ${EVERY_MS} ms of an engine that imports ${rows.toLocaleString('en')}
generated rows into a new project and scores them. The time runs from the moment a page is due. Load average when the bench began: ${load}.

${markdownTable(header, table)}`,
    );
    console.log(markdownTable(header, table));
  } finally {
    await closeEngineContext(context);
    rmSync(folder, { recursive: true });
  }
}

async function askWhileImporting(context: EngineContext, path: string, csv: string): Promise<Answer[]> {
  const calls = createRouterClient(router, { context });
  const words = { brandWords: [], moneyWords: [], languages: [], countries: [] };
  const { id: projectId } = await calls.project.create({
    path,
    settings: { name: 'Bench', sites: [BENCH_SITE], ...words },
  });
  await calls.imports.start({ projectId, requests: [{ source: { kind: 'path', path: csv } }] });
  const answers: Answer[] = [];
  let due = performance.now();
  for (let turn = 0; ; turn += 1) {
    const phase = phaseOf(await calls.jobs.list({ projectId }));
    if (phase === null) return answers;
    const page = PAGES[turn % PAGES.length] ?? PAGES[0];
    const { filter, sort } = page;
    const query = { projectId, filter, sort: [...sort], offset: 0, limit: PAGE_ROWS };
    await (page.table === 'links' ? calls.links.page(query) : calls.domains.page(query));
    answers.push({ page: page.name, phase, ms: performance.now() - due });
    due = Math.max(due + EVERY_MS, performance.now());
    await sleep(Math.max(0, due - performance.now()));
  }
}

function noDialog() {
  return Promise.resolve({ kind: 'no-dialog' } as const);
}

/** What the engine is at; null when nothing is left to do. */
function phaseOf(jobs: readonly { kind: string; state: string; done: number; total: number }[]): string | null {
  const busy = jobs.find(({ state }) => state === 'running') ?? jobs.find(({ state }) => state === 'queued');
  if (busy === undefined) return null;
  if (busy.kind !== 'import') return 'scoring';
  return busy.total > 0 && busy.done >= busy.total ? 'import, ending' : 'import, reading';
}

function row(name: string, answers: readonly Answer[]): string[] {
  const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  const at = (share: number): string => times[Math.floor((times.length - 1) * share)]?.toFixed(0) ?? '';
  return [name, String(times.length), at(0.5), at(0.95), at(1)];
}
