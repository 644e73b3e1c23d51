import { beforeEach, describe, expect, it } from 'vitest';
import type { RecheckPolicy } from '../../../src/core/check/recheck-policy.ts';
import { countLinksToCheck, fillFrontier, storeChecks } from '../../../src/engine/db/check-queries.ts';
import { frontierCounts, waitingLinks, waitingPages } from '../../../src/engine/db/frontier-queries.ts';
import { addJob, listJobs, settleInterruptedJobs, updateJob } from '../../../src/engine/db/job-queries.ts';
import { readLinkDetail } from '../../../src/engine/db/link-detail-queries.ts';
import { linkRows } from '../../../src/engine/db/link-queries.ts';
import type {
  LinkCheckRecord,
  OccurrenceRecord,
  PageCheckRecord,
  PageFactsRecord,
} from '../../../src/engine/db/page-check-record.ts';
import type { WritableDatabase } from '../../../src/engine/db/project-database.ts';
import { applyVerdict, undoDecision } from '../../../src/engine/db/verdict-queries.ts';
import { memoryProject, NOON, startTestImport } from '../../support/memory-project.ts';
import { mergeBatch } from '../../support/merge-batch.ts';
import { identity, preparedLink } from '../../support/prepared-records.ts';

const HOME = 'https://acme.example/';
const SHOP = 'https://acme.example/shop';
const EVERYTHING: RecheckPolicy = { only: 'all', olderThan: '' };
let db: WritableDatabase;
let job: number;

/** Backlinks 1 (page 1 to HOME) and 2 (page 2, target unknown). */
beforeEach(() => {
  db = memoryProject();
  mergeBatch(db, startTestImport(db, 'ahrefs'), 'ahrefs', [
    preparedLink('https://a.example/1', HOME, { line: 1, anchor: 'Acme', rel: [], httpStatus: 200 }),
  ]);
  mergeBatch(db, startTestImport(db, 'gsc'), 'gsc', [preparedLink('https://b.example/2', null, { line: 1 })]);
  job = addJob(db, { kind: 'check', title: 'Checking', createdAt: NOON, params: '{}', total: 0, owner: '' });
});

function occurrence(facts: Partial<OccurrenceRecord> = {}): OccurrenceRecord {
  return {
    target: identity(HOME),
    href: HOME,
    anchor: 'Acme',
    rel: [],
    placement: 'content',
    placementEvidence: 'inside main',
    contextLeft: 'made by',
    contextRight: 'of Town',
    ...facts,
  };
}

function live(backlinkId: number, facts: Partial<OccurrenceRecord> = {}): LinkCheckRecord {
  const occurrences = [occurrence(facts)];
  return { backlinkId, state: 'live', reason: 'present', evidence: 'one link to the site', occurrences, headline: 0 };
}

function without(backlinkId: number, state: 'gone' | 'unknown', reason: LinkCheckRecord['reason']): LinkCheckRecord {
  return { backlinkId, state, reason, evidence: reason, occurrences: [], headline: null };
}

function look(day: number, links: readonly LinkCheckRecord[], facts: Partial<PageCheckRecord> = {}): PageCheckRecord {
  return {
    pageId: links[0]?.backlinkId ?? 1,
    checkedAt: `2026-11-0${day}T00:00:00.000Z`,
    durationMs: 12.4,
    finalUrl: 'https://a.example/1',
    httpStatus: 200,
    redirects: [],
    robots: 'allowed',
    robotsGooglebot: 'allowed',
    certificate: null,
    etag: null,
    lastModified: null,
    repeats: null,
    raw: null,
    contentType: 'text/html',
    sizeBytes: 1000,
    bodyHash: null,
    facts: null,
    links,
    ...facts,
  };
}

describe('storeChecks', () => {
  it('keeps every look, newest first, with what changed since the last certain one', () => {
    storeChecks(db, job, [look(1, [live(1)])]);
    storeChecks(db, job, [look(2, [live(1, { anchor: 'cheap floors', rel: ['nofollow'], placement: 'footer' })])]);
    storeChecks(db, job, [look(3, [without(1, 'unknown', 'timeout')], { httpStatus: null })]);
    storeChecks(db, job, [look(4, [without(1, 'gone', 'not-found')], { httpStatus: 404 })]);
    storeChecks(db, job, [look(5, [live(1, { anchor: 'cheap floors', rel: ['nofollow'], placement: 'footer' })])]);
    const detail = readLinkDetail(db, 1);
    expect(
      detail?.checks.map(({ state, reason, httpStatus, changes }) => [state, reason, httpStatus, changes]),
    ).toEqual([
      ['live', 'present', 200, ['the link is back']],
      ['gone', 'not-found', 404, ['the link is gone']],
      ['unknown', 'timeout', null, []],
      [
        'live',
        'present',
        200,
        [
          'anchor changed from “Acme” to “cheap floors”',
          'rel changed from none to nofollow',
          'placement changed from content to footer',
        ],
      ],
      ['live', 'present', 200, []],
    ]);
    expect(detail?.checks[0]?.occurrences).toMatchObject([{ anchor: 'cheap floors', placement: 'footer' }]);
  });

  it('tells when a link leads to another page than it was last seen to', () => {
    const toShop = (rel: readonly string[] = []): LinkCheckRecord => {
      const other = occurrence({ target: identity(HOME), href: HOME, rel: ['nofollow'] });
      const shop = occurrence({ target: identity(SHOP), href: SHOP, rel });
      return { ...live(1), reason: 'present-other-target', occurrences: [other, shop], headline: 1 };
    };
    storeChecks(db, job, [look(1, [toShop()])]);
    storeChecks(db, job, [look(2, [toShop()])]);
    storeChecks(db, job, [look(3, [without(1, 'unknown', 'timeout')])]);
    storeChecks(db, job, [look(4, [live(1)])]);
    storeChecks(db, job, [look(5, [live(1)])]);
    expect(readLinkDetail(db, 1)?.checks.map(({ changes }) => changes)).toEqual([
      [],
      [`target changed from ${SHOP} to ${HOME}`],
      [],
      [],
      [`target changed from ${HOME} to ${SHOP}`],
    ]);
  });

  it('lets a look that failed change neither the certain state nor what a certain look saw', () => {
    storeChecks(db, job, [look(1, [live(1, { anchor: 'Acme floors', rel: ['ugc'], placement: 'comment' })])]);
    storeChecks(db, job, [look(2, [without(1, 'unknown', 'timeout')], { httpStatus: null })]);
    const detail = readLinkDetail(db, 1);
    expect(detail?.lastCertain).toEqual({ state: 'live', checkedAt: '2026-11-01T00:00:00.000Z' });
    expect(detail?.row).toMatchObject({
      state: 'unknown',
      reason: 'timeout',
      httpStatus: null,
      lastChecked: '2026-11-02T00:00:00.000Z',
      anchor: 'Acme floors',
      rel: ['ugc'],
      followed: false,
      placement: 'comment',
    });
  });

  const POST: PageFactsRecord = {
    title: 'A post',
    language: 'en',
    metaRobots: 'noindex',
    isIndexable: false,
    canonical: 'https://a.example/other',
    textLength: 900,
    internalLinks: 4,
    externalLinks: 5,
  };

  it.each([
    ['unknown', 'bot-challenge'],
    ['unknown', 'soft-404'],
    ['gone', 'not-found'],
  ] as const)('keeps the facts of a page that was read where an answer is not the page: %s, %s', (state, reason) => {
    const facts = { ...POST, title: 'Just a moment...', isIndexable: true, textLength: 90 };
    storeChecks(db, job, [look(1, [live(1)], { facts: POST })]);
    storeChecks(db, job, [look(2, [without(1, state, reason)], { facts })]);
    expect(db.prepare('SELECT title, text_length, indexable FROM page WHERE id = 1').get()).toEqual({
      title: 'A post',
      text_length: 900,
      indexable: 0,
    });
    expect(readLinkDetail(db, 1)?.checks[0]).toMatchObject({ title: 'Just a moment...' });
  });

  it('stores the facts of a page that was read and keeps them when it was not', () => {
    storeChecks(db, job, [look(1, [live(1)], { facts: POST })]);
    storeChecks(db, job, [look(2, [without(1, 'unknown', 'timeout')])]);
    expect(
      db
        .prepare('SELECT title, language, external_links, internal_links, text_length, indexable, canonical FROM page')
        .get(),
    ).toEqual({
      title: 'A post',
      language: 'en',
      external_links: 5,
      internal_links: 4,
      text_length: 900,
      indexable: 0,
      canonical: 'https://a.example/other',
    });
    expect(
      readLinkDetail(db, 1)?.checks.map(({ metaRobots, indexable, durationMs }) => [metaRobots, indexable, durationMs]),
    ).toEqual([
      [null, null, 12],
      ['noindex', false, 12],
    ]);
  });

  it('names the target of a link that had none', () => {
    storeChecks(db, job, [look(1, [live(2, { target: identity(SHOP), href: SHOP })])]);
    expect(linkRows(db, [2])).toMatchObject([{ targetUrl: SHOP, state: 'live', anchor: 'Acme', sources: ['gsc'] }]);
  });

  it('makes one of a link without target and its twin, with one entry for the look that showed it', () => {
    db.exec(`INSERT INTO backlink (page_id, target_id, domain_id) SELECT 2, 1, domain_id FROM page WHERE id = 2`);
    const [unknown, named] = [2, 3];
    applyVerdict(db, {
      selection: { kind: 'ids', table: 'links', ids: [unknown] },
      verdict: 'keep',
      note: 'mine',
      decidedAt: NOON,
    });
    storeChecks(db, job, [look(1, [without(unknown, 'unknown', 'timeout'), without(named, 'unknown', 'timeout')])]);
    storeChecks(db, job, [look(2, [live(unknown), live(named)])]);
    expect(linkRows(db, [unknown])).toEqual([]);
    const detail = readLinkDetail(db, named);
    expect(detail?.row).toMatchObject({ state: 'live', verdict: 'keep', note: 'mine', sources: ['gsc'] });
    expect(detail?.sightings).toHaveLength(1);
    expect(detail?.checks.map(({ state, occurrences }) => [state, occurrences.length])).toEqual([
      ['live', 1],
      ['unknown', 0],
    ]);
    undoDecision(db);
    expect(linkRows(db, [named])).toMatchObject([{ verdict: 'none', note: '' }]);
    expect(db.pragma('foreign_key_check')).toEqual([]);
  });

  it('passes over links and pages that were taken back meanwhile', () => {
    storeChecks(db, job, [look(1, [live(99)], { pageId: 1 }), look(1, [live(1)], { pageId: 77 }), look(2, [live(1)])]);
    expect(readLinkDetail(db, 1)?.checks).toHaveLength(1);
  });
});

describe('fillFrontier and waitingPages', () => {
  it.each([
    ['all', '', [1, 2]],
    ['unchecked', '', [2]],
    ['unknown', '', []],
    ['changed', '', [1]],
    ['all', '30d', [1, 2]],
    ['all', '99y', [2]],
  ] as const)('asks again what the policy says: %s, older than %j', (only, olderThan, pages) => {
    storeChecks(db, job, [look(1, [live(1, { anchor: 'cheap floors' })], { checkedAt: '2020-01-01T00:00:00.000Z' })]);
    const again = addJob(db, { kind: 'check', title: 'Checking', createdAt: NOON, params: '{}', total: 0, owner: '' });
    fillFrontier(db, again, all, { only, olderThan });
    expect([...waitingPages(db, again, null)].map(({ pageId }) => pageId)).toEqual(pages);
    expect(countLinksToCheck(db, all, { only, olderThan })).toBe(pages.length);
  });

  it.each([
    [{ kind: 'filter', table: 'checks', filter: 'state:live' }, [1]],
    [{ kind: 'filter', table: 'checks', filter: '' }, [1, 2]],
    [{ kind: 'filter', table: 'links', filter: 'state:gone OR state:live' }, [1]],
    [{ kind: 'ids', table: 'links', ids: [2, 99] }, [2]],
    [{ kind: 'ids', table: 'domains', ids: [1] }, [1]],
  ] as const)('takes and counts each link of %j once', (selection, pages) => {
    storeChecks(db, job, [look(1, [live(1)]), look(2, [live(1)]), look(1, [without(2, 'unknown', 'timeout')])]);
    const again = addJob(db, { kind: 'check', title: 'Checking', createdAt: NOON, params: '{}', total: 0, owner: '' });
    const chosen = selection.kind === 'ids' ? { ...selection, ids: [...selection.ids] } : selection;
    expect(countLinksToCheck(db, chosen, EVERYTHING)).toBe(pages.length);
    fillFrontier(db, again, chosen, EVERYTHING);
    expect([...waitingPages(db, again, null)].map(({ pageId }) => pageId)).toEqual(pages);
  });

  const all = { kind: 'filter', table: 'links', filter: '' } as const;

  it('puts every page of the selection in line once, with all its links', () => {
    mergeBatch(db, startTestImport(db, 'semrush'), 'semrush', [preparedLink('https://a.example/1', SHOP)]);
    expect(fillFrontier(db, job, all, EVERYTHING)).toBe(2);
    expect(fillFrontier(db, job, all, EVERYTHING)).toBe(0);
    expect([...waitingPages(db, job, null)]).toEqual([
      {
        pageId: 1,
        url: 'https://a.example/1',
        links: [
          { backlinkId: 1, target: identity(HOME), placement: null },
          { backlinkId: 3, target: identity(SHOP), placement: null },
        ],
        earlier: null,
        known: { titles: [], anchors: ['Acme'], contexts: [], textLength: null },
      },
      {
        pageId: 2,
        url: 'https://b.example/2',
        links: [{ backlinkId: 2, target: null, placement: null }],
        earlier: null,
        known: null,
      },
    ]);
  });

  it('tells what was known of page and link', () => {
    storeChecks(db, job, [look(1, [live(1, { placement: 'comment' })])]);
    fillFrontier(db, job, all, EVERYTHING);
    expect([...waitingPages(db, job, null)][0]).toMatchObject({
      links: [{ placement: 'comment' }],
      known: { titles: [], anchors: ['Acme'], contexts: ['made by', 'of Town'], textLength: null },
    });
  });

  it('takes links of chosen domains', () => {
    expect(fillFrontier(db, job, { kind: 'filter', table: 'domains', filter: 'domain:b.example' }, EVERYTHING)).toBe(1);
    expect([...waitingPages(db, job, null)].map(({ pageId }) => pageId)).toEqual([2]);
  });

  it('leaves out what was stored, also for another job', () => {
    const other = addJob(db, { kind: 'check', title: 'Checking', createdAt: NOON, params: '{}', total: 0, owner: '' });
    fillFrontier(db, job, all, EVERYTHING);
    fillFrontier(db, other, all, EVERYTHING);
    storeChecks(db, job, [look(1, [live(1)])]);
    expect([...waitingPages(db, job, null)].map(({ pageId }) => pageId)).toEqual([2]);
    expect(frontierCounts(db, job)).toEqual({ done: 1, total: 2 });
    expect(frontierCounts(db, other)).toEqual({ done: 0, total: 2 });
    expect(frontierCounts(db, 99)).toEqual({ done: 0, total: 0 });
  });

  it('reads on where a chunk ends', () => {
    const many = Array.from({ length: 1203 }, (_, i) => preparedLink(`https://c.example/${i}`, HOME, { line: i + 10 }));
    mergeBatch(db, startTestImport(db, 'moz'), 'moz', many);
    expect(fillFrontier(db, job, all, EVERYTHING)).toBe(1205);
    expect(new Set([...waitingPages(db, job, null)].map(({ pageId }) => pageId)).size).toBe(1205);
  });
});

describe('settleInterruptedJobs', () => {
  it('counts how far a check came and what it found, which nobody noted, and forgets how long it worked', () => {
    fillFrontier(db, job, { kind: 'filter', table: 'links', filter: '' }, EVERYTHING);
    const started = { id: job, done: 0, total: 0, message: '', finishedAt: null, tally: null, workedMs: 0, owner: '' };
    updateJob(db, { ...started, state: 'running' });
    storeChecks(db, job, [look(1, [live(1)])]);
    settleInterruptedJobs(db, NOON);
    const tally = { live: 1, gone: 0, unknown: 0, changed: 0, reasons: { present: 1 } };
    expect(listJobs(db)).toMatchObject([{ state: 'paused', done: 1, total: 2, tally, workedMs: null }]);
    expect(waitingLinks(db, job)).toBe(1);
  });
});
