import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { NAMED_FORMATS } from '../../../src/core/formats/export-formats.ts';
import type { PreparedRecord } from '../../../src/core/model/prepared-record.ts';
import type { ReadOptions } from '../../../src/engine/import/examine-export.ts';
import { readExport } from '../../../src/engine/import/read-export.ts';
import { type NamedRecord, withNamedMetrics } from '../../support/named-metrics.ts';
import { workbookOf } from '../../support/zip-file.ts';
import { collectEvents, exportFixture } from './fixtures.ts';

const SITES = { siteHosts: ['client.example'] };
const folder = mkdtempSync(join(tmpdir(), 'anchorage-read-'));

/** The fate of every row, in order: `link`, `domain` or why it was rejected. */
function fates(records: readonly (PreparedRecord | NamedRecord)[]): string[] {
  return records.map((record) => (record.kind === 'rejected' ? record.reason : record.kind));
}

function linksOf<Record extends { readonly kind: PreparedRecord['kind'] }>(records: readonly Record[]): Record[] {
  return records.filter((record) => record.kind === 'link');
}

async function read(name: string) {
  const { events, records } = await collectEvents(readExport(exportFixture(name), SITES));
  const [opened] = events;
  const end = events.at(-1);
  if (opened?.kind !== 'opened' || end?.kind !== 'end') throw new Error('no beginning or no end');
  return { opened, end, records: records.map((record) => withNamedMetrics(record, opened.metrics)) };
}

async function readBytes(content: string | Uint8Array, options: ReadOptions = SITES) {
  const path = join(folder, 'export.csv');
  writeFileSync(path, content);
  return await collectEvents(readExport(path, options));
}

const READABLE: readonly (readonly [string, string, readonly string[]])[] = [
  ['gsc-latest-links.csv', 'gsc-latest-links', ['link', 'link', 'link', 'own-page']],
  ['gsc-latest-links-2018.csv', 'gsc-latest-links-2018', ['link', 'link']],
  ['gsc-latest-links-2020-crlf.csv', 'gsc-latest-links', ['link', 'link']],
  ['gsc-latest-links-unquoted-comma.csv', 'gsc-latest-links', ['link', 'link']],
  ['gsc-latest-links-hebrew.csv', 'gsc-latest-links', ['link', 'link']],
  ['gsc-latest-links-spanish.csv', 'gsc-latest-links', ['link', 'link']],
  ['gsc-latest-links-polish.csv', 'gsc-latest-links', ['link', 'link']],
  ['gsc-more-sample-links.csv', 'gsc-more-sample-links', ['link', 'link', 'link']],
  ['gsc-top-linking-sites.csv', 'gsc-top-linking-sites', ['domain', 'domain', 'own-page', 'bad-domain']],
  ['ahrefs-backlinks-2026.csv', 'ahrefs-backlinks-2026', ['link', 'link', 'other-site', 'bad-source-url']],
  ['ahrefs-backlinks-2026-utf16.csv', 'ahrefs-backlinks-2026', ['link', 'link', 'other-site', 'bad-source-url']],
  ['ahrefs-backlinks-2025-sheets.csv', 'ahrefs-backlinks-2025', ['link', 'link', 'other-site', 'bad-source-url']],
  ['ahrefs-backlinks-2021-utf16.csv', 'ahrefs-backlinks-2021', ['link', 'link', 'other-site', 'bad-source-url']],
  ['ahrefs-backlinks-2017-utf16.csv', 'ahrefs-backlinks-2017', ['link', 'link']],
  ['ahrefs-broken-backlinks.csv', 'ahrefs-broken-backlinks', ['link', 'link', 'other-site', 'bad-source-url']],
  ['ahrefs-refdomains-utf16.csv', 'ahrefs-refdomains', ['domain', 'domain']],
  ['ahrefs-api-backlinks.csv', 'ahrefs-api-backlinks', ['link']],
  ['semrush-backlinks.csv', 'semrush-backlinks', ['link', 'link', 'own-page']],
  ['semrush-backlinks-cut-down.csv', 'semrush-backlinks', ['link', 'link']],
  ['semrush-backlinks-cut-down.xlsx', 'semrush-backlinks', ['link', 'link']],
  ['semrush-backlinks-2017.csv', 'semrush-backlinks-2017', ['link', 'link']],
  ['semrush-backlink-audit.csv', 'semrush-backlink-audit', ['link', 'link']],
  ['semrush-refdomains.csv', 'semrush-refdomains', ['domain']],
  ['semrush-api-backlinks.csv', 'semrush-api-backlinks', ['link']],
  ['bing-backlink-pages.csv', 'bing-backlink-pages', ['link', 'link']],
  ['bing-backlink-domains.csv', 'bing-backlink-domains', ['domain', 'domain']],
  ['majestic-backlinks.csv.gz', 'majestic-backlinks', ['link', 'link', 'link']],
  ['majestic-site-explorer.csv', 'majestic-site-explorer', ['link']],
  ['moz-inbound-links.csv', 'moz-inbound-links', ['link', 'link']],
  ['lrt-backlinks.csv', 'lrt-backlinks', ['link', 'link']],
  ['screaming-frog-links-2025.csv', 'screaming-frog-links', ['link', 'not-a-link', 'other-site', 'link']],
  ['screaming-frog-inlinks-2019.csv', 'screaming-frog-links-2017', ['link', 'not-a-link', 'other-site', 'link']],
  ['screaming-frog-outlinks-2017.csv', 'screaming-frog-links-2017', ['link', 'not-a-link', 'other-site', 'link']],
  ['screaming-frog-inlinks-window.csv', 'screaming-frog-links', ['link', 'not-a-link', 'link']],
  ['screaming-frog-inlinks-window-french.csv', 'screaming-frog-links', ['link', 'not-a-link', 'link']],
  ['screaming-frog-redirects.csv', 'screaming-frog-redirects', ['no-source', 'link', 'link', 'other-site']],
  ['screaming-frog-redirects-2019.csv', 'screaming-frog-redirects', ['link']],
  ['ahrefs-api-backlinks.json', 'ahrefs-api-backlinks', ['link', 'own-page']],
  ['semrush-backlink-audit-ts.csv', 'semrush-backlink-audit', ['link']],
  ['semrush-refdomains-api.csv', 'semrush-refdomains', ['domain']],
  ['majestic-api-backlinks.csv', 'majestic-api-backlinks', ['link', 'link']],
  ['majestic-api-backlinks.json', 'majestic-api-backlinks', ['link']],
  ['moz-link-explorer.csv', 'moz-link-explorer', ['link', 'link']],
  ['spyglass-backlinks.csv', 'spyglass-backlinks', ['link']],
  ['se-ranking-backlinks.json', 'se-ranking-api-backlinks', ['link']],
  ['serpstat-backlinks.csv', 'serpstat-api-backlinks', ['link']],
  ['dataforseo-backlinks.json', 'dataforseo-backlinks', ['link', 'other-site']],
  ['ubersuggest-backlinks.csv', 'generic-csv', ['link']],
  ['linkody-backlinks.csv', 'generic-csv', ['link']],
  ['sistrix-links.csv', 'generic-csv', ['link']],
  ['generic-european.csv', 'generic-csv', ['link', 'link']],
  ['generic-unknown-names.csv', 'generic-csv', ['link', 'link', 'link']],
  ['generic-single-quotes.csv', 'generic-csv', ['link', 'link', 'link']],
  ['generic-caret.csv', 'generic-csv', ['link', 'link']],
  ['generic-tilde.csv', 'generic-csv', ['link', 'link']],
  ['generic-aligned.txt', 'generic-csv', ['link', 'link', 'link']],
  ['generic-lists.json', 'generic-csv', ['link', 'link', 'broken-row']],
  ['generic-shift-jis.csv', 'generic-csv', ['link', 'link', 'link']],
  ['generic-euc-jp.csv', 'generic-csv', ['link', 'link', 'link']],
  ['generic-gbk.csv', 'generic-csv', ['link', 'link', 'link']],
  ['generic-big5.csv', 'generic-csv', ['link', 'link', 'link']],
  ['generic-euc-kr.csv', 'generic-csv', ['link', 'link', 'link']],
  ['generic-koi8-r.csv', 'generic-csv', ['link', 'link', 'link']],
  ['generic-windows-1251.csv', 'generic-csv', ['link', 'link', 'link']],
  ['url-list.txt', 'url-list', ['link', 'link', 'link']],
  ['url-list-without-scheme.csv', 'url-list', ['link', 'link', 'link']],
  ['header-only.csv', 'gsc-latest-links', []],
];

describe('readExport', () => {
  it.each(READABLE)('accounts for every row of %s', async (name, format, expected) => {
    const { opened, end, records } = await read(name);
    expect(opened.format).toBe(format);
    expect(fates(records)).toEqual(expected);
    expect(end.rows).toBe(expected.length);
    expect(end.rejected).toBe(expected.filter((fate) => fate !== 'link' && fate !== 'domain').length);
  });

  it('has a fixture for every format that is imported', () => {
    const covered = new Set(READABLE.map(([, format]) => format));
    const importable = NAMED_FORMATS.filter((format) => format.kind !== 'refused').map((format) => format.id);
    expect(importable.filter((id) => !covered.has(id))).toEqual([]);
  });

  it.each([
    ['gsc-top-target-pages-internal.csv', 'refused-export', 'own pages'],
    ['gsc-top-target-pages-external.csv', 'refused-export', 'own pages'],
    ['gsc-performance-pages.csv', 'refused-export', 'own pages'],
    ['gsc-performance-pages-spanish.csv', 'refused-export', 'own pages'],
    ['semrush-outgoing-domains.csv', 'refused-export', 'whom the site links to'],
    ['semrush-indexed-pages.csv', 'refused-export', 'own pages'],
    ['ahrefs-anchors.csv', 'refused-export', 'anchor texts'],
    ['ahrefs-best-by-links.csv', 'refused-export', 'own pages'],
    ['bing-backlink-anchors.csv', 'refused-export', 'anchor texts'],
    ['ahrefs-link-intersect.csv', 'refused-export', 'Link intersect'],
    ['ahrefs-link-intersect-domains.csv', 'refused-export', 'Link intersect'],
    ['gsc-top-linking-text.csv', 'refused-export', 'anchor texts'],
    ['moz-top-pages.csv', 'refused-export', 'own pages'],
    ['screaming-frog-tab-external.csv', 'refused-export', 'tab of a Screaming Frog crawl'],
    ['screaming-frog-tab-links.csv', 'refused-export', 'tab of a Screaming Frog crawl'],
    ['screaming-frog-tab-link-metrics.csv', 'refused-export', 'tab of a Screaming Frog crawl'],
    ['screaming-frog-tab-internal.csv', 'refused-export', 'tab of a Screaming Frog crawl'],
    ['screaming-frog-tab-directives.csv', 'refused-export', 'tab of a Screaming Frog crawl'],
    ['screaming-frog-tab-pagespeed.csv', 'refused-export', 'tab of a Screaming Frog crawl'],
    ['screaming-frog-tab-response-codes-2019.csv', 'refused-export', 'tab of a Screaming Frog crawl'],
    ['screaming-frog-tab-custom-french.csv', 'refused-export', 'tab of a Screaming Frog crawl'],
    ['screaming-frog-tab-search-console.csv', 'refused-export', 'tab of a Screaming Frog crawl'],
    ['screaming-frog-tab-french.csv', 'refused-export', 'tab of a Screaming Frog crawl'],
    ['majestic-million.csv', 'refused-export', 'anchorage lists add'],
    ['moz-top-500.csv', 'refused-export', 'anchorage lists add'],
    ['open-page-rank.csv', 'refused-export', 'anchorage lists add'],
    ['common-crawl-ranks.tsv', 'refused-export', 'anchorage lists add'],
    ['open-disavow.csv', 'refused-export', '--kind spam'],
    ['search-terms.csv', 'refused-export', 'search terms'],
    ['search-terms-positions.csv', 'refused-export', 'search terms'],
    ['disavow.txt', 'refused-export', 'anchorage disavow import'],
    ['rank-list.csv', 'refused-export', 'anchorage lists add'],
    ['domain-list.txt', 'refused-export', 'anchorage lists add'],
    ['no-addresses.csv', 'unknown-format', '“Campaign”'],
    ['target-pages.csv', 'unknown-format', 'addresses that are linked to (“Target url”)'],
    ['no-such-file.csv', 'cannot-read', 'no-such-file.csv'],
  ])('refuses %s', async (name, code, words) => {
    const refusal = expect(collectEvents(readExport(exportFixture(name), SITES)));
    await refusal.rejects.toMatchObject({ code, message: expect.stringContaining(words) });
  });

  it('reads the same links from both encodings of one export', async () => {
    const comma = await read('ahrefs-backlinks-2026.csv');
    const tab = await read('ahrefs-backlinks-2026-utf16.csv');
    expect(linksOf(tab.records)).toEqual(linksOf(comma.records));
    expect([comma.opened.encoding, tab.opened.encoding, tab.opened.delimiter]).toEqual(['utf-8', 'utf-16le', '\t']);
  });

  it('reads what an Ahrefs row says', async () => {
    const { records } = await read('ahrefs-backlinks-2026.csv');
    expect(records[1]).toMatchObject({
      record: {
        line: 3,
        title: '=HYPERLINK("http://evil.example")',
        rel: ['nofollow', 'ugc'],
        linkType: 'image',
        anchor: '',
        httpStatus: null,
        lost: '2025-11-30',
        lostReason: 'removedfromhtml',
        metrics: { 'Domain rating': 0.6, 'Is spam': 'true' },
      },
    });
    expect(records[3]).toMatchObject({ line: 5, raw: expect.stringContaining('not an address at all') });
  });

  it.each([
    ['ahrefs-backlinks-2017-utf16.csv', 1, { rel: ['nofollow'], lost: '2020-01-05', lastSeen: '2020-02-01' }],
    [
      'ahrefs-broken-backlinks.csv',
      0,
      { lastSeen: '2026-01-04', metrics: expect.objectContaining({ 'Target page HTTP code': 404 }) },
    ],
    [
      'semrush-backlinks.csv',
      1,
      { rel: ['nofollow'], linkType: 'image', lostReason: 'lost link', lost: null, lastSeen: '2026-05-01' },
    ],
    ['semrush-api-backlinks.csv', 0, { firstSeen: '2024-02-03', lastSeen: '2026-05-01' }],
    [
      'semrush-backlink-audit.csv',
      0,
      { metrics: { 'Toxicity Score': 67, 'Toxic markers': 'Link network, Low quality' } },
    ],
    [
      'majestic-backlinks.csv.gz',
      0,
      { source: 'http://blog.garden.example/a b@c.html', rel: [], firstSeen: '2024-01-31', linkType: null },
    ],
    ['majestic-backlinks.csv.gz', 1, { rel: ['nofollow'], linkType: 'image' }],
    ['majestic-backlinks.csv.gz', 2, { linkType: 'mention' }],
    [
      'moz-inbound-links.csv',
      0,
      {
        line: 7,
        source: 'blog.garden.example/a',
        rel: [],
        metrics: expect.objectContaining({ 'Number of Domains Linking to Domain': 1204 }),
      },
    ],
    ['moz-inbound-links.csv', 1, { rel: ['nofollow'], linkType: 'redirect' }],
    ['lrt-backlinks.csv', 1, { rel: ['nofollow'], linkType: 'image', metrics: expect.objectContaining({ BLdom: 12 }) }],
    ['screaming-frog-links-2025.csv', 3, { rel: ['nofollow'], anchor: 'A rose', linkType: 'image' }],
    [
      'screaming-frog-inlinks-window.csv',
      2,
      { rel: ['nofollow'], anchor: 'A rose', target: 'https://client.example/roses' },
    ],
    ['screaming-frog-inlinks-window-french.csv', 2, { rel: ['nofollow'], anchor: 'roses' }],
    [
      'screaming-frog-redirects.csv',
      1,
      {
        line: 3,
        target: 'http://client.example/roses',
        anchor: 'old roses',
        metrics: expect.objectContaining({ 'Final Address': 'https://client.example/roses' }),
      },
    ],
    ['screaming-frog-redirects.csv', 2, { anchor: 'A rose', linkType: 'image' }],
    [
      'majestic-api-backlinks.csv',
      0,
      { rel: [], linkType: 'text', lost: null, lostReason: null, firstSeen: '2024-01-31' },
    ],
    [
      'majestic-api-backlinks.csv',
      1,
      { rel: ['nofollow'], linkType: 'image', lost: '2025-03-05', lostReason: 'LinkRemoved', lastSeen: '2025-03-04' },
    ],
    [
      'moz-link-explorer.csv',
      1,
      { line: 8, rel: ['nofollow'], metrics: expect.objectContaining({ PA: 1, DA: 4, 'Spam Score': 61 }) },
    ],
    [
      'spyglass-backlinks.csv',
      0,
      { firstSeen: '2024-01-31', lastSeen: '2026-01-02', metrics: expect.objectContaining({ 'InLink Rank': 12.5 }) },
    ],
    [
      'se-ranking-backlinks.json',
      0,
      { rel: ['nofollow'], anchor: 'A rose', linkType: 'image', lastSeen: '2026-01-02' },
    ],
    [
      'serpstat-backlinks.csv',
      0,
      { rel: ['nofollow'], externalLinks: 12, lastSeen: '2026-01-02', metrics: { SDR: 24 } },
    ],
    [
      'dataforseo-backlinks.json',
      0,
      { rel: ['ugc'], linkType: 'text', lostReason: 'is_lost', firstSeen: '2019-11-15', contextLeft: 'see' },
    ],
    [
      'ubersuggest-backlinks.csv',
      0,
      {
        rel: ['nofollow'],
        firstSeen: '2024-01-31',
        lastSeen: '2026-01-02',
        metrics: { DA: 35, PA: 21, 'Spam score': 3 },
      },
    ],
    [
      'linkody-backlinks.csv',
      0,
      { rel: ['nofollow'], firstSeen: '2024-01-31', target: 'https://client.example/roses' },
    ],
    ['sistrix-links.csv', 0, { anchor: 'Rosen', firstSeen: '2024-01-31', metrics: { Sichtbarkeitsindex: 0.033 } }],
    ['gsc-latest-links-2018.csv', 0, { firstSeen: '2016-04-19', lastSeen: null }],
    ['gsc-latest-links-hebrew.csv', 1, { lastSeen: '2026-03-05' }],
    ['gsc-latest-links-spanish.csv', 1, { lastSeen: '2026-01-05' }],
    [
      'gsc-latest-links-unquoted-comma.csv',
      0,
      { source: 'http://www.forum.example/t/77,how-to', lastSeen: '2026-03-24' },
    ],
    ['generic-european.csv', 1, { lastSeen: '2026-12-31', metrics: { Sichtbarkeit: 1204.5 } }],
    ['generic-unknown-names.csv', 1, { lastSeen: '2026-01-02' }],
    ['generic-single-quotes.csv', 0, { anchor: "roses, thorns and 'all'", firstSeen: '2026-01-05' }],
    ['generic-single-quotes.csv', 1, { anchor: 'the gardener\'s "best"' }],
    ['generic-single-quotes.csv', 2, { source: 'https://news.example/a,b', line: 4 }],
    ['generic-caret.csv', 1, { anchor: 'best ^ tools', firstSeen: '2026-02-06' }],
    ['generic-tilde.csv', 1, { anchor: 'see ~joe', firstSeen: '2026-02-06' }],
    ['generic-aligned.txt', 0, { anchor: 'roses, thorns', line: 2 }],
    ['generic-aligned.txt', 1, { anchor: '', target: 'https://client.example/tools' }],
    ['generic-lists.json', 1, { anchor: '', firstSeen: '2026-02-06', line: 2 }],
    ['generic-shift-jis.csv', 2, { anchor: 'ガーデニング用品の通販' }],
    ['generic-euc-jp.csv', 2, { anchor: 'ガーデニング用品の通販' }],
    ['generic-gbk.csv', 0, { anchor: '我们的花园产品公司' }],
    ['generic-big5.csv', 0, { anchor: '我們的花園產品公司' }],
    ['generic-euc-kr.csv', 1, { anchor: '공식 홈페이지 바로가기' }],
    ['generic-koi8-r.csv', 0, { anchor: 'Уход за садом и розами' }],
    ['generic-windows-1251.csv', 0, { anchor: 'Уход за садом и розами' }],
  ] as const)('reads %s, row %i, in its vendor’s terms', async (name, index, expected) => {
    const { records } = await read(name);
    expect(records[index]).toMatchObject({ kind: 'link', record: expected });
  });

  it('counts the bytes of the file as it stands on disk', async () => {
    const { events } = await collectEvents(readExport(exportFixture('majestic-backlinks.csv.gz'), SITES));
    const batch = events.find((event) => event.kind === 'batch');
    expect(batch?.kind === 'batch' && batch.bytesRead === batch.totalBytes).toBe(true);
  });

  it('hands out large files in batches', async () => {
    const lines = Array.from({ length: 1250 }, (_, index) => `https://site${index}.example/,2026-01-01`);
    const { events } = await readBytes(`Linking page,Last crawled\n${lines.join('\n')}`);
    const [first, ...rest] = events.map((event) => (event.kind === 'batch' ? event.records.length : event.kind));
    const sizes = rest.slice(0, -1).map(Number);
    expect([first, rest.at(-1)]).toEqual(['opened', 'end']);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(1250);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(500);
  });

  it('reads a list of bare domains only when it is said to be one of referring domains', async () => {
    const { records } = await collectEvents(
      readExport(exportFixture('domain-list.txt'), { ...SITES, format: 'domain-list' }),
    );
    expect(fates(records)).toEqual(['domain', 'domain', 'domain']);
  });

  it('reads the rows of a workbook whatever is noted beside its columns', async () => {
    const row = (number: number, cells: readonly string[]): string =>
      `<row r="${number}">${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;
    const rows = [
      ['Source URL', 'Target URL', 'Anchor'],
      ['https://blog.garden.example/', 'https://client.example/', 'roses', 'ask them'],
      ['https://news.example/', 'https://client.example/', 'tools'],
    ];
    const { records } = await readBytes(workbookOf({ Links: rows.map((cells, at) => row(at + 1, cells)).join('') }));
    expect(records).toMatchObject([{ record: { anchor: 'roses' } }, { record: { anchor: 'tools' } }]);
  });

  it('calls a resource of a page no link where its row lacks a cell', async () => {
    const link = (page: number): string =>
      `HREF,https://blog.garden.example/${page},https://client.example/,,roses,200,OK,true`;
    const image = 'IMG,https://blog.garden.example/,https://blog.garden.example/a.png,A rose,200,OK,true';
    const lines = Array.from({ length: 20 }, (_, page) => [link(page), image]).flat();
    const header = 'Type,Source,Destination,Alt Text,Anchor,Status Code,Status,Follow';
    const { records } = await readBytes(`All Outlinks\n${[header, ...lines].join('\n')}\n`);
    expect(fates(records)).toEqual(Array.from({ length: 20 }, () => ['link', 'not-a-link']).flat());
  });

  it('takes rows of any length as they are where every cell is quoted', async () => {
    const hops = Array.from({ length: 4 }, (_, at) =>
      ['Content', 'Status Code', 'Status', 'Redirect Type', 'Redirect URL'].map((name) => `${name} ${at + 1}`),
    );
    const header = ['Chain Type', 'Number of Redirects', 'Source', 'Address', 'Final Address', ...hops.flat()];
    const moved = ['text/html', '301', 'Moved Permanently', 'HTTP Redirect', 'https://client.example/'];
    const found = ['text/html', '200', 'OK', '', ''];
    const rows = Array.from({ length: 60 }, (_, page) => {
      const link = ['HTTP Redirect', '1', `https://blog.garden.example/${page}`, 'http://client.example/'];
      return [...link, 'https://client.example/', ...moved, ...(page % 20 === 0 ? found : [])];
    });
    const quoted = [header, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(','));
    const { records } = await readBytes(`${quoted.join('\n')}\n`);
    expect(fates(records)).toEqual(rows.map(() => 'link'));
  });

  it('reads text in the encoding it is told', async () => {
    const reading = { ...SITES, encoding: 'windows-1250' } as const;
    const bytes = Buffer.from('Source URL,Anchor\nhttps://a.example/,\xBFycie w ogrodzie\n', 'latin1');
    const { records } = await readBytes(bytes, reading);
    expect(records[0]).toMatchObject({ record: { anchor: 'życie w ogrodzie' } });
  });

  it('reads by a mapping of columns', async () => {
    const mapping = { source: 'Wohin', target: 'Wo' } as const;
    const { records } = await collectEvents(
      readExport(exportFixture('generic-unknown-names.csv'), { siteHosts: [], mapping }),
    );
    expect(records[0]).toMatchObject({
      record: { source: 'https://client.example/', target: 'https://blog.garden.example/a' },
    });
  });

  it.each([
    ['a format that does not exist', { format: 'nonsense' }, 'There is no format “nonsense”'],
    [
      'a format whose columns are not there',
      { format: 'semrush-backlinks' },
      'does not have the columns of Semrush backlinks',
    ],
    ['a mapping to a column that is not there', { mapping: { source: 'Woher' } }, 'no column “Woher”'],
  ])('says what is wrong with %s', async (_, options, words) => {
    const reading = collectEvents(readExport(exportFixture('generic-unknown-names.csv'), { ...SITES, ...options }));
    await expect(reading).rejects.toMatchObject({ code: 'wrong-use', message: expect.stringContaining(words) });
  });
});

describe('readExport on hostile files', () => {
  const HEADER = 'Linking page,Last crawled\n';

  it('rejects a broken row by line and reads on', async () => {
    const { records } = await readBytes(`${HEADER}"https://a.example/,2026-01-01\nhttps://b.example/,2026-01-02\n`);
    expect(
      records.map((record) => (record.kind === 'rejected' ? [record.line, record.reason, record.raw] : record.kind)),
    ).toEqual([[2, 'broken-row', '"https://a.example/,2026-01-01'], 'link']);
  });

  it('rejects a field of ten megabytes and keeps little of it', async () => {
    const { records } = await readBytes(
      `${HEADER}https://a.example/${'x'.repeat(10_000_000)},2026-01-01\nhttps://b.example/,2026-01-02\n`,
    );
    expect(records).toMatchObject([{ kind: 'rejected', line: 2, reason: 'too-long' }, { kind: 'link' }]);
    expect(records[0]?.kind === 'rejected' && records[0].raw.length).toBe(2000);
  });

  it.each([
    ['NUL characters', `${HEADER}https://a.example/\0x,2026-01-01\n`, ['link']],
    [
      'old Macintosh rows with line feeds in their cells',
      'Source URL,Anchor\rhttps://a.example/,"two\nlines"\rhttps://b.example/,x\r',
      ['link', 'link'],
    ],
    [
      'objects line by line with one that is none',
      '{"url_from":"https://a.example/"}\n{broken\n{"url_from":"https://b.example/"}\n',
      ['link', 'broken-row', 'link'],
    ],
    ['carriage returns alone', `${HEADER}https://a.example/,2026-01-01\n`.replaceAll('\n', '\r'), ['link']],
    [
      'doubled column names',
      'Source URL,Source URL,Target URL\nhttps://a.example/,x,https://client.example/\n',
      ['link'],
    ],
    ['only blank cells', `${HEADER},\nhttps://a.example/,\n`, ['no-source', 'link']],
    [
      'control characters in an address',
      `${HEADER}https://a\u0007.example/,2026-01-01\nhttps://b.example,2026-01-01\n`,
      ['bad-source-url', 'link'],
    ],
    ['UTF-16 without a mark', Buffer.from(`${HEADER}https://a.example/,2026-01-01\n`, 'utf16le'), ['link']],
    ['big-endian UTF-16', Buffer.from(`\uFEFF${HEADER}https://a.example/,2026-01-01\n`, 'utf16le').swap16(), ['link']],
    [
      'half a UTF-8 character at the end',
      Buffer.concat([Buffer.from(`${HEADER}https://a.example/,2026-01-01\nhttps://b.example/`), Buffer.from([0xc3])]),
      ['link', 'link'],
    ],
  ])('reads %s', async (_, content, expected) => {
    expect(fates((await readBytes(content)).records)).toEqual(expected);
  });

  it('puts shifted rows right and rejects those that could be read in several ways', async () => {
    const names = 'Source URL,Target URL,Anchor,Nofollow,First seen';
    const whole = Array.from(
      { length: 60 },
      (_, row) =>
        `https://a${row}.example/,https://client.example/,roses ${row},${row % 2 === 0},2026-01-${10 + (row % 9)}`,
    );
    const shifted = [
      'https://b.example/,https://client.example/,red, white,true,2026-02-01',
      'https://c.example/https://client.example/,red,false,2026-02-02',
      'https://d.example/;https://client.example/;red;true;2026-02-03',
      'https://e.example/,https://client.example/,red,true2026-02-04',
      'https://f.example/,https://client.example/red,true,2026-02-05',
    ];
    const { events, records } = await readBytes(`,${[names, ...whole, ...shifted].join('\n')}\n`);
    expect(events[0]).toMatchObject({
      reasons: expect.arrayContaining(['an empty column name was left out: no row has a cell for it']),
    });
    expect(records.slice(60)).toMatchObject([
      { record: { source: 'https://b.example/', anchor: 'red, white', rel: ['nofollow'], firstSeen: '2026-02-01' } },
      { record: { source: 'https://c.example/', target: 'https://client.example/', anchor: 'red', rel: [] } },
      { record: { source: 'https://d.example/', anchor: 'red', rel: ['nofollow'], firstSeen: '2026-02-03' } },
      { record: { source: 'https://e.example/', rel: ['nofollow'], firstSeen: '2026-02-04' } },
      { kind: 'rejected', line: 66, reason: 'shifted-cells' },
    ]);
    expect(fates(records.slice(0, 60))).toEqual(whole.map(() => 'link'));
  });

  it('reads text that is not UTF-8 as windows-1252', async () => {
    const { events, records } = await readBytes(
      Buffer.from('Source URL,Anchor\nhttps://a.example/,Caf\xE9\n', 'latin1'),
    );
    expect(events[0]).toMatchObject({ encoding: 'windows-1252' });
    expect(records[0]).toMatchObject({ record: { anchor: 'Café' } });
  });

  it.each([
    ['an empty file', '', 'is empty'],
    ['blanks only', ' \n\n ', 'is empty'],
    ['a damaged archive', 'PK\x03\x04 and so on', 'archive is damaged'],
    ['a web page', '<!DOCTYPE html><html><body>Please log in</body></html>', 'web page'],
    ['JSON without records', '{"error": "no credits left"}', 'JSON without a list of links'],
    ['half a JSON file', '[{"url_from": "https://a.example"', 'JSON without a list of links'],
    ['an archive in an archive', gzipSync(gzipSync('x')), 'compressed twice'],
    [
      'half an archive',
      gzipSync(`${HEADER}https://a.example/,2026-01-01\n`.repeat(1000)).subarray(0, 60),
      'could not be read',
    ],
    ['noise', Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 251)), 'not a text file'],
  ])('refuses %s', async (_, content, words) => {
    await expect(readBytes(content)).rejects.toMatchObject({
      code: 'cannot-read',
      message: expect.stringContaining(words),
    });
  });

  it('refuses a folder', async () => {
    await expect(collectEvents(readExport(folder, SITES))).rejects.toMatchObject({ code: 'cannot-read' });
  });
});
