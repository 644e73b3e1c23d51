import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../src/contract/app-error.ts';
import type { MappingPreset } from '../../../src/contract/imports.ts';
import { listImports } from '../../../src/engine/db/import-queries.ts';
import { linkPage, readTotals } from '../../../src/engine/db/link-queries.ts';
import type { ProjectWriter } from '../../../src/engine/db/project-writer.ts';
import { readSettings } from '../../../src/engine/db/setting-queries.ts';
import { hashFile } from '../../../src/engine/import/hash-file.ts';
import { readExport } from '../../../src/engine/import/read-export.ts';
import { importExports } from '../../../src/engine/jobs/import-exports.ts';
import { type JobControl, plainControl } from '../../../src/engine/jobs/job-control.ts';
import { type OpenProject, writerOf } from '../../../src/engine/open-projects.ts';
import { hashProjectTables, readProjectState } from '../../../tools/kills/project-contents.ts';
import { NOON } from '../../support/memory-project.ts';
import { packRecords } from '../../support/merge-batch.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { testProject } from '../../support/test-project.ts';
import { thrownCode } from '../../support/thrown-code.ts';
import { zipOf } from '../../support/zip-file.ts';
import { collectEvents } from '../import/fixtures.ts';

const folder = temporaryFolder();
const HEADER = 'Source url,Target url,Anchor,External links,First seen,Last seen\n';
let project: OpenProject;
let count = 0;

beforeEach(async () => {
  project = await testProject(folder, `import-${count++}`);
});

/** A synthetic export; each row is a source path and a target. */
function exportFile(name: string, rows: readonly (readonly [string, string])[]): string {
  const path = join(folder, `${count}-${name}`);
  const lines = rows.map(([source, target]) => `https://${source},https://${target},Acme,5,2024-01-02,2026-01-02\n`);
  writeFileSync(path, HEADER + lines.join(''));
  return path;
}

function importFiles(paths: readonly string[], control: JobControl = plainControl()) {
  return importExports(
    project,
    paths.map((path) => ({ path })),
    control,
    () => NOON,
  );
}

const ROWS = [
  ['a.example/1', 'acme.example/'],
  ['b.example/2', 'www.acme.example/shop'],
  ['b.example/2', 'acme.example/shop/'],
  ['c.example/3', 'other.example/'],
] as const;

describe('importExports', () => {
  it('accounts for every row as accepted, duplicate or rejected', async () => {
    const outcomes = await importFiles([exportFile('links.csv', ROWS)]);
    expect(outcomes).toMatchObject([
      { kind: 'imported', rows: 4, accepted: 2, duplicates: 1, rejected: 1, isRepeat: false },
    ]);
    expect(readTotals(project.reader)).toEqual({ backlinks: 2, pages: 2, domains: 2, targets: 2 });
    expect(listImports(project.reader)).toMatchObject([
      { state: 'done', rows: 4, accepted: 2, duplicates: 1, rejected: 1, rejections: { 'other-site': 1 } },
    ]);
  });

  it('adds nothing for a file it has read, under whatever name', async () => {
    await importFiles([exportFile('links.csv', ROWS)]);
    const [again] = await importFiles([exportFile('copy.csv', ROWS)]);
    expect(again).toMatchObject({ kind: 'imported', rows: 4, accepted: 0, duplicates: 3, rejected: 1, isRepeat: true });
    expect(listImports(project.reader)).toHaveLength(1);
  });

  it('reads a file again once the client’s sites have changed', async () => {
    const path = exportFile('links.csv', ROWS);
    await importFiles([path]);
    const settings = readSettings(project.reader);
    await writerOf(project).run('writeSettings', { ...settings, sites: [...settings.sites, 'other.example'] });
    const [again] = await importFiles([path]);
    expect(again).toMatchObject({ accepted: 1, duplicates: 3, rejected: 0, isRepeat: false });
    expect(readTotals(project.reader).backlinks).toBe(3);
  });

  it('ends where the disk is full, keeps what was finished, and goes on behind it', async () => {
    const many = Array.from({ length: 20_000 }, (_, i) => [`site${i}.example/`, 'acme.example/'] as const);
    const files = [exportFile('full.csv', many), exportFile('next.csv', ROWS)];
    const writer = writerOf(project);
    let batches = 0;
    const refuseSecond: ProjectWriter['run'] = (...call) => {
      if (call[0] === 'mergePacked') batches += 1;
      if (batches < 2 || call[0] !== 'mergePacked') return writer.run(...call);
      return Promise.reject(new AppError('cannot-write', 'The disk is full.'));
    };
    const full = { ...project, writer: { ...writer, run: refuseSecond } };
    const requests = files.map((path) => ({ path }));
    expect(await importExports(full, requests, plainControl(), () => NOON)).toMatchObject([
      { kind: 'refused', error: { code: 'cannot-write' } },
    ]);
    expect(listImports(project.reader)).toMatchObject([{ state: 'failed' }]);
    const kept = linkPage(project.reader, { filter: '', sort: [], offset: 0, limit: 1 }).total;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(20_000);
    expect(await importFiles(files.slice(0, 1))).toMatchObject([{ rows: 20_000, accepted: 20_000, isRepeat: false }]);
  });

  it('imports the other files when one is refused or missing', async () => {
    const list = join(folder, 'disavow.txt');
    writeFileSync(list, '# bad ones\ndomain:spam.example\ndomain:worse.example\n');
    const outcomes = await importFiles([list, join(folder, 'missing.csv'), exportFile('links.csv', ROWS)]);
    expect(outcomes.map((one) => (one.kind === 'refused' ? one.error.code : one.kind))).toEqual([
      'refused-export',
      'cannot-read',
      'imported',
    ]);
    expect(listImports(project.reader)).toHaveLength(1);
  });

  it('takes a half import back when it is cancelled and keeps the file before it', async () => {
    const many = Array.from({ length: 9000 }, (_, i) => [`big.example/${i}`, 'acme.example/'] as const);
    const stop = new AbortController();
    const control: JobControl = {
      ...plainControl(stop.signal),
      whenRunning: () => {
        if (readTotals(project.reader).backlinks > 2) stop.abort();
        return Promise.resolve();
      },
    };
    const files = [
      exportFile('small.csv', ROWS),
      exportFile('big.csv', many),
      exportFile('never.csv', many.slice(0, 9)),
    ];
    expect(await thrownCode(() => importFiles(files, control))).toBe('cancelled');
    expect(readTotals(project.reader)).toEqual({ backlinks: 2, pages: 2, domains: 2, targets: 2 });
    expect(listImports(project.reader)).toMatchObject([{ state: 'done', accepted: 2 }]);
  });

  it('goes on behind the last batch of an import that was killed', async () => {
    const many = Array.from({ length: 5000 }, (_, i) => [`site${i % 4000}.example/`, 'acme.example/'] as const);
    const path = exportFile('killed.csv', many);
    const whole = await testProject(folder, `whole-${count}`);
    await importExports(whole, [{ path }], plainControl(), () => NOON);
    const { options } = whole.reader.prepare<[], { options: string }>('SELECT options FROM import').get() ?? {};
    const { sites: siteHosts } = readSettings(project.reader);
    const { events } = await collectEvents(readExport(path, { siteHosts }));
    const [opened, batch] = events;
    if (opened?.kind !== 'opened' || batch?.kind !== 'batch' || options === undefined) throw new Error('no batch');
    const { fileName, sizeBytes, format, vendor, confidence, metrics } = opened;
    const start = { fileName, sizeBytes, format, vendor, confidence, metrics, options, importedAt: NOON };
    const id = await writerOf(project).run('startImport', { ...start, fileHash: await hashFile(path) });
    await writerOf(project).run('mergePacked', id, vendor, [packRecords(batch.records)]);
    await writerOf(project).run('settleInterruptedJobs', NOON);
    expect(await importFiles([path])).toMatchObject([
      { rows: 5000, accepted: 4000, duplicates: 1000, isRepeat: false },
    ]);
    expect(hashProjectTables(project.path)).toEqual(hashProjectTables(whole.path));
    expect(readProjectState(project.path)).toEqual(readProjectState(whole.path));
  });

  it('takes a file back that was written to while it was read, and none that was only removed', async () => {
    const many = Array.from({ length: 5000 }, (_, i) => [`big.example/${i}`, 'acme.example/'] as const);
    const atFirstBatch = (act: () => void): JobControl => {
      let isFirst = true;
      const progress = (done: number) => {
        if (done > 0 && isFirst) act();
        isFirst &&= done === 0;
      };
      return plainControl(undefined, progress);
    };
    const growing = exportFile('growing.csv', many);
    const grown = await importFiles(
      [growing],
      atFirstBatch(() => appendFileSync(growing, 'more\n')),
    );
    expect(grown).toMatchObject([
      { kind: 'refused', error: { code: 'cannot-read', message: expect.stringContaining('was written to') } },
    ]);
    expect(readTotals(project.reader)).toEqual({ backlinks: 0, pages: 0, domains: 0, targets: 0 });
    const removed = exportFile('removed.csv', many);
    expect(
      await importFiles(
        [removed],
        atFirstBatch(() => rmSync(removed)),
      ),
    ).toMatchObject([{ rows: 5000 }]);
  });

  it('takes back what an interrupted import that read the same file in another way left behind', async () => {
    const path = exportFile('links.csv', ROWS);
    const writer = writerOf(project);
    const dead = await writer.run('startImport', {
      fileName: 'links.csv',
      fileHash: await hashFile(path),
      sizeBytes: 1,
      options: '{}',
      format: 'semrush-backlinks',
      vendor: 'semrush',
      confidence: 1,
      metrics: [],
      importedAt: NOON,
    });
    await writer.run('mergePacked', dead, 'semrush', [
      packRecords([{ kind: 'rejected', line: 2, raw: 'half', reason: 'broken-row' }]),
    ]);
    await writer.run('settleInterruptedJobs', NOON);
    expect(listImports(project.reader)).toMatchObject([{ id: dead, state: 'failed' }]);
    await importFiles([path]);
    expect(listImports(project.reader)).toMatchObject([{ state: 'done', rows: 4, rejections: { 'other-site': 1 } }]);
  });

  it('reads a table no vendor is known by as the preset for its columns says, and no other', async () => {
    const path = join(folder, `${count}-sheet.csv`);
    writeFileSync(
      path,
      'Wo,Wohin\nhttps://b.example/1,https://acme.example/\nhttps://c.example/1,https://acme.example/\n',
    );
    const presets: MappingPreset[] = [
      { scope: 'user', name: 'Sheet', header: ['Wo', 'Wohin'], mapping: { source: 'Wo' } },
      { scope: 'user', name: 'Wrong', header: ['Linking page', 'Last crawled'], mapping: { source: 'Last crawled' } },
    ];
    const latest = join(folder, `${count}-latest.csv`);
    writeFileSync(latest, 'Linking page,Last crawled\nhttps://d.example/1,2026-01-02\n');
    const requests = [path, latest].map((file) => ({ path: file, presets }));
    const outcomes = await importExports(project, requests, plainControl(), () => NOON);
    expect(outcomes).toMatchObject([
      { format: 'generic-csv', confidence: 1, preset: 'Sheet', accepted: 2 },
      { format: 'gsc-latest-links' },
    ]);
    expect(outcomes[1]).not.toHaveProperty('preset');
    expect(readTotals(project.reader)).toMatchObject({ backlinks: 3, targets: 0 });
  });

  it('rolls up domains and hands down their verdicts', async () => {
    await importFiles([exportFile('one.csv', ROWS)]);
    await writerOf(project).run('applyVerdict', {
      selection: { kind: 'filter', table: 'domains', filter: 'domain:b.example' },
      verdict: 'disavow-domain',
      note: null,
      decidedAt: NOON,
    });
    await importFiles([exportFile('two.csv', [['www.b.example/new', 'acme.example/']])]);
    const { rows } = linkPage(project.reader, { filter: 'domain:b.example', sort: [], offset: 0, limit: 10 });
    expect(rows.map(({ verdict }) => verdict)).toEqual(['disavow-domain', 'disavow-domain']);
    expect(project.reader.prepare("SELECT links FROM domain WHERE name = 'b.example'").pluck().get()).toBe(2);
  });

  it('reports progress in bytes that reaches its total', async () => {
    const reports: [number, number][] = [];
    const control = plainControl(undefined, (done, total) => reports.push([done, total]));
    await importFiles([exportFile('one.csv', ROWS), exportFile('two.csv', ROWS.slice(0, 1))], control);
    const [done, total] = reports.at(-1) ?? [0, 0];
    expect(done).toBe(total);
    for (const [some, all] of reports) expect(some).toBeLessThanOrEqual(all);
  });
});

describe('importExports of an archive', () => {
  const bundle = (): string => {
    const path = join(folder, `${count}-bundle.zip`);
    const rows = (host: string) => `${HEADER}https://${host}/1,https://acme.example/,Acme,5,2024-01-02,2026-01-02\n`;
    const files = [
      { name: 'Top target pages.csv', content: 'Target page,Internal links\nhttps://acme.example/,12\n' },
      { name: 'one.csv', content: rows('a.example') },
      { name: 'two.csv', content: `${rows('b.example')}not an address,,,,,\n` },
    ];
    writeFileSync(path, zipOf(files));
    return path;
  };

  it('makes an import of each table and says what it refused', async () => {
    const path = bundle();
    const outcomes = await importFiles([path]);
    const title = (table: string): string => `${basename(path)} › ${table}`;
    expect(outcomes).toMatchObject([
      { kind: 'imported', file: title('one.csv'), rows: 1, accepted: 1, rejected: 0 },
      { kind: 'imported', file: title('two.csv'), rows: 2, accepted: 1, rejected: 1 },
      {
        kind: 'refused',
        file: title('Top target pages.csv'),
        bundle: basename(path),
        error: { code: 'refused-export' },
      },
    ]);
    expect(listImports(project.reader).map(({ file }) => file)).toEqual([title('two.csv'), title('one.csv')]);
  });

  it('adds nothing the second time', async () => {
    const path = bundle();
    await importFiles([path]);
    expect(await importFiles([path])).toMatchObject([
      { kind: 'imported', accepted: 0, isRepeat: true },
      { kind: 'imported', accepted: 0, isRepeat: true },
      { kind: 'refused' },
    ]);
    expect(listImports(project.reader)).toHaveLength(2);
  });

  it('ends with all of its progress done', async () => {
    const seen: (readonly [number, number])[] = [];
    await importFiles(
      [bundle(), exportFile('links.csv', ROWS)],
      plainControl(undefined, (done, total) => seen.push([done, total])),
    );
    const [done, total] = seen.at(-1) ?? [];
    expect(done).toBe(total);
  });

  it('refuses an archive without files', async () => {
    const path = join(folder, `${count}-empty.zip`);
    writeFileSync(path, zipOf([{ name: 'folder/', content: '' }]));
    expect(await importFiles([path])).toMatchObject([
      { kind: 'refused', bundle: null, error: { code: 'cannot-read' } },
    ]);
  });
});
