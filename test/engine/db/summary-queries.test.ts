import { beforeEach, describe, expect, it } from 'vitest';
import type { WritableDatabase } from '../../../src/engine/db/project-database.ts';
import { readSummary } from '../../../src/engine/db/project-summary.ts';
import { anchorPage, checkPage, targetPage } from '../../../src/engine/db/summary-queries.ts';
import { memoryProject, NOON, startTestImport } from '../../support/memory-project.ts';
import { mergeBatch } from '../../support/merge-batch.ts';
import { preparedLink } from '../../support/prepared-records.ts';

const HOME = 'https://acme.example/';
const ALL = { filter: '', sort: [], offset: 0, limit: 100 };
let db: WritableDatabase;

beforeEach(() => {
  db = memoryProject();
  mergeBatch(db, startTestImport(db, 'ahrefs'), 'ahrefs', [
    preparedLink('https://a.example/1', HOME, { line: 1, anchor: 'Acme', rel: [] }),
    preparedLink('https://a.example/2', HOME, { line: 2, anchor: 'Acme', rel: ['nofollow'] }),
    preparedLink('https://b.example/3', `${HOME}shop`, { line: 3, anchor: 'Acme' }),
    preparedLink('https://c.example/4', HOME, { line: 4, anchor: '' }),
  ]);
  mergeBatch(db, startTestImport(db, 'gsc'), 'gsc', [preparedLink('https://d.example/5', null)]);
  db.exec(
    "UPDATE backlink SET state = 'live', risk = 70 WHERE id = 1; UPDATE backlink SET state = 'gone' WHERE id = 2",
  );
});

describe('anchorPage', () => {
  it('counts each text once, the widest spread first; no text and an unknown text are not the same', () => {
    const { total, rows } = anchorPage(db, ALL);
    expect([
      total,
      rows.map(({ anchor, links, domains, followed, live, risk }) => [anchor, links, domains, followed, live, risk]),
    ]).toEqual([
      3,
      [
        ['Acme', 3, 2, 1, 1, 70],
        [null, 1, 1, 0, 0, null],
        ['', 1, 1, 0, 0, null],
      ],
    ]);
  });

  it('filters and sorts by what it counts', () => {
    expect(anchorPage(db, { ...ALL, filter: 'links>=2' })).toMatchObject({ total: 1, rows: [{ anchor: 'Acme' }] });
    const byLinks = anchorPage(db, { ...ALL, sort: [{ key: 'links', desc: false }], offset: 2, limit: 5 });
    expect(byLinks).toMatchObject({ total: 3, rows: [{ anchor: 'Acme' }] });
  });
});

describe('targetPage', () => {
  it('counts the links to each page, and those that wait for a target as a row without one', () => {
    const { total, rows } = targetPage(db, ALL);
    expect([total, rows.map(({ targetUrl, links, domains }) => [targetUrl, links, domains])]).toEqual([
      3,
      [
        [HOME, 3, 2],
        [null, 1, 1],
        [`${HOME}shop`, 1, 1],
      ],
    ]);
  });
});

describe('checkPage', () => {
  it('lists the history of all links, newest first', () => {
    db.exec(`INSERT INTO page_check (page_id, checked_at, duration_ms, http_status) VALUES (1, '${NOON}', 5, 200), (2, '${NOON}', 9, 404);
      INSERT INTO link_check (page_check_id, backlink_id, state, reason, evidence)
        VALUES (1, 1, 'live', 'present', 'one link'), (2, 2, 'gone', 'not-found', 'answered 404')`);
    expect(checkPage(db, ALL)).toMatchObject({
      total: 2,
      rows: [
        { backlinkId: 2, state: 'gone', httpStatus: 404, durationMs: 9 },
        { backlinkId: 1, sourceUrl: 'https://a.example/1', reason: 'present', checkedAt: NOON },
      ],
    });
    expect(checkPage(db, { ...ALL, filter: 'state:live' })).toMatchObject({ total: 1, rows: [{ backlinkId: 1 }] });
    db.exec(`UPDATE page_check SET job_id = 7, redirects = '[{"status":301,"url":"https://b.example/x"}]', final_url = 'https://b.example/x',
      title = 'Moved', size_bytes = 900, robots = 'allowed', robots_googlebot = 'disallowed', meta_robots = 'noindex',
      canonical = 'https://b.example/y' WHERE id = 2`);
    const byRedirects = checkPage(db, { ...ALL, sort: [{ key: 'redirects', desc: true }] });
    expect(byRedirects.rows[0]).toMatchObject({
      job: 7,
      redirects: 1,
      finalUrl: 'https://b.example/x',
      title: 'Moved',
      sizeBytes: 900,
      robots: 'allowed',
      robotsGooglebot: 'disallowed',
      metaRobots: 'noindex',
      canonical: 'https://b.example/y',
    });
    expect(byRedirects.rows[1]).toMatchObject({ job: null, redirects: 0, finalUrl: null, canonical: null });
    const slowest = checkPage(db, { ...ALL, sort: [{ key: 'duration', desc: true }], limit: 1 });
    expect(slowest).toMatchObject({ total: 2, rows: [{ durationMs: 9 }] });
  });
});

describe('readSummary', () => {
  it('counts states, verdicts and what waits for review', () => {
    db.exec(`UPDATE domain SET suggestion = 'review' WHERE name IN ('a.example', 'b.example');
      UPDATE domain SET verdict = 'keep' WHERE name = 'a.example'; UPDATE backlink SET verdict = 'keep' WHERE id < 3`);
    expect(readSummary(db)).toMatchObject({
      totals: { backlinks: 5, pages: 5, domains: 4, targets: 2 },
      states: { live: 1, gone: 1, unknown: 0, unchecked: 3 },
      decided: { keep: 2, disavow: 0, remove: 0 },
      toReview: 1,
      undoable: null,
    });
  });
});
