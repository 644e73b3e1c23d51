import { beforeEach, describe, expect, it } from 'vitest';
import { refreshDomains } from '../../../src/engine/db/domain-queries.ts';
import { linkRows } from '../../../src/engine/db/link-queries.ts';
import type { WritableDatabase } from '../../../src/engine/db/project-database.ts';
import {
  countRepetitions,
  domainFacts,
  linkFactsAfter,
  type ScoredLink,
  writeScores,
} from '../../../src/engine/db/score-queries.ts';
import { memoryProject, startTestImport } from '../../support/memory-project.ts';
import { mergeBatch } from '../../support/merge-batch.ts';
import { preparedLink } from '../../support/prepared-records.ts';

const HOME = 'https://acme.example/';
let db: WritableDatabase;

beforeEach(() => {
  db = memoryProject();
  mergeBatch(db, startTestImport(db, 'ahrefs'), 'ahrefs', [
    preparedLink('https://a.example/post', HOME, { line: 1, anchor: 'Acme', title: 'Same', metrics: [1] }),
    preparedLink('https://www.a.example/post', HOME, { line: 2, anchor: 'late', metrics: [2] }),
    preparedLink('https://blog.a.example/post', HOME, { line: 3, anchor: 'Acme', firstSeen: '2024-01-01' }),
    preparedLink('https://b.example/post', HOME, { line: 4, anchor: 'Acme', title: 'Same' }),
    preparedLink('https://b.example/', HOME, { line: 5, anchor: '' }),
  ]);
  refreshDomains(db);
});

function scored(id: number, ...signals: ScoredLink['signals']): ScoredLink {
  return { id, anchorClass: 'brand', quality: 40, risk: 60, riskSignals: signals.length, signals };
}

describe('linkFactsAfter', () => {
  it('tells how many domains repeat an anchor, a path and a title, and what every sighting measured', () => {
    countRepetitions(db);
    const facts = linkFactsAfter(db)(0, 10);
    expect(
      facts.map((one) => [one.key, one.domainId, one.anchorDomains, one.pathDomains, one.titleDomains, one.metrics]),
    ).toEqual([
      ['a.example/post', 1, 2, 2, 2, '[1,[1]],[1,[2]]'],
      ['blog.a.example/post', 1, 2, 2, null, null],
      ['b.example/post', 2, 2, 2, 2, null],
      ['b.example/', 2, null, null, null, null],
    ]);
  });

  it('counts the pages of a domain with the same target and anchor where there are several', () => {
    countRepetitions(db);
    expect(linkFactsAfter(db)(0, 10).map(({ samePages }) => samePages)).toEqual([2, 2, null, null]);
  });

  it('goes on behind an id', () => {
    countRepetitions(db);
    const read = linkFactsAfter(db);
    expect(read(0, 2).map(({ id }) => id)).toEqual([1, 2]);
    expect(read(2, 9).map(({ id }) => id)).toEqual([3, 4]);
    expect(read(4, 9)).toEqual([]);
  });
});

describe('domainFacts', () => {
  it('counts hosts and knows when the domain was first seen', () => {
    expect(domainFacts(db).map(({ name, hosts, firstSeen }) => [name, hosts, firstSeen])).toEqual([
      ['a.example', 2, '2024-01-01'],
      ['b.example', 1, null],
    ]);
  });
});

describe('writeScores', () => {
  const money = { id: 'money-anchor', scale: 'risk', weight: 20, evidence: 'the anchor' } as const;
  const footer = { id: 'footer', scale: 'risk', weight: 5, evidence: 'the footer' } as const;

  it('replaces the judgement of a link as a whole', () => {
    writeScores(db, [scored(1, money, footer)], []);
    writeScores(db, [scored(1, footer)], [{ id: 1, quality: 1, risk: 2, suggestion: 'review', reason: 'because' }]);
    expect(linkRows(db, [1])).toMatchObject([{ anchorClass: 'brand', quality: 40, risk: 60, signals: [footer] }]);
    expect(db.prepare('SELECT quality, risk, suggestion, suggestion_reason FROM domain WHERE id = 1').get()).toEqual({
      quality: 1,
      risk: 2,
      suggestion: 'review',
      suggestion_reason: 'because',
    });
  });

  it('writes nothing where the judgement is the same', () => {
    const changes = db.prepare<[], number>('SELECT total_changes()').pluck();
    writeScores(db, [scored(1, money, footer)], []);
    const before = changes.get();
    writeScores(db, [scored(1, footer, money)], []);
    expect(changes.get()).toBe(before);
    writeScores(db, [scored(1, { ...footer, evidence: 'another footer' }, money)], []);
    expect(linkRows(db, [1])[0]?.signals.map(({ evidence }) => evidence)).toEqual(['the anchor', 'another footer']);
  });

  it('passes over a link that was removed meanwhile', () => {
    writeScores(db, [scored(99, money), scored(2, footer)], []);
    expect(db.prepare('SELECT backlink_id FROM signal').pluck().all()).toEqual([2]);
  });
});
