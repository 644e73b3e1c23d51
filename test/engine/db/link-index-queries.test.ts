import { describe, expect, it } from 'vitest';
import type { PreparedRecord } from '../../../src/core/model/prepared-record.ts';
import { refreshDomains } from '../../../src/engine/db/domain-queries.ts';
import { finishImport } from '../../../src/engine/db/import-queries.ts';
import {
  buildLinkIndexes,
  buildOrderIndex,
  dropLinkIndexes,
  hasLinkIndex,
  type ImportCourse,
  outgrowsIndexes,
} from '../../../src/engine/db/link-index-queries.ts';
import { linkPage, readTotals } from '../../../src/engine/db/link-queries.ts';
import { endMerge, mergePacked } from '../../../src/engine/db/merge-batch.ts';
import { createRecordPacker } from '../../../src/engine/db/packed-records.ts';
import type { WritableDatabase } from '../../../src/engine/db/project-database.ts';
import { removeImport } from '../../../src/engine/db/remove-import.ts';
import { memoryProject, startTestImport } from '../../support/memory-project.ts';
import { mergeBatch } from '../../support/merge-batch.ts';
import { preparedLink } from '../../support/prepared-records.ts';

const HOME = 'https://acme.example/';
const LARGE = 100_000_000;
const COUNTS = { accepted: 0, duplicates: 0, rejected: 0 };

/** An import that runs without the indexes. */
function startLargeImport(db: WritableDatabase): number {
  dropLinkIndexes(db);
  return startTestImport(db, 'ahrefs', { sizeBytes: LARGE });
}

/** Pages of fifty domains, every tenth followed; overlapping ranges name the same. */
function postsFrom(first: number, count: number): PreparedRecord[] {
  return Array.from({ length: count }, (_, index) => {
    const number = first + index;
    const facts = {
      line: first * 10 + index,
      rel: number % 10 === 0 ? [] : ['nofollow'],
      firstSeen: `2024-01-${10 + (number % 9)}`,
    };
    return preparedLink(`https://blog${number % 50}.example/${number}`, HOME, facts);
  });
}

function schemaOf(db: WritableDatabase): unknown[] {
  return db.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all();
}

function buildOrderIndexes(db: WritableDatabase): void {
  while (buildOrderIndex(db));
}

describe('outgrowsIndexes', () => {
  const course = { sizeBytes: LARGE, knownLinks: 0, rows: 5000, newLinks: 5000 };
  it.each<[string, Partial<ImportCourse>, boolean]>([
    ['a large file into an empty project', {}, true],
    ['a small file', { sizeBytes: 1_000_000 }, false],
    ['a file whose rows are known so far', { newLinks: 0, knownLinks: 500_000 }, false],
    ['a file of which little is new', { rows: 400_000, newLinks: 4000, knownLinks: 500_000 }, false],
    ['a file that adds half as much again', { knownLinks: 1_000_000 }, true],
    ['a file that is small for the project', { knownLinks: 1_100_000 }, false],
  ])('judges %s', (_, differences, expected) => {
    expect(outgrowsIndexes({ ...course, ...differences })).toBe(expected);
  });
});

describe('dropLinkIndexes', () => {
  it('merges as with indexes and brings them back with the end of the import', () => {
    const db = memoryProject();
    const schema = schemaOf(db);
    mergeBatch(db, startTestImport(db, 'gsc'), 'gsc', [preparedLink('https://blog.example/post', null)]);
    const id = startLargeImport(db);
    const posts = ['https://blog.example/post', 'https://blog.example/two', 'http://www.blog.example/two/'];
    const records = posts.map((post, index) => preparedLink(post, HOME, { line: index + 2 }));
    expect(mergeBatch(db, id, 'ahrefs', records)).toEqual({ accepted: 1, duplicates: 2, rejected: 0 });
    const two = preparedLink('https://blog.example/two', HOME, { line: 9 });
    expect(mergeBatch(db, id, 'ahrefs', [two])).toEqual({ accepted: 0, duplicates: 1, rejected: 0 });
    endMerge(db, id);
    finishImport(db, id, 'done', COUNTS);
    expect(hasLinkIndex(db, 'page_by_key')).toBe(true);
    buildOrderIndexes(db);
    expect(schemaOf(db)).toEqual(schema);
    expect(readTotals(db)).toEqual({ backlinks: 2, pages: 2, domains: 1, targets: 1 });
  });

  it('comes when an import has shown how much it brings, and changes nothing of what it brings', () => {
    const db = memoryProject();
    const schema = schemaOf(db);
    const id = startTestImport(db, 'ahrefs', { sizeBytes: LARGE });
    for (let batch = 0; batch < 9; batch += 1) mergeBatch(db, id, 'ahrefs', postsFrom(batch * 500, 1000));
    expect(hasLinkIndex(db, 'page_by_key')).toBe(false);
    endMerge(db, id);
    finishImport(db, id, 'done', COUNTS);
    expect(hasLinkIndex(db, 'page_by_key')).toBe(true);
    buildOrderIndexes(db);
    expect(schemaOf(db)).toEqual(schema);
    expect(readTotals(db)).toEqual({ backlinks: 5000, pages: 5000, domains: 50, targets: 1 });
    const rollUps = db.prepare('SELECT * FROM domain ORDER BY id').all();
    refreshDomains(db);
    expect(db.prepare('SELECT * FROM domain ORDER BY id').all()).toEqual(rollUps);
  });

  it('keeps the table answering in order, also where only those that rows are found by are back', () => {
    const db = memoryProject();
    const id = startLargeImport(db);
    const links = ['2024-03-01', '2024-01-01', '2024-02-01'].map((firstSeen, index) =>
      preparedLink(`https://blog.example/${index}`, HOME, { line: index + 2, firstSeen }),
    );
    mergeBatch(db, id, 'ahrefs', links);
    const sort = [{ key: 'firstseen', desc: false }];
    const { rows } = linkPage(db, { filter: '', sort, offset: 0, limit: 10 });
    const ordered = ['2024-01-01', '2024-02-01', '2024-03-01'];
    expect(rows.map(({ firstSeen }) => firstSeen)).toEqual(ordered);
    endMerge(db, id);
    finishImport(db, id, 'done', COUNTS);
    expect(linkPage(db, { filter: '', sort, offset: 0, limit: 10 }).rows.map(({ firstSeen }) => firstSeen)).toEqual(
      ordered,
    );
  });

  it('is undone when the import is taken back', () => {
    const db = memoryProject();
    const schema = schemaOf(db);
    const id = startLargeImport(db);
    mergeBatch(db, id, 'ahrefs', [preparedLink('https://blog.example/post', HOME)]);
    removeImport(db, id);
    buildOrderIndexes(db);
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
    expect(hasLinkIndex(db, 'backlink_by_domain')).toBe(true);
    expect(hasLinkIndex(db, 'backlink_by_state')).toBe(false);
    buildOrderIndexes(db);
    expect(schemaOf(db)).toEqual(schema);
  });
});

describe('an import that goes on after another was taken back', () => {
  it('looks up again what its packs had named before', () => {
    const db = memoryProject();
    const other = startTestImport(db, 'semrush');
    mergeBatch(db, other, 'semrush', postsFrom(0, 3));
    const id = startLargeImport(db);
    const packer = createRecordPacker();
    const merge = (first: number) => {
      for (const record of postsFrom(first, 100)) packer.add(record);
      return mergePacked(db, id, 'ahrefs', [packer.take()]);
    };
    expect(merge(0)).toEqual({ accepted: 97, duplicates: 3, rejected: 0 });
    removeImport(db, other);
    expect(merge(100)).toEqual({ accepted: 100, duplicates: 0, rejected: 0 });
    endMerge(db, id);
    finishImport(db, id, 'done', COUNTS);
    expect(readTotals(db)).toEqual({ backlinks: 200, pages: 200, domains: 50, targets: 1 });
    const rollUps = db.prepare('SELECT name, links, pages, followed, sources FROM domain ORDER BY id').all();
    refreshDomains(db);
    expect(db.prepare('SELECT name, links, pages, followed, sources FROM domain ORDER BY id').all()).toEqual(rollUps);
  });
});
