import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkPolicySchema, checkSettingsSchema } from '../../../src/contract/check-settings.ts';
import { readLinkDetail } from '../../../src/engine/db/link-detail-queries.ts';
import { checkLinks } from '../../../src/engine/jobs/check-links.ts';
import { plainControl } from '../../../src/engine/jobs/job-control.ts';
import { type OpenProject, writerOf } from '../../../src/engine/open-projects.ts';
import { NOON } from '../../support/memory-project.ts';
import { packRecords } from '../../support/merge-batch.ts';
import { preparedLink } from '../../support/prepared-records.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { testProject } from '../../support/test-project.ts';
import { html, type LoopbackWeb, openLoopbackWeb, paths } from '../crawl/loopback-web.ts';

/** A second look at pages whose server tells whether they have changed. */

const folder = temporaryFolder();
const HOME = 'https://acme.example/';
const TEXT = `<p>${'The floor was laid in spring and has held since. '.repeat(12)}</p>`;
const WITH_LINK = `<title>Floors</title><main>${TEXT}<p>Made by <a href="${HOME}" rel="ugc">Acme Floors</a>.</p></main>`;

let web: LoopbackWeb;
let project: OpenProject;
let count = 0;
let body: string;
let robots: string;
let served: number[];
let conditions: unknown[];

beforeAll(async () => {
  const page: Parameters<typeof paths>[0][string] = (request, response) => {
    const etag = `"${body.length}"`;
    conditions.push(request.headers['if-none-match'], request.headers['if-modified-since']);
    const status = request.headers['if-none-match'] === etag ? 304 : 200;
    served.push(status);
    const headers = { etag, 'last-modified': 'Sat, 21 Nov 2026 12:00:00 GMT', 'content-type': 'text/html' };
    response.writeHead(status, headers).end(status === 304 ? undefined : body);
  };
  const rules: typeof page = (request, response) => html(robots, { 'content-type': 'text/plain' })(request, response);
  web = await openLoopbackWeb({ 'a.test': paths({ '/page': page, '/robots.txt': rules }) });
});
afterAll(() => web.close());

beforeEach(async () => {
  [body, robots, served, conditions] = [WITH_LINK, '', [], []];
  project = await testProject(folder, `recheck-${count++}`);
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
  await writer.run('mergePacked', importId, 'ahrefs', [
    packRecords([preparedLink('http://a.test/page', HOME, { line: 2 })]),
  ]);
});

async function check(settings: { readonly rereadAll?: boolean } = {}, version = '1.0.0', control = plainControl()) {
  const job = { kind: 'check' as const, title: 'Checking', createdAt: NOON, params: '{}', total: 0, owner: '' };
  const request = {
    jobId: await writerOf(project).run('addJob', job),
    selection: { kind: 'filter' as const, table: 'links' as const, filter: '' },
    policy: checkPolicySchema.parse({}),
    settings: checkSettingsSchema.parse(settings),
    resolve: [{ host: '*', address: '127.0.0.1', port: web.port }],
    allowPrivate: true,
  };
  return await checkLinks(project, request, control, { version, onStored: () => {} });
}

function history() {
  return readLinkDetail(project.reader, 1)?.checks ?? [];
}

describe('a page that was read before', () => {
  it('is asked for its changes; where there are none, the earlier answer holds with the new date', async () => {
    await check();
    expect(await check()).toMatchObject({ checked: 1, live: 1, changed: 0 });
    await check();
    expect(served).toEqual([200, 304, 304]);
    expect(conditions.slice(0, 2)).toEqual([undefined, undefined]);
    expect(conditions.slice(2, 4)).toEqual([`"${WITH_LINK.length}"`, 'Sat, 21 Nov 2026 12:00:00 GMT']);
    const [third, second, first] = history();
    const day = first?.checkedAt.slice(0, 10);
    expect([second?.evidence, third?.evidence]).toEqual([
      `unchanged since ${day}: ${first?.evidence}`,
      `unchanged since ${day}: ${first?.evidence}`,
    ]);
    expect(third).toMatchObject({ state: 'live', reason: 'present', httpStatus: 200, title: 'Floors', changes: [] });
    expect(third?.occurrences).toEqual(first?.occurrences);
    const detail = readLinkDetail(project.reader, 1);
    expect(detail?.row).toMatchObject({ state: 'live', lastChecked: third?.checkedAt, anchor: 'Acme Floors' });
    expect(detail?.lastCertain).toEqual({ state: 'live', checkedAt: third?.checkedAt });
  });

  it('is read where it has changed', async () => {
    await check();
    body = `<title>Floors</title><main>${TEXT}${TEXT}</main>`;
    const reports: unknown[] = [];
    const control = plainControl(undefined, (...[, , tally]) => reports.push(tally));
    const { checked: _, ...found } = await check({}, '1.0.0', control);
    expect(found).toMatchObject({ gone: 1, changed: 1 });
    expect(reports.at(-1)).toEqual(found);
    expect(served).toEqual([200, 200]);
    expect(history()[0]).toMatchObject({ state: 'gone', reason: 'absent', changes: ['the link is gone'] });
    expect(await check()).toMatchObject({ gone: 1, changed: 0 });
    expect(served.at(-1)).toBe(304);
  });

  it.each([
    ['everything is to be read again', () => check({ rereadAll: true })],
    ['another version of the program reads it', () => check({}, '2.0.0')],
    [
      'the client has other sites',
      async () => {
        const settings = { name: 'Acme', sites: ['acme.example', 'acme.test'], brandWords: [], moneyWords: [] };
        await writerOf(project).run('writeSettings', { ...settings, languages: [], countries: [] });
        return await check();
      },
    ],
    [
      'it holds a link that nobody had looked for',
      async () => {
        const writer = writerOf(project);
        const link = preparedLink('http://a.test/page', `${HOME}shop`, { line: 3 });
        await writer.run('mergePacked', 1, 'ahrefs', [packRecords([link])]);
        return await check();
      },
    ],
  ])('is read in full where %s', async (_, again) => {
    await check();
    await again();
    expect(served).toEqual([200, 200]);
  });

  it('is read again where robots.txt says something else to Googlebot than before', async () => {
    await check();
    robots = 'user-agent: googlebot\ndisallow: /';
    await writerOf(project).run(
      'storeChecks',
      0,
      [],
      [{ origin: 'http://a.test', fetchedAt: new Date().toISOString(), httpStatus: 200, body: Buffer.from(robots) }],
    );
    await check();
    expect(served).toEqual([200, 304, 200]);
    expect(history()[0]).toMatchObject({ robotsGooglebot: 'disallowed' });
    expect(history()[0]?.evidence).not.toContain('unchanged');
  });
});
