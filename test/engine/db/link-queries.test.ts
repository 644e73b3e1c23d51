import { beforeEach, describe, expect, it } from 'vitest';
import { dropLinkIndexes } from '../../../src/engine/db/link-index-queries.ts';
import { countLinks, linkIdsSql, linkPage, linkRows } from '../../../src/engine/db/link-queries.ts';
import type { WritableDatabase } from '../../../src/engine/db/project-database.ts';
import { whereClause } from '../../../src/engine/db/where-clause.ts';
import { memoryProject, startTestImport } from '../../support/memory-project.ts';
import { mergeBatch } from '../../support/merge-batch.ts';
import { preparedLink } from '../../support/prepared-records.ts';
import { queryPlan } from '../../support/query-plan.ts';
import { thrownCode } from '../../support/thrown-code.ts';

const HOME = 'https://acme.example/';
let db: WritableDatabase;

/** Ids 1 to 4; risks 50, none, 90, 50. */
beforeEach(() => {
  db = memoryProject();
  mergeBatch(db, startTestImport(db, 'ahrefs'), 'ahrefs', [
    preparedLink('https://c.example/1', HOME, { line: 1, firstSeen: '2024-01-01' }),
    preparedLink('https://a.example/2', HOME, { line: 2 }),
    preparedLink('https://b.example/3', HOME, { line: 3, firstSeen: '2022-01-01' }),
    preparedLink('https://b.example/0', HOME, { line: 4, firstSeen: '2023-01-01' }),
  ]);
  const setRisk = db.prepare('UPDATE backlink SET risk = ? WHERE id = ?');
  for (const [id, risk] of [50, null, 90, 50].entries()) setRisk.run(risk, id + 1);
});

function idsOf(sort: string, filter = '', offset = 0, limit = 100): { total: number; ids: number[] } {
  const [key = '', direction] = sort.split(':');
  const terms = sort === '' ? [] : [{ key, desc: direction === 'desc' }];
  const { total, rows } = linkPage(db, { filter, sort: terms, offset, limit });
  return { total, ids: rows.map(({ id }) => id) };
}

describe('linkPage', () => {
  it.each([
    ['', [1, 2, 3, 4]],
    ['risk', [1, 4, 3, 2]],
    ['risk:desc', [3, 4, 1, 2]],
    ['firstSeen', [3, 4, 1, 2]],
    ['firstseen:desc', [1, 4, 3, 2]],
    ['url', [2, 4, 3, 1]],
    ['url:desc', [1, 3, 4, 2]],
    ['domain', [2, 3, 4, 1]],
    ['domain:desc', [1, 4, 3, 2]],
    ['state:desc', [4, 3, 2, 1]],
    ['target', [1, 2, 3, 4]],
  ])('sorted by "%s" puts unknown values last and equal ones in one order', (sort, ids) => {
    expect(idsOf(sort)).toEqual({ total: 4, ids });
  });

  it.each(['risk:desc', 'url', 'domain', 'firstseen', 'anchor', 'state', ''])(
    'cuts pages of the order by "%s" without a gap or a double',
    (sort) => {
      const pages = [0, 1, 2, 3, 4].map((offset) => idsOf(sort, '', offset, 1));
      expect(pages.map(({ total }) => total)).toEqual([4, 4, 4, 4, 4]);
      expect(pages.flatMap(({ ids }) => ids)).toEqual(idsOf(sort).ids);
    },
  );

  it('gives the same order whether a filter matches much or little', () => {
    const broad = db.prepare(linkIdsSql('b.risk >= 50', [{ key: 'risk', desc: true }], true)).pluck();
    const narrow = db.prepare(linkIdsSql('b.risk >= 50', [{ key: 'risk', desc: true }], false)).pluck();
    expect(broad.all(100, 0)).toEqual([3, 4, 1]);
    expect(narrow.all(100, 0)).toEqual([3, 4, 1]);
  });

  it('counts again after a write, and has no rows where nothing matches', () => {
    expect(idsOf('risk:desc', 'risk>=90')).toEqual({ total: 1, ids: [3] });
    db.exec('UPDATE backlink SET risk = 10 WHERE id = 3');
    expect(idsOf('risk:desc', 'risk>=90')).toEqual({ total: 0, ids: [] });
  });

  it.each([
    ['what an import has dropped is sorted', dropLinkIndexes],
    ['what is there is walked', (database: WritableDatabase) => database.exec('DROP INDEX backlink_by_anchor')],
  ])('has the same pages whichever indexes are there: %s', (_, drop) => {
    const sorts = ['', 'id:desc', 'url', 'domain:desc', 'target', 'risk:desc', 'firstseen', 'anchor', 'state'];
    const before = sorts.map((sort) => idsOf(sort));
    drop(db);
    expect(sorts.map((sort) => idsOf(sort))).toEqual(before);
  });

  it('names the keys it can be sorted by, and every problem of a filter', async () => {
    expect(await thrownCode(() => idsOf('colour'))).toBe('wrong-use');
    expect(await thrownCode(() => idsOf('constructor'))).toBe('wrong-use');
    expect(await thrownCode(() => idsOf('colour', 'risk>=1000000'))).toBe('wrong-use');
    expect(await thrownCode(() => idsOf('', 'riks>=1'))).toBe('bad-filter');
  });
});

describe('linkRows', () => {
  it('keeps the order of the ids and leaves out what is gone', () => {
    expect(linkRows(db, [4, 99, 1, 4]).map(({ id }) => id)).toEqual([4, 1, 4]);
  });

  it('lists signals with the risk scale first and the heaviest of a scale first', () => {
    db.exec(`INSERT INTO signal VALUES (1, 'good', 'quality', 90, ''), (1, 'light', 'risk', 5, ''),
      (1, 'heavy', 'risk', 30, '')`);
    expect(linkRows(db, [1])[0]?.signals.map(({ id }) => id)).toEqual(['heavy', 'light', 'good']);
  });
});

describe('plans of the table of links', () => {
  const INDEXED_SORTS = ['', 'risk', 'quality', 'firstseen', 'lastseen', 'anchor'];
  it.each(INDEXED_SORTS.flatMap((key) => [`${key}:asc`, `${key}:desc`]))('walks an index for %s', (sort) => {
    const [key = '', direction] = sort.split(':');
    const terms = key === '' ? [] : [{ key, desc: direction === 'desc' }];
    for (const filter of ['', 'state:live', 'url:casino', 'domain:b.example']) {
      const { sql, params } = whereClause(filter, 'links');
      const plan = queryPlan(db, linkIdsSql(sql, terms, true), [...params, 100, 0]);
      expect(plan.filter((step) => step.includes('TEMP B-TREE'))).toEqual([]);
      expect(plan[0]).toMatch(key === '' ? /^SCAN b$/ : /^SCAN b USING INDEX backlink_by_/);
    }
  });

  it.each([
    ['url', 'p', 'page', ['USE TEMP B-TREE FOR LAST TERM OF ORDER BY']],
    ['domain', 'd', 'domain', ['USE TEMP B-TREE FOR LAST TERM OF ORDER BY']],
    ['target', 't', 'target', []],
  ])('walks the index of the names for %s, sorting at most within one', (key, alias, table, sorting) => {
    for (const desc of [false, true]) {
      expect(queryPlan(db, linkIdsSql("b.state = 'live'", [{ key, desc }], true), [100, 0])).toEqual([
        expect.stringMatching(`^SCAN ${alias} USING COVERING INDEX \\w*${table}_`),
        expect.stringMatching(/^SEARCH b USING INDEX .*_id=\?\)$/),
        ...sorting,
      ]);
    }
  });

  it('starts at the index of a narrow filter rather than at the index of the order', () => {
    const { sql, params } = whereClause('domain:b.example', 'links');
    const plan = queryPlan(db, linkIdsSql(sql, [{ key: 'risk', desc: true }], false), [...params, 100, 0]);
    expect(plan[0]).toMatch(/^SEARCH b USING (COVERING )?INDEX backlink_by_domain/);
  });

  it.each([
    ['', /^SCAN \w+ USING COVERING INDEX/],
    ['risk>=60', /^SEARCH b USING COVERING INDEX backlink_by_risk/],
    ['quality<20', /^SEARCH b USING COVERING INDEX backlink_by_quality/],
    ['state:live', /^SEARCH b USING COVERING INDEX backlink_by_state/],
    ['state:gone reason:not-found', /^SEARCH b USING COVERING INDEX backlink_by_state \(state=\? AND reason=\?\)/],
    ['verdict:keep', /^SEARCH b USING COVERING INDEX backlink_by_verdict/],
    ['firstseen>2026-01-01', /^SEARCH b USING COVERING INDEX backlink_by_first_seen/],
    ['domain:b.example', /^SEARCH b USING COVERING INDEX backlink_by_domain/],
  ])('counts "%s" from an index alone', (filter, step) => {
    const where = whereClause(filter, 'links');
    const { sql, params } = where;
    expect(queryPlan(db, `SELECT count(*) FROM backlink b WHERE ${sql}`, params)[0]).toMatch(step);
    expect(countLinks(db, where)).toBeLessThanOrEqual(4);
  });

  it.each([
    ['SELECT line, anchor FROM sighting WHERE backlink_id = ?', /sighting_by_backlink/],
    ['SELECT * FROM link_check WHERE backlink_id = ? ORDER BY id DESC', /link_check_by_backlink/],
    ['SELECT * FROM page_check WHERE page_id = ? ORDER BY checked_at DESC', /page_check_by_page/],
    ['SELECT * FROM occurrence WHERE link_check_id = ? ORDER BY position', /PRIMARY KEY/],
    ['SELECT * FROM signal WHERE backlink_id = ?', /PRIMARY KEY/],
    ['SELECT * FROM domain_sighting WHERE domain_id = ?', /domain_sighting_by_domain/],
    ['SELECT * FROM frontier WHERE page_id = ?', /frontier_by_page/],
  ])('finds the evidence of one row by an index: %s', (sql, index) => {
    const plan = queryPlan(db, sql, [1]);
    expect(plan).toEqual([expect.stringMatching(index)]);
  });
});
