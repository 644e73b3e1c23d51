import { beforeEach, describe, expect, it } from 'vitest';
import type { Selection } from '../../../src/contract/engine-contract.ts';
import { VERDICTS, type Verdict } from '../../../src/core/model/verdict.ts';
import { linkPage } from '../../../src/engine/db/link-queries.ts';
import type { WritableDatabase } from '../../../src/engine/db/project-database.ts';
import {
  applyVerdict,
  inheritDomainVerdicts,
  undoDecision,
  verdictReach,
} from '../../../src/engine/db/verdict-queries.ts';
import { memoryProject, NOON, startTestImport } from '../../support/memory-project.ts';
import { mergeBatch } from '../../support/merge-batch.ts';
import { preparedLink } from '../../support/prepared-records.ts';
import { seededRandom } from '../../support/seeded-random.ts';

const HOME = 'https://acme.example/';
let db: WritableDatabase;

beforeEach(() => {
  db = memoryProject();
  mergeBatch(db, startTestImport(db, 'ahrefs'), 'ahrefs', [
    preparedLink('https://a.example/1', HOME, { line: 1 }),
    preparedLink('https://a.example/2', HOME, { line: 2 }),
    preparedLink('https://b.example/1', HOME, { line: 3 }),
  ]);
});

function mark(filter: string, verdict: Verdict, note: string | null = null) {
  return applyVerdict(db, { selection: { kind: 'filter', table: 'links', filter }, verdict, note, decidedAt: NOON });
}

function verdicts(): string[] {
  const { rows } = linkPage(db, { filter: '', sort: [{ key: 'url', desc: false }], offset: 0, limit: 10 });
  return rows.map((row) => `${row.verdict}${row.note === '' ? '' : ` (${row.note})`}`);
}

describe('applyVerdict', () => {
  it('gives a verdict for the domain to all its links', () => {
    expect(mark('url:a.example/1', 'disavow-domain')).toMatchObject({
      links: 2,
      domains: 1,
      description: 'Disavowed by domain: 2 links of 1 domain',
    });
    expect(verdicts()).toEqual(['disavow-domain', 'disavow-domain', 'none']);
  });

  it('lets a link keep a verdict of its own beside its domain’s', () => {
    mark('domain:a.example', 'disavow-domain');
    mark('url:a.example/2', 'keep', 'a good page');
    expect(verdicts()).toEqual(['disavow-domain', 'keep (a good page)', 'none']);
  });

  it('clears the domain when its link is cleared', () => {
    mark('domain:a.example', 'disavow-domain');
    mark('url:a.example/2', 'none');
    expect(verdicts()).toEqual(['none', 'none', 'none']);
  });

  it('replaces what was said of single links when the whole domain is decided', () => {
    mark('url:a.example/2', 'keep');
    mark('domain:a.example', 'disavow-domain');
    expect(verdicts()).toEqual(['disavow-domain', 'disavow-domain', 'none']);
  });

  it('works on domains by id', () => {
    const id = db.prepare<[], number>("SELECT id FROM domain WHERE name = 'b.example'").pluck().get() ?? 0;
    applyVerdict(db, {
      selection: { kind: 'ids', table: 'domains', ids: [id] },
      verdict: 'keep',
      note: null,
      decidedAt: NOON,
    });
    expect(verdicts()).toEqual(['none', 'none', 'keep']);
  });
});

describe('verdictReach', () => {
  it('counts links, domains and those marked keep without touching them', () => {
    mark('domain:b.example', 'keep');
    const selection = { kind: 'filter', table: 'links', filter: '' } as const;
    expect(verdictReach(db, selection, 'disavow-url')).toEqual({ links: 3, domains: 2, keptBefore: 1 });
    expect(verdicts()).toEqual(['none', 'none', 'keep']);
  });
});

describe('undoDecision', () => {
  it('takes decisions back one after the other, notes included', () => {
    mark('url:a.example/2', 'keep', 'good');
    mark('domain:a.example', 'disavow-domain', 'network');
    expect(undoDecision(db)).toBe('Disavowed by domain: 2 links of 1 domain');
    expect(verdicts()).toEqual(['none', 'keep (good)', 'none']);
    expect(undoDecision(db)).toBe('Marked keep: 1 link of 1 domain');
    expect(verdicts()).toEqual(['none', 'none', 'none']);
    expect(undoDecision(db)).toBeNull();
  });
});

describe('any row of decisions', () => {
  it('is taken back step by step to what stood there before each', () => {
    const random = seededRandom(5);
    const pick = <Value>(values: readonly Value[]): Value => values[random(values.length)] as Value;
    const state = () =>
      JSON.stringify([
        db.prepare('SELECT id, verdict, link_verdict, note, decided_at FROM backlink ORDER BY id').all(),
        db.prepare('SELECT id, verdict, note, decided_at FROM domain ORDER BY id').all(),
      ]);
    const before: string[] = [];
    for (let step = 0; step < 200; step += 1) {
      before.push(state());
      const table = pick(['links', 'domains'] as const);
      const selection = pick<Selection>([
        { kind: 'ids', table, ids: [1 + random(3)] },
        { kind: 'filter', table, filter: pick(['', 'domain:a.example', 'verdict:keep', '-verdict:none']) },
      ]);
      applyVerdict(db, { selection, verdict: pick(VERDICTS), note: pick([null, '', 'why']), decidedAt: NOON });
      expectEffectiveVerdicts();
      if (random(4) === 0) {
        undoDecision(db);
        expect(state()).toBe(before.pop());
      }
    }
    while (before.length > 0) {
      undoDecision(db);
      expectEffectiveVerdicts();
      expect(state()).toBe(before.pop());
    }
    expect(undoDecision(db)).toBeNull();
  });

  /** What counts for a link is its own verdict, else its domain's. */
  function expectEffectiveVerdicts(): void {
    const wrong = db.prepare(
      `SELECT b.id FROM backlink b JOIN domain d ON d.id = b.domain_id
        WHERE b.verdict <> iif(b.link_verdict = 'none', d.verdict, b.link_verdict)`,
    );
    expect(wrong.all()).toEqual([]);
  }
});

describe('inheritDomainVerdicts', () => {
  it('gives links that come later the verdict of their domain', () => {
    mark('domain:a.example', 'disavow-domain');
    mergeBatch(db, startTestImport(db, 'semrush'), 'semrush', [preparedLink('https://a.example/3', HOME)]);
    inheritDomainVerdicts(db);
    expect(verdicts()).toEqual(['disavow-domain', 'disavow-domain', 'disavow-domain', 'none']);
  });
});
