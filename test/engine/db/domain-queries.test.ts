import { beforeEach, describe, expect, it } from 'vitest';
import { domainPage, readDomain, refreshDomains } from '../../../src/engine/db/domain-queries.ts';
import {
  addListEntries,
  finishList,
  type ListEntry,
  type ListKind,
  startList,
} from '../../../src/engine/db/list-queries.ts';
import type { WritableDatabase } from '../../../src/engine/db/project-database.ts';
import { removeImport } from '../../../src/engine/db/remove-import.ts';
import { memoryProject, NOON, startTestImport } from '../../support/memory-project.ts';
import { mergeBatch } from '../../support/merge-batch.ts';
import { preparedDomain, preparedLink } from '../../support/prepared-records.ts';
import { queryPlan } from '../../support/query-plan.ts';

const HOME = 'https://acme.example/';
let db: WritableDatabase;
let ahrefs: number;
let gsc: number;

beforeEach(() => {
  db = memoryProject();
  ahrefs = startTestImport(db, 'ahrefs');
  gsc = startTestImport(db, 'gsc');
  mergeBatch(db, ahrefs, 'ahrefs', [
    preparedLink('https://a.example/1', HOME, { line: 1, rel: [], firstSeen: '2024-01-01', lastSeen: '2025-01-01' }),
    preparedLink('https://a.example/1', `${HOME}b`, { line: 2, rel: ['nofollow'], firstSeen: '2023-01-01' }),
    preparedLink('https://blog.a.example/2', HOME, { line: 3 }),
  ]);
  const listed = preparedDomain('a.example', 1);
  mergeBatch(db, gsc, 'gsc', [
    { ...listed, record: { ...listed.record, firstSeen: '2020-05-05' } },
    preparedDomain('b.example', 2),
  ]);
});

function domains(filter = '', key = 'domain', desc = false) {
  return domainPage(db, { filter, sort: [{ key, desc }], offset: 0, limit: 10 });
}

describe('refreshDomains', () => {
  it('counts links, pages and states, and takes dates and sources from links and lists of domains', () => {
    db.exec("UPDATE backlink SET state = 'live' WHERE id = 1; UPDATE backlink SET state = 'unknown' WHERE id = 3");
    refreshDomains(db);
    expect(domains().rows).toMatchObject([
      {
        domain: 'a.example',
        links: 3,
        pages: 2,
        live: 1,
        gone: 0,
        unknown: 1,
        followed: 1,
        firstSeen: '2020-05-05',
        lastSeen: '2025-01-01',
        sources: ['gsc', 'ahrefs'],
      },
      { domain: 'b.example', links: 0, pages: 0, firstSeen: null, sources: ['gsc'] },
    ]);
  });

  it('forgets a source and a judgement with what they came from', () => {
    refreshDomains(db);
    db.exec("UPDATE domain SET risk = 80, quality = 5, suggestion = 'review', suggestion_reason = 'because'");
    removeImport(db, ahrefs);
    refreshDomains(db);
    expect(domains().rows).toMatchObject([
      { domain: 'a.example', links: 0, sources: ['gsc'], risk: null, quality: null, suggestion: 'none' },
      { domain: 'b.example', risk: null },
    ]);
  });

  it('takes the best rank of the lists that rank', () => {
    addTestList('one', 'rank', [{ domain: 'a.example', rank: 900 }]);
    addTestList('two', 'rank', [{ domain: 'a.example', rank: 300 }]);
    addTestList('spam', 'spam', [{ domain: 'a.example', rank: 1 }]);
    refreshDomains(db);
    expect(domains().rows.map(({ rank }) => rank)).toEqual([300, null]);
    addTestList('two', 'rank', []);
    const unfinished = startList(db, { name: 'new', kind: 'rank', fileName: 'new.csv', importedAt: NOON });
    addListEntries(db, unfinished, [{ domain: 'a.example', rank: 1 }]);
    refreshDomains(db);
    expect(domains().rows.map(({ rank }) => rank)).toEqual([900, null]);
  });
});

function addTestList(name: string, kind: ListKind, entries: readonly ListEntry[]): void {
  const id = startList(db, { name, kind, fileName: `${name}.csv`, importedAt: NOON });
  addListEntries(db, id, entries);
  finishList(db, id);
}

describe('domainPage', () => {
  it('filters with the exact total, unknown values last', () => {
    db.exec("UPDATE domain SET risk = 40 WHERE name = 'b.example'");
    expect(domains('', 'risk', true).rows.map(({ domain }) => domain)).toEqual(['b.example', 'a.example']);
    expect(domains('', 'risk', false).rows.map(({ domain }) => domain)).toEqual(['b.example', 'a.example']);
    expect(domains('domain:b.example')).toMatchObject({ total: 1, rows: [{ domain: 'b.example' }] });
  });

  it('orders names by their index', () => {
    const plan = queryPlan(db, 'SELECT d.id FROM domain d ORDER BY d.name DESC NULLS LAST, d.id DESC');
    expect(plan).toEqual(['SCAN d USING COVERING INDEX domain_by_name']);
  });
});

describe('readDomain', () => {
  it('is null for a domain that is not there', () => {
    expect(readDomain(db, 99)).toBeNull();
  });
});
