import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkPolicySchema, checkSettingsSchema } from '../../../src/contract/check-settings.ts';
import { frontierCounts } from '../../../src/engine/db/frontier-queries.ts';
import { linkPage } from '../../../src/engine/db/link-queries.ts';
import { checkLinks } from '../../../src/engine/jobs/check-links.ts';
import type { CheckOutcome } from '../../../src/engine/jobs/check-outcome.ts';
import { type JobControl, plainControl } from '../../../src/engine/jobs/job-control.ts';
import { type OpenProject, writerOf } from '../../../src/engine/open-projects.ts';
import { NOON } from '../../support/memory-project.ts';
import { packRecords } from '../../support/merge-batch.ts';
import { preparedLink } from '../../support/prepared-records.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { testProject } from '../../support/test-project.ts';
import { type HostAnswers, html, type LoopbackWeb, openLoopbackWeb, paths } from '../crawl/loopback-web.ts';

const folder = temporaryFolder();
const HOME = 'https://acme.example/';
const TEXT = `<p>${'The floor was laid in spring and has held since. '.repeat(12)}</p>`;
const WITH_LINK = html(`<main>${TEXT}<p>Made by <a href="${HOME}" rel="ugc">Acme Floors</a>.</p></main>`);
const WITHOUT = html(`<main>${TEXT}${TEXT}</main>`);

/** Ten hosts with a page each: six with the link, two without, one that refuses, one that is gone. */
const PAGES: readonly HostAnswers[] = [
  ...Array.from({ length: 6 }, () => WITH_LINK),
  WITHOUT,
  WITHOUT,
  html('', {}, 403),
  html('', {}, 410),
];
const FOUND: CheckOutcome = {
  checked: 10,
  live: 6,
  gone: 3,
  unknown: 1,
  changed: 0,
  reasons: { present: 6, absent: 2, forbidden: 1, 'page-gone': 1 },
};
const HOSTS = PAGES.map((_, index) => `h${index}.test`);

let web: LoopbackWeb;
let project: OpenProject;
let jobId: number;
let count = 0;

beforeAll(async () => {
  web = await openLoopbackWeb(
    Object.fromEntries(PAGES.map((answer, index) => [`h${index}.test`, paths({ '/page': answer })])),
  );
});
afterAll(() => web.close());

beforeEach(async () => {
  project = await testProject(folder, `check-${count++}`);
  web.requests.length = 0;
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
  const links = HOSTS.map((host, index) => preparedLink(`http://${host}/page`, HOME, { line: index + 2 }));
  await writer.run('mergePacked', importId, 'ahrefs', [packRecords(links)]);
  jobId = await writer.run('addJob', {
    kind: 'check',
    title: 'Checking',
    createdAt: NOON,
    params: '{}',
    total: 0,
    owner: '',
  });
});

function check(control: JobControl, filter = '', concurrency = 4): Promise<CheckOutcome> {
  return checkLinks(
    project,
    {
      jobId,
      selection: { kind: 'filter', table: 'links', filter },
      policy: checkPolicySchema.parse({}),
      settings: checkSettingsSchema.parse({ concurrency, perHost: 1, timeoutSeconds: 5 }),
      resolve: [{ host: '*', address: '127.0.0.1', port: web.port }],
      allowPrivate: true,
    },
    control,
    { version: '0.0.0-test', onStored: () => {} },
  );
}

function pagesAsked(): string[] {
  return web.requests.filter((request) => request.endsWith('/page')).map((request) => request.split(' ')[0] ?? '');
}

describe('checkLinks', () => {
  it('stores a look at every page and rolls up its domain', async () => {
    const reports: [number, number][] = [];
    const outcome = await check(plainControl(undefined, (done, total) => reports.push([done, total])));
    expect(outcome).toEqual(FOUND);
    expect(reports.at(-1)).toEqual([10, 10]);
    const { rows } = linkPage(project.reader, { filter: '', sort: [{ key: 'id', desc: false }], offset: 0, limit: 20 });
    expect(rows.map(({ state, reason }) => `${state} ${reason}`)).toEqual([
      ...Array.from({ length: 6 }, () => 'live present'),
      'gone absent',
      'gone absent',
      'unknown forbidden',
      'gone page-gone',
    ]);
    expect(rows[0]).toMatchObject({ anchor: 'Acme Floors', rel: ['ugc'], followed: false, httpStatus: 200 });
    expect(project.reader.prepare("SELECT live, gone FROM domain WHERE name = 'h0.test'").get()).toEqual({
      live: 1,
      gone: 0,
    });
    expect(project.reader.prepare('SELECT count(*) FROM page_check').pluck().get()).toBe(10);
  });

  it('keeps robots.txt in the project, so that another check does not ask for it again', async () => {
    await check(plainControl());
    const robotsAsked = (): number => web.requests.filter((request) => request.endsWith('/robots.txt')).length;
    expect(robotsAsked()).toBe(HOSTS.length);
    const kept = project.reader.prepare('SELECT origin, http_status FROM robots_cache ORDER BY origin').raw().all();
    expect(kept).toEqual(HOSTS.map((host) => [`http://${host}`, 404]));
    const writer = writerOf(project);
    jobId = await writer.run('addJob', {
      kind: 'check',
      title: 'Again',
      createdAt: NOON,
      params: '{}',
      total: 0,
      owner: '',
    });
    expect(await check(plainControl())).toEqual(FOUND);
    expect([robotsAsked(), pagesAsked().length]).toEqual([HOSTS.length, 2 * HOSTS.length]);
  });

  it('goes on where an aborted run stopped: nothing is lost, no page is asked twice', async () => {
    const stop = new AbortController();
    const first = await check(
      plainControl(stop.signal, (done) => {
        if (done === 4) stop.abort();
      }),
      '',
      1,
    );
    expect(first.checked).toBe(4);
    expect(frontierCounts(project.reader, jobId)).toEqual({ done: 4, total: 10 });
    const reports: number[] = [];
    const second = await check(plainControl(undefined, (done) => reports.push(done)));
    expect(second).toEqual(FOUND);
    expect(reports).toEqual([5, 6, 7, 8, 9, 10, 10]);
    expect(pagesAsked().toSorted()).toEqual(HOSTS);
    expect(frontierCounts(project.reader, jobId)).toEqual({ done: 10, total: 10 });
    expect(linkPage(project.reader, { filter: 'state:unchecked', sort: [], offset: 0, limit: 1 }).total).toBe(0);
  });

  it('asks nothing again when a finished job is run once more', async () => {
    await check(plainControl());
    expect(await check(plainControl())).toEqual(FOUND);
    expect(pagesAsked()).toHaveLength(10);
  });

  it('asks only the pages of the selected links', async () => {
    expect(await check(plainControl(), 'domain:h3.test OR domain:h9.test')).toMatchObject({ checked: 2, gone: 1 });
    expect(pagesAsked().toSorted()).toEqual(['h3.test', 'h9.test']);
  });
});
