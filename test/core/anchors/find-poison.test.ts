import { describe, expect, it } from 'vitest';
import { findPoison } from '../../../src/core/anchors/find-poison.ts';

describe('findPoison', () => {
  it('names the trade and the term', () => {
    expect(findPoison('Cheap VIAGRA here')).toEqual({ trade: 'pharma', term: 'viagra' });
    expect(findPoison('casino poker night')).toEqual({ trade: 'gambling', term: 'casino' });
  });

  it.each([
    'online gambling regulation study',
    'viagra lawsuit',
    'Monte Cassino',
    'free of revenge porn',
    'pharmacy',
    'casino hotel Monte Carlo',
    'sussex',
    '',
  ])('%j trades in nothing', (text) => {
    expect(findPoison(text)).toBeNull();
  });

  it('leaves out words of the client’s own business', () => {
    expect(findPoison('best casino', new Set(['casino']))).toBeNull();
  });
});
