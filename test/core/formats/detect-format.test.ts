import { describe, expect, it } from 'vitest';
import { detectAs, detectFormat, findHeaderRow } from '../../../src/core/formats/detect-format.ts';

function table(...lines: string[]): { rows: string[][] } {
  return { rows: lines.map((line) => line.split('|')) };
}

const PAGE = 'https://blog.garden.example/a';
const OTHER = 'https://news.example/b';
const THIRD = 'http://tools.example/c';
const TARGET = 'https://client.example/';

describe('findHeaderRow', () => {
  it.each([
    ['the first row', table('Linking page|Last crawled', `${PAGE}|2026-01-01`), 0],
    ['behind a preamble', table('All Inlinks', 'Type|Source|Destination|Follow'), 1],
    ['a single known name', table('Linking page', PAGE), 0],
    ['nowhere above data', table(`${PAGE}|text`, `${OTHER}|image`), null],
    ['nowhere in an empty file', table(), null],
  ])('is %s', (_, sample, row) => {
    expect(findHeaderRow(sample.rows)).toBe(row);
  });
});

describe('detectFormat', () => {
  it.each([
    ['a byte order mark and quotes', table('\uFEFF"Source Url"|"Anchor text"|"Target Url"'), 'bing-backlink-pages', 1],
    [
      'another sort mark',
      table(
        '#|Domain Rating (desc)|URL Rating|Referring Page URL|Referring Page Title|Link URL|Link Anchor|Type|First Seen|Last Check',
      ),
      'ahrefs-backlinks-2017',
      0.63,
    ],
    ['deleted columns', table('Source title|Source url|Target url|Anchor||'), 'semrush-backlinks', 0.6],
    [
      'columns in another order than a short format has',
      table('Target Url|Source Url|Anchor text', `${TARGET}|${PAGE}|x`),
      'generic-csv',
      0.6,
    ],
    ['common names', table('URL|Links to|Notes', `${PAGE}|${TARGET}|good`), 'generic-csv', 0.6],
    [
      'empty columns at the right and notes beside them',
      table('Linking page|Last crawled|My notes||', `${PAGE}|2026-01-01|ok||`),
      'gsc-latest-links',
      0.8,
    ],
    [
      'columns of a link tool beside domains',
      table('Domain|DR|Visits', 'garden.example|35|120'),
      'generic-domains',
      0.5,
    ],
    ['a domain and nothing that says it links', table('Site|Visits', 'garden.example|120'), 'domain-list', 0.5],
    ['domains under common names', table('Referring domain|Backlinks', 'garden.example|12'), 'generic-domains', 0.5],
    ['hosts where pages are expected', table('Source|Target', `garden.example|${TARGET}`), 'generic-domains', 0.5],
    ['one column under a common name', table('URL', PAGE, OTHER), 'url-list', 0.5],
  ])('reads a header with %s', (_, sample, format, confidence) => {
    const found = detectFormat(sample);
    expect({ format: found.format.id, confidence: found.confidence, refusal: found.refusal }).toEqual({
      format,
      confidence,
      refusal: found.format.refusal ?? null,
    });
  });

  it('says in words which column was taken for what', () => {
    const { reasons } = detectFormat(table('URL|Links to|First seen', `${PAGE}|${TARGET}|2026-01-01`));
    expect(reasons).toEqual([
      'read by column names: address of the linking page in “URL”, address the link points to in “Links to”, date the link was first seen in “First seen”',
    ]);
  });

  it.each([
    [
      'a translated list with dates',
      table('Strona|Data', `${PAGE}|2026-01-01`, `${OTHER}|2026-01-02`),
      'gsc-latest-links',
      0.8,
    ],
    [
      'a list whose names other tools use too, but for the date',
      table('Page|Dernière exploration', `${PAGE}|2026-01-01`, `${OTHER}|2026-01-02`),
      'gsc-latest-links',
      0.8,
    ],
    [
      'a translated list with dates in German form, below a title',
      table('Raport|', '|', 'Strona|Data', `${PAGE}|19.04.2026`, `${OTHER}|05.01.2026`),
      'gsc-latest-links',
      0.8,
    ],
    ['a translated list', table('Strona', PAGE, OTHER), 'gsc-more-sample-links', 0.6],
    [
      'translated top linking sites',
      table('Witryna|Strony|Cele', 'a.example|4|2', 'b.example|3|1'),
      'gsc-top-linking-sites',
      0.7,
    ],
    ['addresses alone', table(PAGE, OTHER), 'url-list', 0.7],
    [
      'addresses without a scheme under a name nobody knows',
      table('Valid Links', 'example.com/roses/', 'www.example.org/a/b?c=d', 'example.net/@ann', 'example.com'),
      'url-list',
      0.7,
    ],
    ['addresses without a scheme alone', table('example.com/roses', 'example.org/a'), 'url-list', 0.7],
    ['domains alone', table('a.example', 'b.example'), 'domain-list', 0.5],
    [
      'two columns of addresses',
      table(`${TARGET}|${PAGE}`, `${TARGET}|${OTHER}`, `${TARGET}|${THIRD}`),
      'generic-csv',
      0.3,
    ],
  ])('reads without known names %s', (_, sample, format, confidence) => {
    const found = detectFormat(sample);
    expect({ format: found.format.id, confidence: found.confidence, refusal: found.refusal }).toEqual({
      format,
      confidence,
      refusal: found.format.refusal ?? null,
    });
  });

  it.each([
    ['the linking page', `${PAGE}|${TARGET}`, `${OTHER}|${TARGET}`, `${THIRD}|${TARGET}`, { source: [0], target: [1] }],
    ['the page of one of few rows', `${PAGE}|${TARGET}`, `${OTHER}|${TARGET}`, '|', { source: [1] }],
    ['the page that links', `${TARGET}|${PAGE}`, `${TARGET}|${OTHER}`, `${TARGET}|${THIRD}`, { source: [1] }],
  ])('reads beside a column “Backlink” a column “URL” of %s', (_, first, second, third, columns) => {
    expect(detectFormat(table('URL|Backlink', first, second, third)).columns).toEqual(columns);
  });

  it.each([
    ['Dofollow and Nofollow', ['Dofollow', 'nofollow', 'Dofollow'], { linkType: [1], dofollow: [1] }],
    ['kinds of links', ['Text', 'Image', 'Guest post, dofollow'], { linkType: [1] }],
    ['nothing', ['', '', ''], { linkType: [1] }],
  ])('reads a column “Link type” of %s', (_, words, columns) => {
    const rows = words.map((word) => `${PAGE}|${word}`);
    expect(detectFormat(table('URL|Link_Type', ...rows)).columns).toEqual({ source: [0], ...columns });
    const beside = rows.map((row) => `${row}|nofollow`);
    expect(detectFormat(table('URL|Link_Type|Rel', ...beside)).columns).toEqual({
      source: [0],
      linkType: [1],
      rel: [2],
    });
  });

  it.each([
    ['file names', ['index.html', 'lib/garden.com.js', 'src/main.rs', 'roses.zip/roses.csv']],
    ['paths', ['/roses', '/tools/a.html', './b.com/c', '../d.org/e']],
    ['mail addresses', ['ann@example.com', 'bob@example.org/home', 'mailto:c@example.net/d', 'd@example.com']],
    ['versions and dates', ['1.2/3', 'v1.0.4/linux', '01.02.2026/03.02.2026', '10.0.0.0/8']],
    ['words', ['and/or', 'see example.com/roses for more', 'U.S./Canada', 'St.Louis/MO']],
    ['names below no known suffix', ['index.html/a', 'server.local/b', 'node.js/c', 'host.invalid/d']],
  ])('takes no list of %s for addresses', (_, lines) => {
    expect(detectFormat(table('Eintrag', ...lines)).format.kind).not.toBe('links');
    expect(detectFormat(table(...lines)).format.kind).not.toBe('links');
  });

  it.each(['Target url', 'Destination', 'URL to', 'Linked page'])(
    'refuses a table whose only addresses stand under “%s”',
    (name) => {
      const refusal = `The file lists addresses that are linked to (“${name}”) and no linking page. Export the list of backlinks or of referring domains as CSV, or say which column names the linking page.`;
      const pages = [PAGE, OTHER, THIRD];
      expect(detectFormat(table(name, ...pages)).refusal).toBe(refusal);
      expect(detectFormat(table(`${name}|Anchor`, ...pages.map((page) => `${page}|roses`))).refusal).toBe(refusal);
      expect(detectFormat(table(`||${name}|||`, ...pages.map((page) => `||${page}|||`))).refusal).toBe(refusal);
      expect(detectFormat(table(`${name}|Anzahl`, ...pages.map((page) => `${page}|7`))).refusal).toBe(refusal);
    },
  );

  it.each([
    ['search terms', 'Keyword|Search Volume', 'Source URL|Keyword|Search Volume|Target URL'],
    ['a crawl', 'Address|Status Code|Status', 'Address|Status Code|Status|Anchor'],
    ['pages found by searching', 'Page|Clicks|Impressions|CTR|Position', 'URL|Clicks|Impressions|CTR|Position|Link to'],
  ])('refuses a table of %s unless it speaks of links as well', (_, header, linkHeader) => {
    const rowOf = (names: string): string =>
      names
        .split('|')
        .map((_, at) => `${PAGE}${at}`)
        .join('|');
    expect(detectFormat(table(header, rowOf(header))).format.kind).toBe('refused');
    expect(detectFormat(table(linkHeader, rowOf(linkHeader))).format.kind).toBe('links');
  });

  it('takes no column that is named for something else for linking pages', () => {
    const rows = [PAGE, OTHER, THIRD].map((page) => `${page}|${TARGET}|${page}`);
    expect(detectFormat(table('Target url|Wo|Anchor', ...rows)).columns).toEqual({ source: [1], target: [0] });
  });

  it('tells source and target apart by their hosts where no name does', () => {
    const found = detectFormat(table('Wohin|Wo', `${TARGET}|${PAGE}`, `${TARGET}|${OTHER}`, `${TARGET}|${THIRD}`));
    expect(found.columns).toEqual({ source: [1], target: [0] });
  });

  it.each([
    [
      'internal top target pages',
      table('Target page|Internal links', `${TARGET}|481`),
      'gsc-top-target-pages',
      'own pages',
    ],
    [
      'external top target pages',
      table('Target page|Incoming links|Linking sites', `${TARGET}|26|15`),
      'gsc-top-target-pages-external',
      'own pages',
    ],
    [
      'translated top target pages',
      table('Strona|Linki', ...['a', 'b', 'c', 'd', 'e'].map((page) => `${TARGET}${page}|7`)),
      'gsc-top-target-pages',
      'own pages',
    ],
    [
      'top target pages with notes beside them',
      table('Target page|Internal links|To do', `${TARGET}|481|x`),
      'gsc-top-target-pages',
      'own pages',
    ],
    [
      'top target pages in another order',
      table('Linking sites|Incoming links|Target page', `15|26|${TARGET}`),
      'gsc-top-target-pages-external',
      'own pages',
    ],
    [
      'a disavow file',
      table('# reviewed', 'domain:spam.example', 'domain: bad.example'),
      'disavow-file',
      'Disavow screen',
    ],
    [
      'a ranking',
      table('1|a.example', '2|b.example', '3|c.example', '4|d.example', '5|e.example'),
      'rank-list',
      'ranking',
    ],
    ['something else', table('Campaign|Clicks', 'Spring|10'), 'unknown', 'first row: “Campaign”, “Clicks”'],
    ['nothing', table(), 'unknown', 'holds no rows'],
  ])('refuses %s and says why', (_, sample, format, words) => {
    const found = detectFormat(sample);
    expect(found.format.id).toBe(format);
    expect(found.refusal).toContain(words);
  });

  it('keeps columns it does not know, doubled names apart', () => {
    const found = detectFormat(table('Source Url|Target Url|My notes|My notes', `${PAGE}|${TARGET}|a|b`));
    expect(found.metrics).toEqual([
      { name: 'My notes', position: 2 },
      { name: 'My notes (2)', position: 3 },
    ]);
  });

  it('keeps its answer for a row of ten thousand columns', () => {
    const wide = Array.from({ length: 10_000 }, (_, position) => `c${position}`);
    expect(detectFormat({ rows: [wide, wide] }).format.id).toBe('unknown');
  });
});

describe('detectAs', () => {
  it('reads a file as the format the user names', () => {
    const found = detectAs('semrush-backlinks', table('Source url|Comment', `${PAGE}|x`));
    expect(found?.columns).toEqual({ source: [0] });
    expect(found?.confidence).toBe(1);
  });

  it('is null where the format’s columns are missing', () => {
    expect(detectAs('semrush-backlinks', table('A|B', '1|2'))).toBeNull();
    expect(detectAs('no-such-format', table('A|B', '1|2'))).toBeNull();
  });
});
