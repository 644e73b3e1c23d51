import { describe, expect, it } from 'vitest';
import { findPhrase, indexOfPhrase, phrasesOf, withoutPhrases } from '../../../src/core/anchors/phrase-matcher.ts';

describe('phrasesOf', () => {
  it('puts the most telling phrase first and drops entries without words', () => {
    expect(phrasesOf(['oak', '---', 'oak floor']).map((phrase) => phrase.text)).toEqual(['oak floor', 'oak']);
  });
});

describe('indexOfPhrase', () => {
  it.each([
    ['the oak floor', 'oak floor', 1],
    ['oak floors', 'oak floor', 0],
    ['soak floor', 'oak floor', -1],
    ['as it is', 'a', -1],
  ])('in %j, %j starts at %i', (text, phrase, index) => {
    const [only] = phrasesOf([phrase]);
    expect(only && indexOfPhrase(text.split(' '), only)).toBe(index);
  });
});

describe('findPhrase', () => {
  it('looks inside the text for scripts without blanks', () => {
    expect(findPhrase('澳门赌场推荐', ['澳门赌场推荐'], phrasesOf(['赌场']))?.text).toBe('赌场');
  });
});

describe('withoutPhrases', () => {
  it('takes out every occurrence', () => {
    expect(withoutPhrases(['acme', 'oak', 'acme'], phrasesOf(['Acme']))).toEqual(['oak']);
  });
});
