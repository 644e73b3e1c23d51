import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BENCH_SITE, writeAhrefsExport } from './ahrefs-rows.ts';
import { markdownTable, writeBenchSection } from './benchmarks-page.ts';
import { measureProcess, type ProcessMeasure } from './measure-process.ts';

const SIZES = [10_000, 100_000, 1_000_000];

/**
 * Times the import of exports of several sizes beside `sqlite3 .import` and a plain script, one whole process after the other.
 *
 * @param args numbers of rows; 10,000, 100,000 and 1,000,000 where none is given
 */
export async function benchImport(args: readonly string[]): Promise<void> {
  const sizes = args.length === 0 ? SIZES : args.map(Number);
  const folder = mkdtempSync(join(tmpdir(), 'anchorage-bench-'));
  const hasSqlite = spawnSync('sqlite3', ['--version']).status === 0;
  const load = (loadavg()[0] ?? 0).toFixed(1);
  const table: string[][] = [];
  try {
    for (const rows of sizes) table.push(...(await measureSize(folder, rows, hasSqlite)));
  } finally {
    rmSync(folder, { recursive: true });
  }
  const header = [
    'Export',
    'Seconds',
    'Rows/s',
    'CPU seconds',
    'Peak memory',
    'Time against .import',
    'CPU against .import',
  ];
  const note = hasSqlite
    ? '`sqlite3 .import` puts every row as it is into one table without indexes.'
    : '`sqlite3` is not installed here, so its `.import` was not measured.';
  writeBenchSection(
    'import',
    `Synthetic Ahrefs exports of 32 columns into a new project: merged, deduplicated, every row kept with its line, and all indexed that rows
are found by. ${note} The plain script parses with csv-parse and inserts with better-sqlite3, one thread, one transaction, no
index. Anchorage is the built command line, anchorage import. The indexes that tables walk in order are left to the scoring that
follows an import and have a line of their own. Whole processes, start and exit included. Load average when the bench began: ${load}.

${markdownTable(header, table)}`,
  );
  console.log(markdownTable(header, table));
}

async function measureSize(folder: string, rows: number, hasSqlite: boolean): Promise<string[][]> {
  const csv = join(folder, `${rows}.csv`);
  writeAhrefsExport(csv, rows);
  const megabytes = (statSync(csv).size / 1e6).toFixed(0);
  const label = (who: string): string => `${who}, ${rows.toLocaleString('en')} rows, ${megabytes} MB`;
  const reference = hasSqlite ? await runSqlite(join(folder, `${rows}.db`), csv) : null;
  const plain = await runScript('import-plain.ts', join(folder, `${rows}-plain.db`), csv, rows);
  const project = join(folder, `${rows}.anchorage`);
  const ours = await runAnchorage(project, csv, rows);
  const orders = await measureProcess(process.execPath, [scriptPath('import-orders.ts'), project]);
  rmSync(project);
  rmSync(csv);
  const measured = [
    ...(reference === null ? [] : [row(label('sqlite3 .import'), rows, reference, reference)]),
    row(label('plain script'), rows, plain, reference),
    row(label('Anchorage'), rows, ours, reference),
    row(label('its orders of tables, afterwards'), rows, orders, reference),
  ];
  return measured;
}

async function runSqlite(database: string, csv: string): Promise<ProcessMeasure> {
  const measure = await measureProcess('sqlite3', [database, '.mode csv', `.import ${csv} raw`]);
  rmSync(database);
  return measure;
}

/** The command line as built, from an empty project to an imported one. */
async function runAnchorage(project: string, csv: string, rows: number): Promise<ProcessMeasure> {
  const program = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url));
  await measureProcess(process.execPath, [program, 'init', project, '--site', BENCH_SITE]);
  const measure = await measureProcess(process.execPath, [program, 'import', project, csv, '--json']);
  const { imports } = JSON.parse(measure.output) as { imports: { rows: number; rejected: number }[] };
  if (imports[0]?.rows !== rows || imports[0].rejected !== 0)
    throw new Error(`Not all rows were imported: ${measure.output}`);
  return measure;
}

/** Runs one of the scripts beside this file and checks that it saw every row. */
async function runScript(script: string, database: string, csv: string, rows: number): Promise<ProcessMeasure> {
  const measure = await measureProcess(process.execPath, [scriptPath(script), database, csv]);
  rmSync(database);
  const seen = (JSON.parse(measure.output) as { rows?: number }).rows;
  if (seen !== rows) throw new Error(`${script} imported ${String(seen)} of ${rows} rows: ${measure.output}`);
  return measure;
}

function scriptPath(script: string): string {
  return fileURLToPath(new URL(script, import.meta.url));
}

function row(label: string, rows: number, measure: ProcessMeasure, reference: ProcessMeasure | null): string[] {
  const ratio = (ours: number | null, theirs: number | null | undefined): string =>
    ours === null || theirs == null ? '' : (ours / theirs).toFixed(2);
  return [
    label,
    measure.seconds.toFixed(2),
    Math.round(rows / measure.seconds).toLocaleString('en'),
    measure.cpuSeconds?.toFixed(2) ?? '',
    measure.peakBytes === null ? '' : `${(measure.peakBytes / 1e6).toFixed(0)} MB`,
    ratio(measure.seconds, reference?.seconds),
    ratio(measure.cpuSeconds, reference?.cpuSeconds),
  ];
}
