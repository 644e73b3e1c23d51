import { describe, expect, it } from 'vitest';
import { ahrefsSpamMark, metricOf } from '../../../src/core/quality/vendor-metrics.ts';
import { domainFacts, linkFacts } from '../../support/link-facts.ts';

describe('metricOf', () => {
  it.each([
    [{ 'Domain rating': 37 }, { name: 'Domain rating', value: 37 }],
    [{ 'Domain Rating': '3.7' }, { name: 'Domain Rating', value: 3.7 }],
    [{ DR: 'n/a' }, null],
    [{ DR: '' }, null],
    [{}, null],
  ])('reads %j', (metrics, metric) => {
    expect(metricOf(linkFacts({ metrics }), 'ahrefsDomainRating')).toEqual(metric);
  });

  it('prefers what was said of the link to what was said of the domain', () => {
    const facts = linkFacts({ metrics: { DR: 1 }, domain: domainFacts({ metrics: { 'Domain rating': 2 } }) });
    expect(metricOf(facts, 'ahrefsDomainRating')).toEqual({ name: 'DR', value: 1 });
  });
});

describe('ahrefsSpamMark', () => {
  it.each([
    ['TRUE', true],
    [1, true],
    ['false', false],
    [0, false],
    ['', null],
  ])('%j is %s', (value, mark) => {
    expect(ahrefsSpamMark(linkFacts({ metrics: { 'Is spam': value } }))).toBe(mark);
  });
});
