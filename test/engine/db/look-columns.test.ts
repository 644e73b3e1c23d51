import { beforeAll, describe, expect, it } from 'vitest';
import { LOOK_FILTER_KEYS } from '../../../src/core/filter/look-filter-keys.ts';
import { storeChecks } from '../../../src/engine/db/check-queries.ts';
import { linkPage } from '../../../src/engine/db/link-queries.ts';
import { CHECK_LOOK_COLUMNS, LINK_LOOK_COLUMNS } from '../../../src/engine/db/look-columns.ts';
import type { PageCheckRecord } from '../../../src/engine/db/page-check-record.ts';
import type { WritableDatabase } from '../../../src/engine/db/project-database.ts';
import { checkPage } from '../../../src/engine/db/summary-queries.ts';
import { whereClause } from '../../../src/engine/db/where-clause.ts';
import { memoryProject, startTestImport } from '../../support/memory-project.ts';
import { mergeBatch } from '../../support/merge-batch.ts';
import { preparedLink } from '../../support/prepared-records.ts';
import { queryPlan } from '../../support/query-plan.ts';

let db: WritableDatabase;

const FACTS: PageCheckRecord['facts'] = {
  title: 'Floors',
  language: 'en',
  metaRobots: 'noindex, nofollow',
  isIndexable: false,
  canonical: null,
  textLength: 240,
  internalLinks: 12,
  externalLinks: 3,
};

function look(pageId: number, day: number, facts: Partial<PageCheckRecord>): PageCheckRecord {
  return {
    pageId,
    checkedAt: `2026-11-0${day}T00:00:00.000Z`,
    durationMs: 100,
    finalUrl: `https://a.example/${pageId}`,
    httpStatus: 200,
    redirects: [],
    robots: 'allowed',
    robotsGooglebot: 'allowed',
    certificate: null,
    contentType: 'text/html',
    etag: null,
    lastModified: null,
    repeats: null,
    raw: null,
    sizeBytes: 1000,
    bodyHash: null,
    facts: null,
    links: [
      {
        backlinkId: pageId,
        state: 'gone',
        reason: 'absent',
        evidence: 'none to the site',
        occurrences: [],
        headline: null,
      },
    ],
    ...facts,
  };
}

/** Link 1 was looked at twice, with all that is unusual in the newer look; link 2 once, plainly; link 3 never. */
beforeAll(() => {
  db = memoryProject();
  const links = [1, 2, 3].map((page) =>
    preparedLink(`https://a.example/${page}`, 'https://acme.example/', { line: page }),
  );
  mergeBatch(db, startTestImport(db, 'ahrefs'), 'ahrefs', links);
  const unusual: Partial<PageCheckRecord> = {
    durationMs: 9_000,
    finalUrl: 'https://a.example/login',
    redirects: [{ status: 301, url: 'https://a.example/login' }],
    robots: 'unreachable',
    robotsGooglebot: 'disallowed',
    certificate: 'CERT_HAS_EXPIRED',
    contentType: 'application/xhtml+xml',
    sizeBytes: 5_000,
    facts: FACTS,
  };
  storeChecks(db, 1, [look(1, 1, {}), look(1, 2, unusual), look(2, 3, {})]);
  db.exec(
    "UPDATE link_check SET changed = 'anchor rel' WHERE id = 2; UPDATE backlink SET changed = 'anchor rel' WHERE id = 1",
  );
});

const CASES: readonly (readonly [filter: string, links: readonly number[], checks: readonly number[]])[] = [
  ['changed:rel', [1], [2]],
  ['has:changed', [1], [2]],
  ['changed:placement', [], []],
  ['robots:unreachable', [1], [2]],
  ['robots:allowed', [2], [1, 3]],
  ['googlebot:disallowed', [1], [2]],
  ['metarobots:nofollow', [1], [2]],
  ['metarobots:noindex', [1], [2]],
  ['redirects>0', [1], [2]],
  ['finalurl:login', [1], [2]],
  ['contenttype:xhtml', [1], [2]],
  ['size>=5000', [1], [2]],
  ['textlength<300', [1], [2]],
  ['internallinks:12', [1], [2]],
  ['has:certificate', [1], [2]],
  ['certificate:expired', [1], [2]],
  ['-is:unchanged', [1, 2, 3], [1, 2, 3]],
  ['duration<1000', [2], [1, 3]],
];

describe('the columns of looks', () => {
  it('stand for every key of looks', () => {
    const keys = LOOK_FILTER_KEYS.map(({ key }) => key).toSorted();
    expect([CHECK_LOOK_COLUMNS, LINK_LOOK_COLUMNS].map((columns) => Object.keys(columns).toSorted())).toEqual([
      keys,
      keys,
    ]);
  });

  it.each(CASES)('%s finds links by their newest look, and checks', (filter, links, checks) => {
    const query = { filter, sort: [{ key: 'id', desc: false }], offset: 0, limit: 10 };
    expect(linkPage(db, query).rows.map(({ id }) => id)).toEqual(links);
    expect(checkPage(db, query).rows.map(({ id }) => id)).toEqual(checks);
  });

  it.each([
    ['redirects>0', ['SEARCH b USING COVERING INDEX backlink_by_page (page_id=?)', 'LIST SUBQUERY 1', 'SCAN look']],
    [
      'googlebot:allowed',
      ['SCAN b USING COVERING INDEX backlink_by_page', 'SEARCH look EXISTS USING INTEGER PRIMARY KEY (rowid=?)'],
    ],
  ])('%s reads the newest looks alone', (filter, plan) => {
    const { sql, params } = whereClause(filter, 'links');
    expect(queryPlan(db, `SELECT count(*) FROM backlink b WHERE ${sql}`, params)).toEqual(plan);
  });
});

describe('the newest look', () => {
  const newest = () =>
    db.prepare('SELECT page_id AS page, robots, duration_ms AS duration FROM page_look ORDER BY page_id').all();

  it('stands for each page, whatever order looks were stored in', () => {
    db.exec('SAVEPOINT before');
    storeChecks(db, 2, [look(1, 1, { durationMs: 1 }), look(2, 4, { durationMs: 2 }), look(2, 4, { durationMs: 3 })]);
    expect(newest()).toEqual([
      { page: 1, robots: 'unreachable', duration: 9_000 },
      { page: 2, robots: 'allowed', duration: 3 },
    ]);
    db.exec('ROLLBACK TO before; RELEASE before');
  });

  it('goes with the looks of its page', () => {
    db.exec('SAVEPOINT before; PRAGMA defer_foreign_keys = ON; DELETE FROM page_check WHERE page_id = 1');
    expect(newest()).toEqual([{ page: 2, robots: 'allowed', duration: 100 }]);
    db.exec('ROLLBACK TO before; RELEASE before');
  });
});

describe('links', () => {
  it.each([
    ['certain:gone', [1, 2]],
    ['certaindate:2026-11-03', [2]],
    ['certaindate:never', [3]],
    ['is:reimported', [2]],
  ])('%s', (filter, ids) => {
    db.exec("UPDATE import SET imported_at = '2026-11-02T00:00:00.000Z'");
    db.exec("UPDATE backlink SET checked_at = '2026-11-01T00:00:00.000Z' WHERE id = 2");
    const { rows } = linkPage(db, { filter, sort: [{ key: 'id', desc: false }], offset: 0, limit: 10 });
    expect(rows.map(({ id }) => id)).toEqual(ids);
  });
});
