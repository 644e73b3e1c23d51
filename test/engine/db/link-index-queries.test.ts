import { describe, expect, it } from 'vitest';
import { finishImport, startImport } from '../../../src/engine/db/import-queries.ts';
import { buildLinkIndexes, dropLinkIndexes, hasLinkIndex } from '../../../src/engine/db/link-index-queries.ts';
import { linkPage, readTotals } from '../../../src/engine/db/link-queries.ts';
import { mergeBatch } from '../../../src/engine/db/merge-batch.ts';
import type { WritableDatabase } from '../../../src/engine/db/project-database.ts';
import { removeImport } from '../../../src/engine/db/remove-import.ts';
import { memoryProject, startTestImport } from '../../support/memory-project.ts';
import { preparedLink } from '../../support/prepared-records.ts';

const HOME = 'https://acme.example/';
const LARGE = 100_000_000;
const COUNTS = { accepted: 0, duplicates: 0, rejected: 0 };

function startLargeImport(db: WritableDatabase, sizeBytes = LARGE): number {
  const start = { fileName: 'large.csv', fileHash: 'large', options: '{}', format: 'ahrefs-backlinks-2021' };
  return startImport(db, { ...start, sizeBytes, vendor: 'ahrefs', confidence: 1, importedAt: '2026-11-01T00:00:00Z' });
}

function schemaOf(db: WritableDatabase): unknown[] {
  return db.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all();
}

describe('dropLinkIndexes', () => {
  it('leaves the indexes for a small file', () => {
    const db = memoryProject();
    dropLinkIndexes(db, 1_000_000);
    expect(hasLinkIndex(db, 'page_by_key')).toBe(true);
  });

  it('merges as with indexes and brings them back with the end of the import', () => {
    const db = memoryProject();
    const schema = schemaOf(db);
    mergeBatch(db, startTestImport(db, 'gsc'), 'gsc', [preparedLink('https://blog.example/post', null)]);
    const id = startLargeImport(db);
    expect(hasLinkIndex(db, 'page_by_key')).toBe(false);
    const posts = ['https://blog.example/post', 'https://blog.example/two', 'http://www.blog.example/two/'];
    const records = posts.map((post, index) => preparedLink(post, HOME, { line: index + 2 }));
    expect(mergeBatch(db, id, 'ahrefs', records)).toEqual({ accepted: 1, duplicates: 2, rejected: 0 });
    expect(mergeBatch(db, id, 'ahrefs', [preparedLink('https://blog.example/two', HOME, { line: 9 })])).toEqual({
      accepted: 0,
      duplicates: 1,
      rejected: 0,
    });
    finishImport(db, id, 'done', COUNTS);
    expect(schemaOf(db)).toEqual(schema);
    expect(readTotals(db)).toEqual({ backlinks: 2, pages: 2, domains: 1, targets: 1 });
  });

  it('keeps the table answering in order', () => {
    const db = memoryProject();
    const id = startLargeImport(db);
    const links = ['2024-03-01', '2024-01-01', '2024-02-01'].map((firstSeen, index) =>
      preparedLink(`https://blog.example/${index}`, HOME, { line: index + 2, firstSeen }),
    );
    mergeBatch(db, id, 'ahrefs', links);
    const sort = [{ key: 'firstseen', desc: false }];
    const { rows } = linkPage(db, { filter: '', sort, offset: 0, limit: 10 });
    expect(rows.map(({ firstSeen }) => firstSeen)).toEqual(['2024-01-01', '2024-02-01', '2024-03-01']);
  });

  it('is undone when the import is taken back', () => {
    const db = memoryProject();
    const schema = schemaOf(db);
    const id = startLargeImport(db);
    mergeBatch(db, id, 'ahrefs', [preparedLink('https://blog.example/post', HOME)]);
    removeImport(db, id);
    expect(schemaOf(db)).toEqual(schema);
    expect(readTotals(db)).toEqual({ backlinks: 0, pages: 0, domains: 0, targets: 0 });
  });
});

describe('buildLinkIndexes', () => {
  it('builds those that an interrupted import left out and no other', () => {
    const db = memoryProject();
    const schema = schemaOf(db);
    startLargeImport(db);
    db.exec('CREATE INDEX backlink_by_risk ON backlink (risk)');
    buildLinkIndexes(db);
    expect(schemaOf(db)).toEqual(schema);
  });
});
