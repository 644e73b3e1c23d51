import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ORPCError } from '@orpc/server';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EngineEvent } from '../../../src/contract/jobs.ts';
import type { ProjectSettings } from '../../../src/contract/project.ts';
import { listJobs } from '../../../src/engine/db/job-queries.ts';
import { readSetting } from '../../../src/engine/db/setting-queries.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { jobsEnd, testEngine } from '../../support/test-engine.ts';

const folder = temporaryFolder();
const engine = testEngine(join(folder, 'data'));
const { calls } = engine;

const SETTINGS: ProjectSettings = {
  name: 'Acme',
  sites: ['www.acme.example'],
  brandWords: [],
  moneyWords: [],
  languages: [],
  countries: [],
};

const EXPORT = [
  'Linking page,Last crawled',
  'https://blog.example/one,2026-01-05',
  'https://blog.example/two,2026-02-05',
  'https://forum.example/thread,2026-03-05',
  'not an address,2026-03-05',
  '',
].join('\n');

let projectId: string;

beforeAll(async () => {
  const summary = await calls.project.create({ path: join(folder, 'client'), settings: SETTINGS });
  projectId = summary.id;
  const uploadId = await upload('acme.example-Latest links.csv', EXPORT);
  await calls.imports.start({ projectId, requests: [{ source: { kind: 'upload', uploadId } }] });
  await jobsEnd(engine, projectId);
});

async function upload(name: string, text: string): Promise<string> {
  const blob = new Blob([text]);
  const { uploadId } = await calls.files.beginUpload({ name, sizeBytes: blob.size });
  await calls.files.appendUpload({ uploadId, chunk: blob.slice(0, 40) });
  await calls.files.appendUpload({ uploadId, chunk: blob.slice(40) });
  return uploadId;
}

async function codeOf(call: Promise<unknown>): Promise<string | null> {
  try {
    await call;
    return null;
  } catch (error) {
    if (error instanceof ORPCError) return String(error.code);
    throw error;
  }
}

describe('project', () => {
  it('creates a project with its ending, tells the host and remembers it', async () => {
    const path = join(folder, 'second.anchorage');
    const summary = await calls.project.create({ path: join(folder, 'second'), settings: SETTINGS });
    expect(summary).toMatchObject({
      path,
      settings: { name: 'Acme', sites: ['acme.example'] },
      totals: { backlinks: 0, pages: 0, domains: 0, targets: 0 },
      readOnly: false,
      undoable: null,
    });
    expect(engine.opened).toContain(path);
    expect((await calls.app.recent())[0]).toMatchObject({ path, name: 'Acme', exists: true });
    await calls.app.forgetRecent({ path });
    expect((await calls.app.recent()).map((one) => one.path)).not.toContain(path);
    await calls.project.close({ projectId: summary.id });
    expect(await codeOf(calls.project.summary({ projectId: summary.id }))).toBe('not-found');
    expect((await calls.project.open({ path })).id).toBe(summary.id);
  });

  it('lets errors cross with the code of our own, whoever refused', async () => {
    writeFileSync(
      join(folder, 'text.anchorage'),
      'no database, though it is long enough to be taken for one'.repeat(9),
    );
    const open = (path: string) => codeOf(calls.project.open({ path }));
    expect(await open(join(folder, 'missing.anchorage'))).toBe('not-found');
    expect(await open(join(folder, 'text.anchorage'))).toBe('not-a-project');
    expect(await open('')).toBe('wrong-use');
    expect(await codeOf(calls.project.create({ path: join(folder, 'client'), settings: SETTINGS }))).toBe(
      'already-exists',
    );
    const create = (sites: string[]) =>
      codeOf(calls.project.create({ path: join(folder, 'third'), settings: { ...SETTINGS, sites } }));
    expect(await create(['no host'])).toBe('wrong-use');
    expect(await create([])).toBe('wrong-use');
  });

  it('saves settings, tells windows and puts scoring in line', async () => {
    const answer = await calls.project.saveSettings({
      projectId,
      settings: { ...SETTINGS, brandWords: ['Acme', 'Acme'] },
    });
    expect(answer.settings.brandWords).toEqual(['Acme']);
    await jobsEnd(engine, projectId);
    expect((await calls.jobs.list({ projectId }))[0]).toMatchObject({ kind: 'score', state: 'done' });
  });
});

describe('files', () => {
  it('forgets an upload once its import has ended', async () => {
    const uploadId = await upload('sent.csv', EXPORT);
    await calls.imports.start({ projectId, requests: [{ source: { kind: 'upload', uploadId } }] });
    await jobsEnd(engine, projectId);
    const request = { source: { kind: 'upload', uploadId } } as const;
    expect(await codeOf(calls.imports.start({ projectId, requests: [request] }))).toBe('not-found');
  });

  it('refuses an upload that is longer than announced or has not arrived whole', async () => {
    const { uploadId } = await calls.files.beginUpload({ name: 'x.csv', sizeBytes: 3 });
    const request = { source: { kind: 'upload', uploadId } } as const;
    expect(await codeOf(calls.imports.preview({ projectId, request }))).toBe('cannot-read');
    expect(await codeOf(calls.files.appendUpload({ uploadId, chunk: new Blob(['four']) }))).toBe('wrong-use');
    await calls.files.discardUpload({ uploadId });
    expect(await codeOf(calls.imports.start({ projectId, requests: [request] }))).toBe('not-found');
  });

  it('lists folders, then projects, then files, whatever single entries do', async () => {
    const place = join(folder, 'listing');
    mkdirSync(join(place, 'zoo'), { recursive: true });
    for (const name of ['b.csv', 'a.anchorage', '.hidden']) writeFileSync(join(place, name), '');
    symlinkSync('loop', join(place, 'loop'));
    symlinkSync('nowhere', join(place, 'dangling'));
    expect(await calls.files.list({ folder: place })).toEqual({
      folder: place,
      parent: folder,
      entries: [
        { name: 'zoo', path: join(place, 'zoo'), kind: 'folder' },
        { name: 'a.anchorage', path: join(place, 'a.anchorage'), kind: 'project' },
        { name: 'b.csv', path: join(place, 'b.csv'), kind: 'file' },
      ],
    });
    expect(await codeOf(calls.files.list({ folder: join(place, 'missing') }))).toBe('cannot-read');
  });

  it('asks the host for dialogs, and for web addresses only', async () => {
    expect(await calls.files.choose({ purpose: 'exports' })).toEqual({ kind: 'no-dialog' });
    expect(await calls.app.openExternal({ url: 'https://blog.example/one' })).toBe(true);
    expect(await calls.app.openExternal({ url: 'file:///etc/passwd' })).toBe(false);
    expect(await calls.app.openExternal({ url: 'javascript:alert(1)' })).toBe(false);
    expect(engine.opened).not.toContain('file:///etc/passwd');
  });
});

describe('imports', () => {
  it('tells what a file is before it is imported, and whether it was before', async () => {
    const [known, fresh] = [await upload('again.csv', EXPORT), await upload('new.csv', EXPORT.replace('one', 'three'))];
    const look = (uploadId: string) =>
      calls.imports.preview({ projectId, request: { source: { kind: 'upload', uploadId } } });
    expect(await look(known)).toMatchObject({ fileName: 'again.csv', vendor: 'gsc', alreadyImported: true });
    expect(await look(fresh)).toMatchObject({ alreadyImported: false, sampled: { rows: 4, accepted: 3 } });
  });

  it('accounts for every row', async () => {
    const [done] = await calls.imports.list({ projectId });
    expect(done).toMatchObject({ state: 'done', vendor: 'gsc', rows: 4, accepted: 3, duplicates: 0, rejected: 1 });
    expect(await calls.imports.rejected({ projectId, importId: done?.id ?? 0 })).toMatchObject({
      total: 1,
      rows: [{ line: 5, reason: 'bad-source-url', raw: 'not an address,2026-03-05' }],
    });
  });

  it('keeps mappings under a name', async () => {
    const preset = { name: 'Ours', header: ['From', 'To'], mapping: { source: 'From', target: 'To' } };
    await calls.imports.savePreset({ projectId, ...preset });
    await calls.imports.savePreset({ projectId, ...preset, header: ['From', 'To', 'Text'] });
    expect(await calls.imports.presets({ projectId })).toEqual([
      { ...preset, header: ['From', 'To', 'Text'], scope: 'project' },
    ]);
    await calls.imports.savePreset({ projectId, ...preset, scope: 'user' });
    expect(await calls.imports.presets({ projectId })).toMatchObject([
      { scope: 'project' },
      { ...preset, scope: 'user' },
    ]);
  });
});

describe('tables', () => {
  it('pages through links, domains, anchors, targets and checks with their totals', async () => {
    const links = await calls.links.page({ projectId, sort: [{ key: 'url', desc: false }], limit: 2 });
    expect([links.total, links.rows.map(({ sourceUrl }) => sourceUrl)]).toEqual([
      3,
      ['https://blog.example/one', 'https://blog.example/two'],
    ]);
    const domains = await calls.domains.page({ projectId, sort: [{ key: 'links', desc: true }] });
    expect(domains.rows.map(({ domain, links: count }) => [domain, count])).toEqual([
      ['blog.example', 2],
      ['forum.example', 1],
    ]);
    expect(await calls.anchors.page({ projectId })).toMatchObject({ total: 1, rows: [{ anchor: null, links: 3 }] });
    expect(await calls.targets.page({ projectId })).toMatchObject({
      total: 1,
      rows: [{ targetUrl: null, domains: 2 }],
    });
    expect(await calls.checks.page({ projectId })).toEqual({ total: 0, rows: [] });
  });

  it('opens one link and one domain, or says that it is gone', async () => {
    const { rows } = await calls.links.page({ projectId, filter: 'domain:forum.example' });
    const id = rows[0]?.id ?? 0;
    const detail = await calls.links.one({ projectId, id });
    expect(detail).toMatchObject({ row: { id }, sightings: [{ line: 4, lastSeen: '2026-03-05' }], checks: [] });
    const domain = await calls.domains.one({ projectId, id: detail.domain.id });
    expect([domain.row.domain, domain.worst.map((link) => link.id)]).toEqual(['forum.example', [id]]);
    expect(await codeOf(calls.links.one({ projectId, id: 999 }))).toBe('not-found');
    expect(await codeOf(calls.domains.one({ projectId, id: 999 }))).toBe('not-found');
  });

  it('names what it cannot filter or sort by', async () => {
    expect(await codeOf(calls.links.page({ projectId, filter: 'riks>=60' }))).toBe('bad-filter');
    expect(await codeOf(calls.links.page({ projectId, sort: [{ key: 'colour', desc: false }] }))).toBe('wrong-use');
    expect(await codeOf(calls.links.page({ projectId, limit: 0 }))).toBe('wrong-use');
    expect(await codeOf(calls.links.page({ projectId: 'closed' }))).toBe('not-found');
  });

  it('keeps views by table and name', async () => {
    const view = { name: 'Risky', filter: 'risk>=60', sort: [{ key: 'risk', desc: true }], columns: ['risk', 'url'] };
    await calls.views.save({ projectId, table: 'links', ...view, filter: '' });
    await calls.views.save({ projectId, table: 'links', ...view });
    expect(await calls.views.list({ projectId, table: 'links' })).toEqual([view]);
    expect(await calls.views.list({ projectId, table: 'domains' })).toEqual([]);
    await calls.views.remove({ projectId, table: 'links', name: 'Risky' });
    await calls.views.remove({ projectId, table: 'links', name: 'Risky' });
    expect(await calls.views.list({ projectId, table: 'links' })).toEqual([]);
  });
});

describe('check settings', () => {
  it('are kept in the project, and every check goes by them', async () => {
    const usual = await calls.checkSettings.read({ projectId });
    expect(usual).toMatchObject({ concurrency: 32, proxy: '' });
    // In quiet hours all day nothing is asked.
    const settings = { ...usual, pagesPerSecond: 2, quietHours: '00:00-24:00' };
    expect(await calls.checkSettings.save({ projectId, settings })).toEqual(settings);
    expect(await codeOf(calls.checkSettings.save({ projectId, settings: { ...usual, proxy: '127.0.0.1:9100' } }))).toBe(
      'wrong-use',
    );
    expect(await calls.checkSettings.read({ projectId })).toEqual(settings);
    const { reader } = engine.context.projects.get(projectId);
    expect(JSON.parse(readSetting(reader, 'check-settings') ?? '')).toEqual({
      pagesPerSecond: 2,
      quietHours: '00:00-24:00',
    });

    const selection = { kind: 'filter', table: 'domains', filter: 'domain:blog.example' } as const;
    const policy = { only: 'unchecked', olderThan: '' } as const;
    expect(await calls.checks.preview({ projectId, selection, policy })).toEqual({ links: 2 });
    const { id } = await calls.checks.start({ projectId, selection, policy });
    const params = listJobs(reader).find((job) => job.id === id)?.params ?? '';
    expect(JSON.parse(params)).toEqual({ selection, policy, settings, startedFrom: 'window' });
    await calls.jobs.cancel({ projectId, id });
    await jobsEnd(engine, projectId);
    await calls.checkSettings.save({ projectId, settings: usual });
  });
});

describe('verdicts', () => {
  it('says what a verdict would touch, gives it, and takes it back', async () => {
    const selection = { kind: 'filter', table: 'links', filter: 'url:blog.example/one' } as const;
    const asked = { projectId, selection, verdict: 'disavow-domain' } as const;
    expect(await calls.verdicts.preview(asked)).toEqual({ links: 2, domains: 1, keptBefore: 0 });
    expect(await calls.verdicts.apply({ ...asked, note: 'a network' })).toMatchObject({ links: 2, domains: 1 });
    expect(await calls.project.summary({ projectId })).toMatchObject({
      decided: { disavow: 2 },
      undoable: 'Disavowed by domain: 2 links of 1 domain',
    });
    expect(await calls.verdicts.undo({ projectId })).toEqual({ undone: 'Disavowed by domain: 2 links of 1 domain' });
    expect(await calls.verdicts.undo({ projectId })).toEqual({ undone: null });
    expect(await calls.project.summary({ projectId })).toMatchObject({ decided: { disavow: 0 }, undoable: null });
  });
});

describe('app.events', () => {
  it('tells a window of jobs and changes until it stops to listen', async () => {
    const stop = new AbortController();
    const events = await calls.app.events(undefined, { signal: stop.signal });
    const heard: EngineEvent[] = [];
    const listening = (async () => {
      for await (const event of events) heard.push(event);
    })();
    await calls.score.start({ projectId });
    await jobsEnd(engine, projectId);
    await calls.verdicts.undo({ projectId });
    await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    await listening;
    expect(heard).toContainEqual({ kind: 'job', job: expect.objectContaining({ kind: 'score', state: 'done' }) });
    const changed = heard.flatMap((event) => (event.kind === 'changed' ? event.what : []));
    expect(new Set(changed)).toEqual(new Set(['links', 'verdicts']));
  });

  it('knows the program', async () => {
    expect(await calls.app.info()).toEqual({ version: '0.0.0-test', sampleAvailable: true });
    expect(await calls.app.startup()).toEqual({ openPath: null });
  });
});
