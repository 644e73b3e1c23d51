import { beforeEach, describe, expect, it } from 'vitest';
import { storeChecks } from '../../../src/engine/db/check-queries.ts';
import { addJob } from '../../../src/engine/db/job-queries.ts';
import { prepareKnownPage } from '../../../src/engine/db/known-page.ts';
import type { PageCheckRecord } from '../../../src/engine/db/page-check-record.ts';
import type { WritableDatabase } from '../../../src/engine/db/project-database.ts';
import { memoryProject, NOON, startTestImport } from '../../support/memory-project.ts';
import { mergeBatch } from '../../support/merge-batch.ts';
import { identity, preparedLink } from '../../support/prepared-records.ts';

const HOME = 'https://acme.example/';
const SHOP = 'https://acme.example/shop';
let db: WritableDatabase;
let job: number;

/** One page with two links, of which an export tells the title and the text beside the first. */
beforeEach(() => {
  db = memoryProject();
  const said = { title: 'Oars', anchor: 'oars of Acme', contextLeft: 'made by', contextRight: 'of Town' };
  mergeBatch(db, startTestImport(db, 'ahrefs'), 'ahrefs', [
    preparedLink('https://a.example/oars', HOME, { line: 1, ...said }),
    preparedLink('https://a.example/oars', SHOP, { line: 2, title: 'Oars' }),
  ]);
  job = addJob(db, { kind: 'check', title: 'Checking', createdAt: NOON, params: '{}', total: 0, owner: '' });
});

function look(state: 'live' | 'unknown', title: string, textLength: number): PageCheckRecord {
  const seen = {
    target: identity(HOME),
    href: HOME,
    anchor: 'Acme',
    rel: [],
    placement: 'content',
    placementEvidence: 'inside main',
    contextLeft: 'the oars of',
    contextRight: 'last longest',
  } as const;
  return {
    pageId: 1,
    checkedAt: NOON,
    durationMs: 10,
    finalUrl: 'https://a.example/oars',
    httpStatus: 200,
    redirects: [],
    robots: null,
    robotsGooglebot: null,
    certificate: null,
    etag: null,
    lastModified: null,
    repeats: null,
    raw: null,
    contentType: 'text/html',
    sizeBytes: 1_000,
    bodyHash: null,
    facts: {
      title,
      textLength,
      language: null,
      metaRobots: null,
      isIndexable: true,
      canonical: null,
      internalLinks: 0,
      externalLinks: 0,
    },
    links: [
      {
        backlinkId: 1,
        state,
        reason: state === 'live' ? 'present' : 'thin-page',
        evidence: 'seen',
        occurrences: state === 'live' ? [seen] : [],
        headline: state === 'live' ? 0 : null,
      },
    ],
  };
}

describe('prepareKnownPage', () => {
  it('tells what exports say, each word once', () => {
    expect(prepareKnownPage(db)([1, 2], true)).toEqual({
      titles: ['Oars'],
      anchors: ['oars of Acme'],
      contexts: ['made by', 'of Town'],
      textLength: null,
    });
  });

  it('puts the last look that saw the link first, and leaves out those that did not', () => {
    storeChecks(db, job, [look('live', 'Oars of ash', 4_000), look('unknown', 'One moment', 40)]);
    expect(prepareKnownPage(db)([1, 2], true)).toEqual({
      titles: ['Oars of ash', 'Oars'],
      anchors: ['Acme', 'oars of Acme'],
      contexts: ['the oars of', 'last longest', 'made by', 'of Town'],
      textLength: 4_000,
    });
  });

  it('says nothing where nothing was said', () => {
    mergeBatch(db, startTestImport(db, 'gsc'), 'gsc', [preparedLink('https://b.example/', null, { line: 1 })]);
    expect(prepareKnownPage(db)([3], true)).toBeNull();
  });
});
