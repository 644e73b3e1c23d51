import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../src/contract/app-error.ts';
import { checkPolicySchema, checkSettingsSchema } from '../../../src/contract/check-settings.ts';
import { listJobs } from '../../../src/engine/db/job-queries.ts';
import type { ProjectWriter } from '../../../src/engine/db/project-writer.ts';
import { type JobControl, plainControl } from '../../../src/engine/jobs/job-control.ts';
import { findInterruptedCheck, runCheck } from '../../../src/engine/jobs/run-check.ts';
import { type OpenProject, writerOf } from '../../../src/engine/open-projects.ts';
import { claimProject, holderOf } from '../../../src/engine/project-holder.ts';
import { NOON } from '../../support/memory-project.ts';
import { packRecords } from '../../support/merge-batch.ts';
import { otherProcess } from '../../support/other-process.ts';
import { preparedLink } from '../../support/prepared-records.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { testProject } from '../../support/test-project.ts';
import { html, type LoopbackWeb, openLoopbackWeb, paths } from '../crawl/loopback-web.ts';

const folder = temporaryFolder();
const HOME = 'https://acme.example/';
const PAGES = 8;
const PAGE = html(`<p>${'The floor was laid in spring and has held since. '.repeat(12)}<a href="${HOME}">Acme</a></p>`);

let web: LoopbackWeb;
let project: OpenProject;
let count = 0;

beforeAll(async () => {
  const hosts = Array.from({ length: PAGES }, (_, index) => [`h${index}.test`, paths({ '/page': PAGE })]);
  web = await openLoopbackWeb(Object.fromEntries(hosts));
});
afterAll(() => web.close());

beforeEach(async () => {
  web.requests.length = 0;
  project = await testProject(folder, `run-check-${count++}`);
  const writer = writerOf(project);
  const importId = await writer.run('startImport', {
    fileName: 'links.csv',
    fileHash: 'hash',
    sizeBytes: 1,
    options: '{}',
    format: 'ahrefs-backlinks',
    vendor: 'ahrefs',
    confidence: 1,
    metrics: [],
    importedAt: NOON,
  });
  const links = Array.from({ length: PAGES }, (_, index) =>
    preparedLink(`http://h${index}.test/page`, HOME, { line: index + 2 }),
  );
  await writer.run('mergePacked', importId, 'ahrefs', [packRecords(links)]);
});

function request(filter = '', only: 'all' | 'unknown' = 'all', concurrency = 1) {
  return {
    selection: { kind: 'filter' as const, table: 'links' as const, filter },
    policy: checkPolicySchema.parse({ only }),
    settings: checkSettingsSchema.parse({ concurrency, perHost: 1 }),
    resolve: [{ host: '*', address: '127.0.0.1', port: web.port }],
    allowPrivate: true,
  };
}

/** A control that stops after so many pages. */
function stoppingAfter(pages: number): JobControl {
  const stop = new AbortController();
  return plainControl(stop.signal, (done) => {
    if (done === pages) stop.abort(new Error('stopped'));
  });
}

/** The project on a disk that is full after the first answer was stored, and a check that waits for each answer to be stored. */
function filledUp(isFull: (name: string) => boolean): { readonly full: OpenProject; readonly control: JobControl } {
  const writer = writerOf(project);
  const steps = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let stored = 0;
  const run: ProjectWriter['run'] = async (...call) => {
    const isAnswer = call[0] === 'storeChecks';
    if (stored > 0 && isFull(call[0])) {
      if (isAnswer) setImmediate(() => steps[1]?.resolve());
      throw new AppError('cannot-write', 'The disk is full.');
    }
    const result = await writer.run(...call);
    if (isAnswer) steps[stored++]?.resolve();
    return result;
  };
  let seen = 0;
  const control = { ...plainControl(), whenRunning: () => steps[seen++]?.promise ?? Promise.resolve() };
  return { full: { ...project, writer: { ...writer, run } }, control };
}

function pagesAsked(): number {
  return web.requests.filter((asked) => asked.endsWith('/page')).length;
}

describe('findInterruptedCheck and runCheck', () => {
  it('go on with a stopped check of the same links, whatever its speed, and count it as a whole', async () => {
    await expect(runCheck(project, request(), stoppingAfter(3), '1.0.0')).rejects.toThrow('stopped');
    expect(listJobs(project.reader)).toMatchObject([{ state: 'paused', done: 3, total: PAGES, tally: { live: 3 } }]);
    const again = request('', 'all', 4);
    const interrupted = await findInterruptedCheck(project, again);
    expect(interrupted).toMatchObject({ done: 3, total: PAGES });
    const outcome = await runCheck(project, again, plainControl(), '1.0.0', interrupted?.jobId ?? null);
    expect(outcome).toMatchObject({ checked: PAGES, live: PAGES, reasons: { present: PAGES } });
    expect(pagesAsked()).toBe(PAGES);
    expect(listJobs(project.reader)).toMatchObject([{ state: 'done', done: PAGES, tally: { live: PAGES } }]);
    expect(await findInterruptedCheck(project, again)).toBeNull();
  });

  it('find the job of a process that was killed, also where it had not begun', async () => {
    const { selection, policy, settings } = request();
    const params = JSON.stringify({ selection, policy, settings });
    const job = { kind: 'check' as const, title: 'Checking links', createdAt: NOON, params, total: 0, owner: '' };
    const jobId = await writerOf(project).run('addJob', job);
    expect(await findInterruptedCheck(project, request())).toMatchObject({ jobId, done: 0, total: 0 });
  });

  it('pause where the proxy cannot be reached, without a look at any page, and go on with another one', async () => {
    const { resolve: _, ...asked } = request();
    const dead = { ...asked, settings: { ...asked.settings, proxy: `http://${'x'.repeat(64)}.test:8080` } };
    await expect(runCheck(project, dead, plainControl(), '1.0.0')).rejects.toMatchObject({ code: 'unreachable' });
    expect(project.reader.prepare('SELECT count(*) FROM page_check').pluck().get()).toBe(0);
    const message = expect.stringMatching(/^The proxy http.* cannot be reached .* was checked is kept/);
    expect(listJobs(project.reader)).toMatchObject([
      { state: 'paused', done: 0, total: PAGES, finishedAt: null, message },
    ]);
    const interrupted = await findInterruptedCheck(project, request());
    const outcome = await runCheck(project, request(), plainControl(), '1.0.0', interrupted?.jobId ?? null);
    expect(outcome).toMatchObject({ checked: PAGES, live: PAGES });
    expect(listJobs(project.reader)).toMatchObject([{ state: 'done' }]);
  });

  it.each([
    ['answers', (name: string) => name === 'storeChecks', 'failed'],
    ['anything', () => true, 'running'],
  ])('ask no page once %s cannot be stored any more, and go on later', async (_, isFull, state) => {
    const { full, control } = filledUp(isFull);
    await expect(runCheck(full, request(), control, '1.0.0')).rejects.toMatchObject({
      code: 'cannot-write',
      message: 'The disk is full. The same command goes on where it stopped.',
    });
    expect(pagesAsked()).toBe(2);
    expect(listJobs(project.reader)).toMatchObject([{ state }]);
    const interrupted = await findInterruptedCheck(project, request());
    expect(interrupted).toMatchObject({ done: 1, total: PAGES });
    expect(listJobs(project.reader)).toMatchObject([{ done: 1, total: PAGES, tally: { live: 1 } }]);
    const outcome = await runCheck(project, request(), plainControl(), '1.0.0', interrupted?.jobId ?? null);
    expect(outcome).toMatchObject({ checked: PAGES, live: PAGES });
    expect(pagesAsked()).toBe(PAGES + 1);
  });

  it('ask nothing again where the disk was full after the last answer, and bring the check to its end', async () => {
    const { full, control } = filledUp((name) => name === 'refreshDomains');
    await expect(runCheck(full, request(), control, '1.0.0')).rejects.toMatchObject({ code: 'cannot-write' });
    expect(listJobs(project.reader)).toMatchObject([{ state: 'failed', done: PAGES, total: PAGES }]);
    const interrupted = await findInterruptedCheck(project, request());
    const outcome = await runCheck(project, request(), plainControl(), '1.0.0', interrupted?.jobId ?? null);
    expect(outcome).toMatchObject({ checked: PAGES, live: PAGES });
    expect(listJobs(project.reader)).toMatchObject([{ state: 'done' }]);
    expect(pagesAsked()).toBe(PAGES);
  });

  it.each([
    ['another filter', () => request('domain:h1.test')],
    ['another policy', () => request('', 'unknown')],
  ])('begin anew for %s', async (_, other) => {
    await expect(runCheck(project, request(), stoppingAfter(2), '1.0.0')).rejects.toThrow('stopped');
    expect(await findInterruptedCheck(project, other())).toBeNull();
  });
});

describe('a check beside work of another process', () => {
  let other: ChildProcess;

  beforeEach(async () => {
    other = await otherProcess();
    await claimProject(project, other.pid);
  });
  afterEach(() => {
    other.kill('SIGKILL');
  });

  it('is refused with the number of that process, asks nothing and leaves no job', async () => {
    expect(await findInterruptedCheck(project, request())).toBeNull();
    const failure = runCheck(project, request(), plainControl(), '1.0.0');
    await expect(failure).rejects.toMatchObject({ code: 'project-locked', details: { process: other.pid } });
    expect(listJobs(project.reader)).toEqual([]);
    expect(web.requests).toEqual([]);
  });

  it('goes ahead once that process has ended', async () => {
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(await runCheck(project, request(), plainControl(), '1.0.0')).toMatchObject({ live: PAGES });
    expect(holderOf(project)).toBeNull();
  });

  it('leaves the job of that process running', async () => {
    const { selection, policy, settings } = request();
    const params = JSON.stringify({ selection, policy, settings });
    const writer = writerOf(project);
    const id = await writer.run('addJob', {
      kind: 'check',
      title: 'Checking',
      createdAt: NOON,
      params,
      total: 8,
      owner: '',
    });
    const facts = { id, done: 1, total: 8, message: '', finishedAt: null, tally: null, workedMs: 0, owner: '' };
    await writer.run('updateJob', { ...facts, state: 'running' });
    await writer.run('settleInterruptedJobs', NOON, { jobs: [id], isOtherAtWork: true });
    expect(listJobs(project.reader)).toMatchObject([{ id, state: 'running' }]);
    await writer.run('settleInterruptedJobs', NOON);
    expect(listJobs(project.reader)).toMatchObject([{ id, state: 'paused' }]);
  });
});
