import { describe, expect, it } from 'vitest';
import { DEFAULT_WEIGHTS, editedWeights, parseWeights } from '../../../src/core/quality/weights.ts';

describe('parseWeights', () => {
  it('lays edited weights over the defaults', () => {
    const { weights, problems } = parseWeights({ 'money-anchor': 40, 'spam-tld': 0, 'trusted-domain': -50 });
    expect(problems).toEqual([]);
    expect(editedWeights(weights)).toEqual({ 'money-anchor': 40, 'spam-tld': 0, 'trusted-domain': -50 });
  });

  it.each([
    [{ 'no-such': 3 }, 'no-such', 'There is no signal “no-such”.'],
    [{ 'spam-tld': '8' }, 'spam-tld', 'The weight of “spam-tld” is not a number.'],
    [{ 'spam-tld': Number.NaN }, 'spam-tld', 'The weight of “spam-tld” is not a number.'],
    [{ 'spam-tld': -8 }, 'spam-tld', 'The weight of “spam-tld” has to be positive or 0.'],
    [{ 'trusted-domain': 5 }, 'trusted-domain', 'The weight of “trusted-domain” has to be negative or 0.'],
    [{ 'spam-tld': 101 }, 'spam-tld', 'The weight of “spam-tld” is over 100 points.'],
    [[1], '', 'Weights are an object of signal ids and points.'],
    [null, '', 'Weights are an object of signal ids and points.'],
  ])('keeps the default and says why for %j', (input, id, message) => {
    expect(parseWeights(input)).toEqual({ weights: DEFAULT_WEIGHTS, problems: [{ id, message }] });
  });
});
