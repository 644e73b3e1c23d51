import { describe, expect, it } from 'vitest';
import { type JudgedLink, judgeDomain } from '../../../src/core/quality/judge-domain.ts';
import { domainFacts } from '../../support/link-facts.ts';

const placed: JudgedLink = { quality: 10, risk: 80, riskSignalCount: 3, suggestion: 'disavow-url' };
const odd: JudgedLink = { quality: 20, risk: 65, riskSignalCount: 2, suggestion: 'review' };
const plain: JudgedLink = { quality: 30, risk: 10, riskSignalCount: 1, suggestion: 'none' };
const good: JudgedLink = { quality: 70, risk: 0, riskSignalCount: 0, suggestion: 'keep' };

describe('judgeDomain', () => {
  it('suggests the whole domain when most of its links are put up for disavowal', () => {
    expect(judgeDomain(domainFacts(), [placed])).toEqual({
      quality: 10,
      risk: 80,
      suggestion: 'disavow-domain',
      reason: 'Its only link is at a risk of 75 or more on 2 or more independent risk signals.',
    });
  });

  it('suggests single addresses when the other links do not stand out', () => {
    const links = [placed, ...Array.from({ length: 999 }, () => plain)];
    expect(judgeDomain(domainFacts(), links)).toEqual({
      quality: 30,
      risk: 17,
      suggestion: 'disavow-url',
      reason:
        '1 of 1000 links are at a risk of 75 or more on 2 or more independent risk signals; its other links do not stand out.',
    });
  });

  it('never suggests the whole of a domain that lists know', () => {
    const known = domainFacts({ ranks: [{ list: 'Top sites', rank: 12 }] });
    expect(judgeDomain(known, [placed, placed]).suggestion).toBe('disavow-url');
  });

  it.each([
    ['no links', [], { quality: 0, risk: 0, suggestion: 'none', reason: '' }],
    [
      'a link to review',
      [odd, plain],
      {
        quality: 30,
        risk: 28,
        suggestion: 'review',
        reason: '1 of 2 links are at a risk of 60 or more on 2 or more independent risk signals.',
      },
    ],
    [
      'good links',
      [good, good, plain],
      { quality: 70, risk: 2, suggestion: 'keep', reason: 'Quality 70 at a risk of 2.' },
    ],
    ['plain links', [plain], { quality: 30, risk: 10, suggestion: 'none', reason: '' }],
  ] as const)('judges %s', (_name, links, judged) => {
    expect(judgeDomain(domainFacts(), links)).toEqual(judged);
  });

  it('suggests nothing on links with fewer than two independent risk signals', () => {
    const lone: JudgedLink = { ...placed, riskSignalCount: 1 };
    expect(judgeDomain(domainFacts(), [lone, lone]).suggestion).toBe('none');
  });
});
