import { describe, expect, it } from 'vitest';
import { splitNames, splitPhrases } from '../../../../src/renderer/features/start/split-words.ts';

describe('splitNames', () => {
  it.each([
    ['', []],
    ['  ', []],
    ['acme.com shop.acme.de', ['acme.com', 'shop.acme.de']],
    ['acme.com, shop.acme.de acme.fr', ['acme.com', 'shop.acme.de', 'acme.fr']],
    ['en;de\nfr,,', ['en', 'de', 'fr']],
    ['a, a', ['a']],
  ])('splits %j', (text, expected) => {
    expect(splitNames(text)).toEqual(expected);
  });
});

describe('splitPhrases', () => {
  it.each([
    ['', []],
    ['blue shoes', ['blue shoes']],
    ['blue shoes, boots', ['blue shoes', 'boots']],
    ['a; b\nc,,', ['a', 'b', 'c']],
    ['a, a', ['a']],
  ])('splits %j', (text, expected) => {
    expect(splitPhrases(text)).toEqual(expected);
  });
});
