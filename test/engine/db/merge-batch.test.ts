import { describe, expect, it } from 'vitest';
import { readLinkDetail } from '../../../src/engine/db/link-detail-queries.ts';
import { linkPage, readTotals } from '../../../src/engine/db/link-queries.ts';
import type { ReadableDatabase } from '../../../src/engine/db/project-database.ts';
import { removeImport } from '../../../src/engine/db/remove-import.ts';
import { memoryProject, startTestImport } from '../../support/memory-project.ts';
import { mergeBatch } from '../../support/merge-batch.ts';
import { preparedDomain, preparedLink } from '../../support/prepared-records.ts';

const POST = 'https://blog.example/post';
const HOME = 'https://acme.example/';

function allLinks(db: ReadableDatabase) {
  return linkPage(db, { filter: '', sort: [], offset: 0, limit: 100 }).rows;
}

describe('mergeBatch', () => {
  it('makes one backlink of the spellings that name the same page and target', () => {
    const db = memoryProject();
    const ahrefs = startTestImport(db, 'ahrefs');
    const semrush = startTestImport(db, 'semrush');
    expect(mergeBatch(db, ahrefs, 'ahrefs', [preparedLink(POST, HOME, { line: 2, firstSeen: '2024-05-01' })])).toEqual({
      accepted: 1,
      duplicates: 0,
      rejected: 0,
    });
    const twin = preparedLink('http://www.blog.example/post/', 'http://www.acme.example', {
      line: 2,
      anchor: 'Acme',
      rel: ['nofollow'],
      firstSeen: '2023-01-01',
      lastSeen: '2026-01-01',
    });
    expect(mergeBatch(db, semrush, 'semrush', [twin])).toEqual({ accepted: 0, duplicates: 1, rejected: 0 });
    expect(allLinks(db)).toMatchObject([
      {
        sourceUrl: POST,
        targetUrl: HOME,
        anchor: 'Acme',
        rel: ['nofollow'],
        followed: false,
        firstSeen: '2023-01-01',
        lastSeen: '2026-01-01',
        sources: ['ahrefs', 'semrush'],
      },
    ]);
  });

  it('names a target without what tracked the click of the first that named it', () => {
    const db = memoryProject();
    const ahrefs = startTestImport(db, 'ahrefs');
    const tracked = 'http://www.acme.example/oak?fbclid=x&id=4';
    mergeBatch(db, ahrefs, 'ahrefs', [preparedLink(POST, tracked)]);
    const [link] = allLinks(db);
    expect(link?.targetUrl).toBe('http://www.acme.example/oak?id=4');
    expect(readLinkDetail(db, link?.id ?? 0)?.sightings).toMatchObject([{ targetUrl: tracked }]);
  });

  it('lets a link without target wait for one, whichever comes first', () => {
    const db = memoryProject();
    const gsc = startTestImport(db, 'gsc');
    const ahrefs = startTestImport(db, 'ahrefs');
    mergeBatch(db, gsc, 'gsc', [preparedLink(POST, null)]);
    expect(allLinks(db)).toMatchObject([{ targetUrl: null, sources: ['gsc'] }]);
    mergeBatch(db, ahrefs, 'ahrefs', [preparedLink(POST, HOME)]);
    expect(allLinks(db)).toMatchObject([{ targetUrl: HOME, sources: ['gsc', 'ahrefs'] }]);
    expect(mergeBatch(db, gsc, 'gsc', [preparedLink(POST, null, { line: 2 })])).toMatchObject({ duplicates: 1 });
    expect(readTotals(db)).toEqual({ backlinks: 1, pages: 1, domains: 1, targets: 1 });
  });

  it('keeps what a later row tells of a page however many pages wait to be written', () => {
    const db = memoryProject();
    const pages = Array.from({ length: 4001 }, (_, index) => preparedLink(`https://many.example/${index}`, HOME));
    const again = preparedLink('https://many.example/4000', HOME, { title: 'Told later', language: 'en' });
    mergeBatch(db, startTestImport(db, 'ahrefs'), 'ahrefs', [...pages, again]);
    const told = db.prepare("SELECT title, language FROM page WHERE key = 'many.example/4000'").get();
    expect(told).toEqual({ title: 'Told later', language: 'en' });
  });

  it('keeps every row as a sighting with its line and the words of the file', () => {
    const db = memoryProject();
    const ahrefs = startTestImport(db, 'ahrefs', { metrics: ['Domain rating', 'Keywords'] });
    mergeBatch(db, ahrefs, 'ahrefs', [
      preparedLink(POST, HOME, { line: 2, anchor: 'one', metrics: [37, null] }),
      preparedLink(POST, HOME, { line: 3, anchor: 'two', lost: '2025-02-02', lostReason: 'notfound' }),
    ]);
    const [row] = allLinks(db);
    expect(readLinkDetail(db, row?.id ?? 0)?.sightings).toMatchObject([
      { line: 2, anchor: 'one', metrics: { 'Domain rating': 37 }, vendor: 'ahrefs', fileName: 'ahrefs.csv' },
      { line: 3, anchor: 'two', lost: '2025-02-02', lostReason: 'notfound' },
    ]);
  });

  it('keeps each spelling of the page and the target', () => {
    const db = memoryProject();
    const id = startTestImport(db, 'ahrefs');
    const spellings = [
      [POST, HOME],
      [`${POST}/`, 'http://www.acme.example/'],
      [POST, 'https://acme.example'],
    ] as const;
    mergeBatch(
      db,
      id,
      'ahrefs',
      spellings.map(([source, target], index) => preparedLink(source, target, { line: index + 2 })),
    );
    const [row] = allLinks(db);
    const { sightings = [] } = readLinkDetail(db, row?.id ?? 0) ?? {};
    expect(sightings.map(({ sourceUrl, targetUrl }) => [sourceUrl, targetUrl])).toEqual(spellings);
  });

  it('keeps rejected rows with line and reason', () => {
    const db = memoryProject();
    const id = startTestImport(db, 'ahrefs');
    mergeBatch(db, id, 'ahrefs', [{ kind: 'rejected', line: 7, raw: 'a,b', reason: 'bad-source-url' }]);
    expect(db.prepare('SELECT line, reason, raw FROM rejected_row').all()).toEqual([
      { line: 7, reason: 'bad-source-url', raw: 'a,b' },
    ]);
  });

  it('makes sightings of domains without inventing pages', () => {
    const db = memoryProject();
    const id = startTestImport(db, 'gsc');
    const records = [
      preparedDomain('one.example', 2),
      preparedDomain('one.example', 3),
      preparedDomain('two.example', 4),
    ];
    expect(mergeBatch(db, id, 'gsc', records)).toEqual({ accepted: 2, duplicates: 1, rejected: 0 });
    expect(readTotals(db)).toEqual({ backlinks: 0, pages: 0, domains: 2, targets: 0 });
  });
});

describe('removeImport', () => {
  it('takes back what only this import said and leaves what others said', () => {
    const db = memoryProject();
    const ahrefs = startTestImport(db, 'ahrefs');
    const semrush = startTestImport(db, 'semrush');
    mergeBatch(db, ahrefs, 'ahrefs', [preparedLink(POST, HOME, { firstSeen: '2024-01-01', anchor: 'ahrefs says' })]);
    mergeBatch(db, semrush, 'semrush', [
      preparedLink(POST, HOME, { line: 2, firstSeen: '2020-01-01', anchor: 'semrush says' }),
      preparedLink('https://other.example/', HOME, { line: 3 }),
    ]);
    removeImport(db, semrush);
    expect(allLinks(db)).toMatchObject([{ anchor: 'ahrefs says', firstSeen: '2024-01-01', sources: ['ahrefs'] }]);
    expect(readTotals(db)).toEqual({ backlinks: 1, pages: 1, domains: 1, targets: 1 });
  });
});
