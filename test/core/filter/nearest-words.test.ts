import { describe, expect, it } from 'vitest';
import { nearestWords } from '../../../src/core/filter/nearest-words.ts';

describe('nearestWords', () => {
  it.each([
    ['plcement', ['placement', 'page'], ['placement']],
    ['tagret', ['target', 'tagged'], ['target', 'tagged']],
    ['first', ['firstseen', 'fist'], ['firstseen', 'fist']],
    ['RISK', ['risk'], ['risk']],
    ['xyz', ['risk', 'rel'], []],
    ['r', ['risk', 'rel'], []],
    ['', ['risk'], []],
  ])('of %s among %j are %j', (misspelt, words, near) => {
    expect(nearestWords(misspelt, words)).toEqual(near);
  });

  it('gives at most as many as asked for', () => {
    expect(nearestWords('aaaa', ['aaab', 'aaac', 'aaad'], 2)).toEqual(['aaab', 'aaac']);
  });
});
