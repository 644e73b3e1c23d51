import { describe, expect, it } from 'vitest';
import { combineSignals, explainScore, type WeighedSignal } from '../../../src/core/quality/combine-signals.ts';

function signals(weights: Record<string, number>): WeighedSignal[] {
  return Object.entries(weights).map(([id, weight]) => ({ id, weight }));
}

describe('combineSignals', () => {
  it.each([
    ['nothing', {}, { quality: 0, risk: 0, riskFamilies: 0 }],
    ['one signal counts full', { 'spam-list': 35 }, { quality: 0, risk: 35, riskFamilies: 1 }],
    [
      'a second of the family counts half',
      { 'money-anchor': 20, 'repeated-anchor': 30 },
      { quality: 0, risk: 40, riskFamilies: 1 },
    ],
    [
      'a family stops at its cap',
      { 'poison-anchor': 100, 'money-anchor': 100 },
      { quality: 0, risk: 55, riskFamilies: 1 },
    ],
    [
      'a second family takes its part of the rest',
      { 'spam-list': 40, 'money-anchor': 30 },
      { quality: 0, risk: 58, riskFamilies: 2 },
    ],
    [
      'negative signals are subtracted',
      { 'spam-list': 40, 'qualified-link': -15 },
      { quality: 0, risk: 25, riskFamilies: 1 },
    ],
    ['a score stays at 0', { 'trusted-domain': -25, 'gone-link': -40 }, { quality: 0, risk: 0, riskFamilies: 0 }],
    ['the scales do not mix', { 'spam-list': 35, 'good-list': 30 }, { quality: 30, risk: 35, riskFamilies: 1 }],
    [
      'unknown ids and zero weights are passed over',
      { 'of-another-version': 90, 'spam-list': 0 },
      { quality: 0, risk: 0, riskFamilies: 0 },
    ],
    [
      'what another signal includes does not count beside it',
      { 'community-link': 42, 'money-anchor': 25 },
      { quality: 0, risk: 42, riskFamilies: 1 },
    ],
    [
      'a signal switched off includes nothing',
      { 'community-link': 0, 'money-anchor': 25 },
      { quality: 0, risk: 25, riskFamilies: 1 },
    ],
  ])('%s', (_rule, weights, scores) => {
    expect(combineSignals(signals(weights))).toEqual(scores);
  });

  it('does not depend on the order of the signals', () => {
    const fired = signals({
      'spam-tld': 8,
      'trade-name': 25,
      'money-anchor': 25,
      'repeated-anchor': 30,
      'qualified-link': -20,
    });
    expect(combineSignals([...fired].reverse())).toEqual(combineSignals(fired));
  });
});

describe('explainScore', () => {
  it('shares the score out, heaviest family first', () => {
    const fired = signals({
      'money-anchor': 20,
      'spam-list': 50,
      'repeated-anchor': 30,
      'good-list': 30,
      'trusted-domain': -10,
    });
    expect(explainScore(fired, 'risk')).toEqual([
      { id: 'spam-list', points: 50 },
      { id: 'repeated-anchor', points: 15 },
      { id: 'money-anchor', points: 5 },
      { id: 'trusted-domain', points: -10 },
    ]);
    expect(combineSignals(fired).risk).toBe(60);
  });
});
