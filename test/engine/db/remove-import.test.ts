import { beforeEach, describe, expect, it } from 'vitest';
import type { Verdict } from '../../../src/core/model/verdict.ts';
import { fillFrontier } from '../../../src/engine/db/check-queries.ts';
import { addJob } from '../../../src/engine/db/job-queries.ts';
import { linkPage, readTotals } from '../../../src/engine/db/link-queries.ts';
import type { WritableDatabase } from '../../../src/engine/db/project-database.ts';
import { removeImport } from '../../../src/engine/db/remove-import.ts';
import { applyVerdict, undoDecision } from '../../../src/engine/db/verdict-queries.ts';
import { memoryProject, NOON, startTestImport } from '../../support/memory-project.ts';
import { mergeBatch } from '../../support/merge-batch.ts';
import { preparedLink } from '../../support/prepared-records.ts';

const POST = 'https://blog.example/post';
const HOME = 'https://acme.example/';
const SHOP = 'https://acme.example/shop';
let db: WritableDatabase;
let gsc: number;
let ahrefs: number;

beforeEach(() => {
  db = memoryProject();
  gsc = startTestImport(db, 'gsc');
  ahrefs = startTestImport(db, 'ahrefs');
});

function links() {
  return linkPage(db, { filter: '', sort: [], offset: 0, limit: 100 }).rows;
}

function mark(filter: string, verdict: Verdict): void {
  applyVerdict(db, { selection: { kind: 'filter', table: 'links', filter }, verdict, note: null, decidedAt: NOON });
}

describe('removeImport', () => {
  it('lets a link wait for its target again when only this import had named it', () => {
    mergeBatch(db, gsc, 'gsc', [preparedLink(POST, null)]);
    mergeBatch(db, ahrefs, 'ahrefs', [preparedLink(POST, HOME, { anchor: 'Acme', httpStatus: 200 })]);
    removeImport(db, ahrefs);
    expect(links()).toMatchObject([{ targetUrl: null, anchor: null, httpStatus: null, sources: ['gsc'] }]);
    expect(readTotals(db)).toEqual({ backlinks: 1, pages: 1, domains: 1, targets: 0 });
  });

  it('gives a row without target to the page’s next link that has one', () => {
    const semrush = startTestImport(db, 'semrush');
    mergeBatch(db, gsc, 'gsc', [preparedLink(POST, null)]);
    mergeBatch(db, ahrefs, 'ahrefs', [preparedLink(POST, HOME)]);
    mergeBatch(db, semrush, 'semrush', [preparedLink(POST, SHOP)]);
    removeImport(db, ahrefs);
    expect(links()).toMatchObject([{ targetUrl: SHOP, sources: ['gsc', 'semrush'] }]);
  });

  it('leaves of pages and targets what the other imports said, spelt as they did', () => {
    const semrush = startTestImport(db, 'semrush');
    const shown = () => ({
      pages: db.prepare('SELECT url, host, title, language, external_links FROM page').raw().all(),
      targets: db.prepare('SELECT url, host FROM target WHERE id <> 0').raw().all(),
    });
    const facts = { title: 'Acme and others', language: 'en', externalLinks: 9 };
    mergeBatch(db, ahrefs, 'ahrefs', [preparedLink(POST, HOME, facts), preparedLink(POST, SHOP, { line: 2 })]);
    const other = preparedLink('http://www.blog.example/post/', 'http://www.acme.example/?fbclid=1', { title: 'Acme' });
    mergeBatch(db, semrush, 'semrush', [other]);
    removeImport(db, ahrefs);
    expect(shown()).toEqual({
      pages: [['http://www.blog.example/post/', 'www.blog.example', 'Acme', null, null]],
      targets: [['http://www.acme.example/', 'www.acme.example']],
    });
    removeImport(db, semrush);
    expect(shown()).toEqual({ pages: [], targets: [] });
  });

  it('keeps a target that a check saw', () => {
    mergeBatch(db, gsc, 'gsc', [preparedLink(POST, null)]);
    mergeBatch(db, ahrefs, 'ahrefs', [preparedLink(POST, HOME)]);
    db.exec(`INSERT INTO page_check (page_id, checked_at, duration_ms) VALUES (1, '${NOON}', 1);
      INSERT INTO link_check (page_check_id, backlink_id, state, reason, evidence) VALUES (1, 1, 'live', 'present', '')`);
    removeImport(db, ahrefs);
    expect(links()).toMatchObject([{ targetUrl: HOME, sources: ['gsc'] }]);
  });

  it('keeps what people decided, though no source speaks of it any more', () => {
    mergeBatch(db, ahrefs, 'ahrefs', [preparedLink(POST, HOME), preparedLink('https://b.example/', HOME, { line: 2 })]);
    mark('domain:blog.example', 'keep');
    removeImport(db, ahrefs);
    expect(links()).toMatchObject([{ sourceUrl: POST, targetUrl: HOME, verdict: 'keep', sources: [] }]);
  });

  it('leaves nothing of a removed link to undo, whose id another may get', () => {
    mergeBatch(db, ahrefs, 'ahrefs', [preparedLink(POST, HOME)]);
    mark('', 'keep');
    mark('', 'none');
    removeImport(db, ahrefs);
    mergeBatch(db, gsc, 'gsc', [preparedLink('https://other.example/', null)]);
    undoDecision(db);
    expect(links()).toMatchObject([{ id: 1, sourceUrl: 'https://other.example/', verdict: 'none' }]);
  });

  it('takes its pages off the frontier and leaves no reference behind', () => {
    mergeBatch(db, ahrefs, 'ahrefs', [preparedLink(POST, HOME)]);
    const job = addJob(db, { kind: 'check', title: 'Checking', createdAt: NOON, params: '{}', total: 0, owner: '' });
    fillFrontier(db, job, { kind: 'filter', table: 'links', filter: '' }, { only: 'all', olderThan: '' });
    removeImport(db, ahrefs);
    expect(readTotals(db)).toEqual({ backlinks: 0, pages: 0, domains: 0, targets: 0 });
    expect(db.prepare('SELECT count(*) FROM frontier').pluck().get()).toBe(0);
    expect(db.pragma('foreign_key_check')).toEqual([]);
  });
});
