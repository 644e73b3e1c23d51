import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDisavowText } from '../../../src/core/disavow/parse-disavow-file.ts';
import type { Verdict } from '../../../src/core/model/verdict.ts';
import { refreshDomains } from '../../../src/engine/db/domain-queries.ts';
import { addListEntries, finishList, startList } from '../../../src/engine/db/list-queries.ts';
import type { WritableDatabase } from '../../../src/engine/db/project-database.ts';
import { writeSettings } from '../../../src/engine/db/setting-queries.ts';
import { applyVerdict } from '../../../src/engine/db/verdict-queries.ts';
import { coverageOf, fixAgainstProject, lintAgainstProject } from '../../../src/engine/disavow/check-disavow-file.ts';
import { memoryProject, NOON, startTestImport } from '../../support/memory-project.ts';
import { mergeBatch } from '../../support/merge-batch.ts';
import { preparedDomain, preparedLink } from '../../support/prepared-records.ts';

let db: WritableDatabase;

beforeEach(() => {
  db = memoryProject();
  writeSettings(db, {
    name: 'x',
    sites: ['client.example'],
    brandWords: [],
    moneyWords: [],
    languages: [],
    countries: [],
  });
  const sources = [
    'https://a.example/1',
    'https://www.a.example/2',
    'https://blog.a.example/3',
    'https://b.example/1',
    'https://one.blogspot.com/1',
    'https://two.blogspot.com/1',
  ];
  mergeBatch(db, startTestImport(db, 'ahrefs'), 'ahrefs', [
    ...sources.map((source, index) => preparedLink(source, 'https://client.example/', { line: index + 1 })),
    preparedDomain('told.example', 20),
  ]);
  refreshDomains(db);
});

afterEach(() => {
  db.close();
});

function lint(text: string, ids: readonly string[]): string[] {
  return lintAgainstProject(db, parseDisavowText(text))
    .problems.filter(({ id }) => ids.includes(id))
    .map(({ line, id }) => `${line} ${id}`);
}

function mark(filter: string, verdict: Verdict): void {
  applyVerdict(db, { selection: { kind: 'filter', table: 'links', filter }, verdict, note: null, decidedAt: NOON });
}

describe('coverageOf', () => {
  const total = { totalLinks: 6, totalDomains: 5 };
  it.each([
    ['domain:a.example', { links: 3, domains: 1 }],
    ['domain:www.a.example', { links: 1, domains: 0 }],
    ['domain:blog.a.example\ndomain:a.example\nhttps://a.example/1', { links: 3, domains: 1 }],
    ['https://a.example/1\nhttp://www.a.example/1/', { links: 1, domains: 0 }],
    ['https://b.example/1', { links: 1, domains: 1 }],
    ['https://b.example/other', { links: 0, domains: 0 }],
    ['domain:blogspot.com\ndomain:one.blogspot.com', { links: 2, domains: 2 }],
    ['domain:told.example', { links: 0, domains: 1 }],
    ['domain:unseen.example', { links: 0, domains: 0 }],
    ['', { links: 0, domains: 0 }],
  ])('counts every link and domain of %j once', (text, expected) => {
    expect(coverageOf(db, parseDisavowText(text))).toEqual({ ...total, liveLinks: 0, kept: 0, ...expected });
  });

  it('counts live and kept links', () => {
    db.exec("UPDATE backlink SET state = 'live'");
    refreshDomains(db);
    mark('url:a.example/1', 'keep');
    expect(coverageOf(db, parseDisavowText('domain:a.example'))).toMatchObject({ links: 3, liveLinks: 3, kept: 1 });
  });
});

describe('lintAgainstProject', () => {
  it('knows the own sites (E7)', () => {
    expect(lint('domain:client.example\nhttps://www.client.example/x\ndomain:a.example\n', ['E7'])).toEqual([
      '1 E7',
      '2 E7',
    ]);
  });

  it('knows what is marked keep, below suffixes and subdomains too (W4)', () => {
    mark('url:blog.a.example/3', 'keep');
    mark('url:one.blogspot.com/1', 'keep');
    const text =
      'domain:a.example\ndomain:blogspot.com\nhttps://blog.a.example/3\nhttps://a.example/1\ndomain:b.example\n';
    expect(lint(text, ['W4'])).toEqual(['1 W4', '2 W4', '3 W4']);
    expect(lint('domain:blog.a.example\ndomain:www.a.example\n', ['W4'])).toEqual(['1 W4']);
  });

  it('knows sites near the top of an imported ranking (W3), and of finished lists only', () => {
    const facts = { kind: 'rank', fileName: 'top.csv', importedAt: NOON } as const;
    const listId = startList(db, { ...facts, name: 'top' });
    addListEntries(db, listId, [
      { domain: 'a.example', rank: 100_000 },
      { domain: 'b.example', rank: 100_001 },
    ]);
    expect(lint('domain:a.example\ndomain:b.example\n', ['W3'])).toEqual([]);
    finishList(db, listId);
    expect(lint('domain:a.example\ndomain:b.example\n', ['W3'])).toEqual(['1 W3']);
  });

  it('says which entries do nothing, but not where only a list of domains knows of links (W8)', () => {
    const text =
      'domain:a.example\ndomain:unseen.example\nhttps://a.example/other\ndomain:told.example\nhttps://told.example/x\n';
    expect(lint(text, ['W8'])).toEqual(['2 W8', '3 W8']);
  });

  it.each([
    ["UPDATE backlink SET state = 'gone'", '3 gone'],
    ["UPDATE backlink SET state = 'live', followed = 0", '3 nofollow'],
    ["UPDATE backlink SET state = 'live'; UPDATE page SET indexable = 0", '3 on noindex pages'],
  ])('says which links count no more after %s (W8)', (sql, words) => {
    db.exec(sql);
    refreshDomains(db);
    const problem = lintAgainstProject(db, parseDisavowText('domain:a.example\n')).problems.find(
      ({ id }) => id === 'W8',
    );
    expect(problem?.message).toContain(words);
  });

  it('claims nothing of pages and subdomains while a large import has the indexes away (W8)', () => {
    db.exec('DROP INDEX backlink_by_domain');
    expect(lint('https://a.example/other\ndomain:blog.a.example\ndomain:a.example\n', ['W8'])).toEqual([]);
  });

  it('stays silent where one link counts or is not known (W8)', () => {
    db.exec("UPDATE backlink SET state = 'live', followed = iif(id = 1, 1, 0)");
    refreshDomains(db);
    expect(lint('domain:a.example\n', ['W8'])).toEqual([]);
    db.exec("UPDATE backlink SET state = iif(id = 1, 'unknown', 'gone')");
    refreshDomains(db);
    expect(lint('domain:a.example\n', ['W8'])).toEqual([]);
  });

  it('counts the covered share of the profile and asks for the upload date (W10, I2)', () => {
    expect(lint('domain:a.example\ndomain:b.example\n', ['W10', 'I2'])).toEqual(['1 W10', '1 I2']);
    expect(lint('domain:a.example\n', ['W10'])).toEqual([]);
  });
});

describe('fixAgainstProject', () => {
  it('repairs and tells line by line, and brings no entry for the own site into force', () => {
    const answer = fixAgainstProject(
      db,
      parseDisavowText('domain: a.example\r\ndomain:a.example\ndomain: client.example'),
    );
    expect(answer.text).toBe('domain:a.example\ndomain: client.example\n');
    expect(answer.changes.map(({ line }) => line)).toEqual([1, 1, 1]);
  });
});
