import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { AppError } from '../../../src/contract/app-error.ts';
import { previewExport } from '../../../src/engine/import/preview-export.ts';
import { readExport } from '../../../src/engine/import/read-export.ts';
import { readExportInThread } from '../../../src/engine/import/read-in-thread.ts';
import { listTables } from '../../../src/engine/import/table-source.ts';
import { type NamedRecord, withNamedMetrics } from '../../support/named-metrics.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { workbookOf, type ZippedFile, zipOf } from '../../support/zip-file.ts';
import { collectEvents, collectMergeRecords, exportFixture } from './fixtures.ts';

const SITES = { siteHosts: ['client.example'] };
const LATEST = 'Linking page,Last crawled\nhttps://blog.garden.example/a,2026-01-02\nnot an address,2026-01-02\n';
const OWN_PAGES = 'Target page,Internal links\nhttps://client.example/,12\n';
const ROWS = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
  <row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" s="1"><v>46113</v></c></row>
  <row r="5"><c r="A5" t="inlineStr"><is><t>not an address</t></is></c></row>`;
const STRINGS = ['Linking page', 'Last crawled', 'https://blog.garden.example/a'];
const PICTURE = Buffer.from('\x89PNG\r\n', 'latin1');
const folder = temporaryFolder();

let written = 0;

function fileOf(content: Uint8Array, name = 'export.zip'): string {
  written += 1;
  const path = `${folder}/${written}-${name}`;
  writeFileSync(path, content);
  return path;
}

function archive(...files: readonly ZippedFile[]): string {
  return fileOf(zipOf(files));
}

/** Source and date of links, line and reason of rejected rows. */
function told(records: readonly NamedRecord[]): unknown[] {
  return records.map((record) =>
    record.kind === 'link'
      ? [record.record.source, record.record.lastSeen]
      : record.kind === 'rejected'
        ? [record.line, record.reason]
        : record.kind,
  );
}

const EXPECTED_LINKS = [
  ['https://blog.garden.example/a', '2026-01-02'],
  [3, 'bad-source-url'],
];
const EXPECTED_SHEET = [
  ['https://blog.garden.example/a', '2026-04-01'],
  [5, 'bad-source-url'],
];

async function read(path: string, table?: string) {
  const { events, records } = await collectEvents(
    readExport(path, { ...SITES, ...(table === undefined ? {} : { table }) }),
  );
  const [opened] = events;
  const names = opened?.kind === 'opened' ? opened.metrics : [];
  return { events, records: records.map((record) => withNamedMetrics(record, names)) };
}

describe('listTables', () => {
  it('finds one table in a text, a compressed text and a workbook of one filled sheet', async () => {
    const workbook = fileOf(workbookOf({ Links: ROWS, Sheet2: '' }, STRINGS), 'book.xlsx');
    for (const path of [exportFixture('url-list.txt'), exportFixture('majestic-backlinks.csv.gz'), workbook]) {
      expect(await listTables(path)).toEqual({ kind: 'one' });
    }
  });

  it('names the files of an archive, the sheets of workbooks, and nothing a system left there', async () => {
    const path = archive(
      { name: 'client/Latest links.csv', content: LATEST },
      { name: '__MACOSX/client/._Latest links.csv', content: 'x' },
      { name: 'client/.DS_Store', content: 'x' },
      { name: '../../outside.csv', content: LATEST },
      { name: 'one.xlsx', content: workbookOf({ Links: ROWS }, STRINGS) },
      { name: 'two.xlsx', content: workbookOf({ Links: ROWS, Notes: '<row><c><v>1</v></c></row>' }, STRINGS) },
    );
    expect(await listTables(path)).toEqual({
      kind: 'several',
      tables: ['client/Latest links.csv', '../../outside.csv', 'one.xlsx', 'two.xlsx › Links', 'two.xlsx › Notes'],
    });
  });

  it('refuses an archive of more files than any export', async () => {
    const files = Array.from({ length: 1001 }, (_, index) => ({ name: `${index}.csv`, content: '' }));
    await expect(listTables(archive(...files))).rejects.toMatchObject({
      code: 'cannot-read',
      message: expect.stringContaining('1000 files'),
    });
  });
});

describe('readExport of an archive', () => {
  it('reads the table that is named', async () => {
    const path = archive(
      { name: 'Top target pages.csv', content: OWN_PAGES },
      { name: 'Latest links.csv', content: LATEST },
    );
    const { events, records } = await read(path, 'Latest links.csv');
    expect(events[0]).toMatchObject({
      fileName: expect.stringMatching(/\.zip › Latest links\.csv$/),
      format: 'gsc-latest-links',
    });
    expect(told(records)).toEqual(EXPECTED_LINKS);
    await expect(read(path, 'Top target pages.csv')).rejects.toMatchObject({ code: 'refused-export' });
  });

  it('tells the tables of a bundle apart', async () => {
    const bundle = exportFixture('gsc-bundle.zip');
    const sites = await read(bundle, 'Top linking sites.csv');
    expect(sites.events[0]).toMatchObject({ format: 'gsc-top-linking-sites' });
    expect((await read(bundle, 'Latest links.csv')).events[0]).toMatchObject({ format: 'gsc-latest-links' });
    await expect(read(bundle, 'Top linked pages - externally.csv')).rejects.toMatchObject({ code: 'refused-export' });
  });

  it('reads in a thread what it reads in this one', async () => {
    const options = { ...SITES, table: 'a.csv' };
    const path = archive({ name: 'a.csv', content: LATEST });
    expect(await collectMergeRecords(readExportInThread(path, options))).toEqual(
      await collectMergeRecords(readExport(path, options)),
    );
  });

  it('reads a workbook in it', async () => {
    const path = archive({ name: 'two.xlsx', content: workbookOf({ Links: ROWS, More: ROWS }, STRINGS) });
    const { events, records } = await read(path, 'two.xlsx › More');
    expect(events[0]).toMatchObject({ fileName: expect.stringMatching(/\.zip › two\.xlsx › More$/) });
    expect(told(records)).toEqual(EXPECTED_SHEET);
  });

  it.each([
    [
      'an archive in an archive',
      { name: 'a.csv', content: zipOf([{ name: 'a.csv', content: LATEST }]) },
      'archive in an archive',
    ],
    ['an encrypted file', { name: 'a.csv', content: LATEST, isEncrypted: true }, 'password'],
    ['a file larger than it says', { name: 'a.csv', content: LATEST.repeat(100), claimedBytes: 10 }, 'damaged'],
    ['a file said to be larger than any', { name: 'a.csv', content: LATEST, claimedBytes: 0xfffffff0 }, 'damaged'],
    ['an image', { name: 'a.csv', content: PICTURE }, 'image'],
    ['an empty file', { name: 'a.csv', content: '' }, 'empty'],
  ])('refuses %s', async (_, file, words) => {
    await expect(read(archive(file), 'a.csv')).rejects.toMatchObject({
      code: 'cannot-read',
      message: expect.stringContaining(words),
    });
  });

  it('refuses half an archive, a table that is not there, and a choice that was not made', async () => {
    const whole = zipOf([{ name: 'a.csv', content: LATEST }]);
    await expect(read(fileOf(whole.subarray(0, 60)), 'a.csv')).rejects.toMatchObject({ code: 'cannot-read' });
    await expect(read(fileOf(whole), 'b.csv')).rejects.toMatchObject({
      code: 'cannot-read',
      message: expect.stringContaining('holds no b.csv'),
    });
    await expect(read(fileOf(whole))).rejects.toMatchObject({ code: 'wrong-use' });
  });
});

describe('readExport of a workbook', () => {
  it('reads dates as ISO and keeps the numbers of rows', async () => {
    const { events, records } = await read(fileOf(workbookOf({ Links: ROWS }, STRINGS), 'book.xlsx'));
    expect(events[0]).toMatchObject({
      fileName: expect.stringMatching(/book\.xlsx$/),
      encoding: 'xlsx',
      confidence: 1,
    });
    expect(told(records)).toEqual(EXPECTED_SHEET);
  });

  it('reads what a spreadsheet program writes, empty trailing columns and all', async () => {
    const header = [
      'Page ascore',
      'Source title',
      'Source url',
      'Target url',
      'Anchor',
      'First seen',
      'Nofollow',
      null,
    ];
    const row = [
      37.5,
      '=HYPERLINK("http://evil.example")',
      'https://blog.garden.example/a b',
      'https://client.example/',
      'roses',
      new Date('2026-04-01'),
      true,
      null,
    ];
    const cells = [header, row].map((line) =>
      line.map((value) => (value instanceof Date ? { value, format: 'dd.mm.yyyy' } : { value })),
    );
    const path = `${folder}/written.xlsx`;
    await writeXlsxFile(cells as never).toFile(path);
    const { records } = await read(path);
    expect(records).toMatchObject([
      {
        kind: 'link',
        record: {
          line: 2,
          source: 'https://blog.garden.example/a b',
          firstSeen: '2026-04-01',
          rel: ['nofollow'],
          metrics: { 'Page ascore': 37.5 },
        },
      },
    ]);
  });

  it('refuses a workbook whose row never ends, and one without a filled sheet', async () => {
    const endless = `<row r="1">${'<c><v>1</v></c>'.repeat(1_500_000)}`;
    await expect(read(fileOf(workbookOf({ A: endless }), 'book.xlsx'))).rejects.toMatchObject({
      message: expect.stringContaining('does not end'),
    });
    await expect(read(fileOf(workbookOf({ A: '' }), 'book.xlsx'))).rejects.toMatchObject({
      message: expect.stringContaining('no filled sheet'),
    });
  });
});

describe('readExport of JSON', () => {
  it('reads the answer of an API', async () => {
    const backlinks = [
      {
        url_from: 'https://blog.garden.example/a',
        url_to: 'https://client.example/',
        domain_rating_source: 12.5,
        is_dofollow: false,
        is_nofollow: true,
        anchor: null,
      },
    ];
    const path = fileOf(Buffer.from(JSON.stringify({ backlinks })), 'answer.json');
    const { events, records } = await read(path);
    expect(events[0]).toMatchObject({ encoding: 'json', format: 'ahrefs-api-backlinks' });
    expect(records).toMatchObject([
      { record: { line: 1, rel: ['nofollow'], metrics: { domain_rating_source: 12.5 } } },
    ]);
  });
});

describe('previewExport of an archive', () => {
  it('shows every table and what would become of it', async () => {
    const path = archive(
      { name: 'Top target pages.csv', content: OWN_PAGES },
      { name: 'Latest links.csv', content: LATEST },
      { name: 'photo.png', content: PICTURE },
    );
    const preview = await previewExport(path, SITES);
    expect(preview).toMatchObject({
      fileName: expect.stringMatching(/\.zip$/),
      kind: 'links',
      format: 'gsc-latest-links',
      refusal: null,
      sampled: { rows: 2, accepted: 1, rejected: { 'bad-source-url': 1 } },
      tables: [
        { name: 'Top target pages.csv', kind: 'refused', refusal: expect.stringContaining('own pages') },
        { name: 'Latest links.csv', kind: 'links', refusal: null, rows: 2, accepted: 1 },
        { name: 'photo.png', kind: 'refused', refusal: expect.stringContaining('image') },
      ],
    });
    expect(preview.columns.map(({ role }) => role)).toEqual(['source', 'lastSeen']);
  });
});

describe('damaged archives and workbooks', () => {
  const workbook = workbookOf({ Links: ROWS, More: ROWS }, STRINGS);
  const bundle = zipOf([
    { name: 'a.csv', content: LATEST.repeat(20) },
    { name: 'book.xlsx', content: workbook },
  ]);
  const random = seededRandom(20_261_121);

  /** A copy with some bytes overwritten, and sometimes cut off. */
  function mutate(bytes: Buffer): Buffer {
    const copy = Buffer.from(bytes);
    const changes = 1 + random(6);
    for (let change = 0; change < changes; change += 1) copy[random(copy.length)] = random(256);
    return random(5) === 0 ? copy.subarray(0, random(copy.length)) : copy;
  }

  async function readAll(path: string): Promise<void> {
    const list = await listTables(path);
    for (const table of list.kind === 'one' ? [undefined] : list.tables) {
      await read(path, table).catch(expectAppError);
    }
  }

  function expectAppError(error: unknown): void {
    expect(error).toBeInstanceOf(AppError);
  }

  it.each([
    ['archives', bundle],
    ['workbooks', workbook],
  ])('end in an error for people: %s', async (_, seed) => {
    for (let round = 0; round < 150; round += 1) {
      const path = `${folder}/mutated`;
      writeFileSync(path, mutate(seed));
      await readAll(path).catch(expectAppError);
    }
  });
});
