import { describe, expect, it } from 'vitest';
import { ANCHOR_CLASSES } from '../../../src/core/model/anchor-class.ts';
import { LINK_STATES } from '../../../src/core/model/link-state.ts';
import { PLACEMENTS } from '../../../src/core/model/placement.ts';
import { judgeLink, linkJudge, rescore } from '../../../src/core/quality/judge-link.ts';
import type { LinkFacts } from '../../../src/core/quality/link-facts.ts';
import { REVIEW_RISK } from '../../../src/core/quality/suggestion.ts';
import { DEFAULT_WEIGHTS } from '../../../src/core/quality/weights.ts';
import { domainFacts, linkFacts, shop } from '../../support/link-facts.ts';

/** A comment that many domains carry, on a page of a listed domain. */
const placed = linkFacts({
  domain: domainFacts({ name: 'best-cheap-floor-deals.xyz', spamLists: ['shared'] }),
  anchor: 'oak flooring',
  anchorClass: 'money-exact',
  anchorDomains: 12,
  placement: 'comment',
  followed: true,
  state: 'live',
});

const editorial = linkFacts({
  anchor: 'Acme Floors',
  anchorClass: 'brand',
  placement: 'content',
  followed: true,
  indexable: true,
  pageLanguage: 'en',
  externalLinks: 4,
  scheme: 'https',
  state: 'live',
  sources: ['gsc', 'ahrefs'],
});

describe('judgeLink', () => {
  it('gives both scales, what fired with evidence, and the suggestion', () => {
    expect(judgeLink(placed, shop)).toEqual({
      quality: 10,
      risk: 78,
      riskSignalCount: 4,
      suggestion: 'disavow-url',
      signals: [
        {
          id: 'community-link',
          scale: 'risk',
          weight: 42,
          evidence: 'The commercial anchor “oak flooring” stands in a comment.',
        },
        {
          id: 'spam-list',
          scale: 'risk',
          weight: 35,
          evidence: 'best-cheap-floor-deals.xyz is on the list “shared”.',
        },
        {
          id: 'repeated-anchor',
          scale: 'risk',
          weight: 30,
          evidence: 'The anchor “oak flooring” is used by 12 referring domains.',
        },
        {
          id: 'money-anchor',
          scale: 'risk',
          weight: 25,
          evidence: 'The anchor “oak flooring” is one of the money phrases.',
        },
        {
          id: 'hyphenated-name',
          scale: 'risk',
          weight: 12,
          evidence: 'The name “best-cheap-floor-deals” is long and hyphenated.',
        },
        { id: 'seen-live', scale: 'quality', weight: 10, evidence: 'Our last check saw the link.' },
        { id: 'spam-tld', scale: 'risk', weight: 8, evidence: 'Many short-lived sites use .xyz.' },
      ],
    });
  });

  it('suggests keeping a plainly good link of a small site', () => {
    const { suggestion, risk } = judgeLink(editorial, shop);
    expect({ suggestion, risk }).toEqual({ suggestion: 'keep', risk: 0 });
  });

  it('says nothing where nothing is known', () => {
    expect(judgeLink(linkFacts(), shop)).toEqual({
      quality: 0,
      risk: 0,
      riskSignalCount: 0,
      signals: [],
      suggestion: 'none',
    });
  });

  it('suggests nothing for a link that is gone, and only a look at one that is not followed', () => {
    const heavy: LinkFacts = { ...placed, pageTitle: 'Best online casino', pageLanguage: 'ru', placement: 'hidden' };
    const suggestions = [heavy, { ...heavy, followed: false }, { ...heavy, state: 'gone' } as const].map(
      (facts) => judgeLink(facts, shop).suggestion,
    );
    expect(suggestions).toEqual(['disavow-url', 'review', 'none']);
  });

  it('does not count one observation twice: a comment with a money phrase is one signal', () => {
    const comment = linkFacts({ anchor: 'oak flooring', anchorClass: 'money-exact', placement: 'comment' });
    expect(judgeLink(comment, shop).riskSignalCount).toBe(1);
  });
});

describe('the two-signal gate', () => {
  it('keeps every signal alone below review, whatever its weight', () => {
    for (const id of Object.keys(DEFAULT_WEIGHTS)) {
      const heaviest = rescore([{ id, scale: 'risk', weight: 1, evidence: '' }], { [id]: 100 });
      expect(heaviest.risk).toBeLessThan(REVIEW_RISK);
    }
  });

  it('holds when all signals of one family fire at full weight', () => {
    const names = linkFacts({
      domain: domainFacts({ name: 'casino-xkvbqrtzwp-88123-99-7.top' }),
      pageTitle: 'Buy backlinks',
    });
    const weights = Object.fromEntries(
      Object.entries(DEFAULT_WEIGHTS).map(([id, weight]) => [id, Math.sign(weight) * 100]),
    );
    const judged = judgeLink(names, shop, weights);
    expect({ ...judged, signals: judged.signals.length > 3 }).toEqual({
      quality: 0,
      risk: 55,
      riskSignalCount: 1,
      signals: true,
      suggestion: 'none',
    });
  });
});

describe('linkJudge', () => {
  it('judges like judgeLink and looks at a shared domain once', () => {
    const judge = linkJudge(shop);
    expect([judge(placed), judge(placed), judge(editorial)]).toEqual(
      [placed, placed, editorial].map((facts) => judgeLink(facts, shop)),
    );
  });

  it('stays within bounds and behind the gate for any facts', () => {
    const next = seededRandom(20_261_121);
    const judge = linkJudge(shop);
    for (let round = 0; round < 5_000; round += 1) {
      const { quality, risk, riskSignalCount, suggestion } = judge(randomFacts(next));
      expect(Number.isInteger(quality) && quality >= 0 && quality <= 100).toBe(true);
      expect(Number.isInteger(risk) && risk >= 0 && risk <= 100).toBe(true);
      if (riskSignalCount < 2)
        expect([risk < REVIEW_RISK, suggestion]).toEqual([true, expect.stringMatching(/none|keep/)]);
    }
  });
});

describe('rescore', () => {
  it('gives what judging under the new weights gives', () => {
    const weights = { ...DEFAULT_WEIGHTS, 'spam-list': 5, 'money-anchor': 0 };
    const { quality, risk, riskSignalCount } = judgeLink(placed, shop, weights);
    expect(rescore(judgeLink(placed, shop).signals, weights)).toEqual({ quality, risk, riskFamilies: riskSignalCount });
  });
});

function randomFacts(next: () => number): LinkFacts {
  const pick = <T>(values: readonly T[]): T => {
    const value = values[Math.floor(next() * values.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  };
  const count = () => pick([null, 0, 1, 5, 30, 500, 1e9]);
  const flag = () => pick([null, true, false]);
  return linkFacts({
    domain: domainFacts({
      name: pick(['ref.com', 'casino-88123-x-y.top', '192.0.2.7', 'a.blogspot.com', 'x.gov.uk', 'com', 'ref.pl']),
      hosts: count(),
      siblings: count(),
      spamLists: pick([[], ['a']]),
      goodLists: pick([[], ['b']]),
      ranks: pick([[], [{ list: 'c', rank: 9 }]]),
      firstSeenTogether: count(),
    }),
    path: pick(['', '/', '/buy-back-links-now', '/%%%\u0000']),
    anchor: pick([null, '', 'oak flooring', '\ud800']),
    anchorClass: pick(ANCHOR_CLASSES),
    placement: pick(PLACEMENTS),
    state: pick(LINK_STATES),
    followed: flag(),
    indexable: flag(),
    canonicalElsewhere: flag(),
    linkType: pick([null, 'text', 'image']),
    pageTitle: pick([null, '', 'Best casino bonus', 'Write for us']),
    pageLanguage: pick([null, '', 'en', 'xx']),
    textLength: count(),
    externalLinks: count(),
    anchorDomains: count(),
    sameLinkPages: count(),
    samePathDomains: count(),
    sameTitleDomains: count(),
    firstSeen: pick([null, '2001-01-01', 'no date']),
    lastSeen: pick([null, '2025-01-01', '']),
    metrics: pick([{}, { 'Is spam': 'true', DR: 'high', 'Toxicity Score': 99, 'Spam Score': 1e9, TF: -1, CF: 70 }]),
  });
}

/** Numbers from 0 to 1, the same ones for the same seed. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
