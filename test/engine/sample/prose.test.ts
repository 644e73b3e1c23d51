import { describe, expect, it } from 'vitest';
import { fillSlots, paragraphsOf, sentencesOf } from '../../../src/engine/sample/prose.ts';
import { type ProseBank, readProseBank } from '../../../src/engine/sample/sample-data.ts';
import { seededRandom } from '../../../src/engine/sample/seeded-random.ts';

const bank = readProseBank();

describe('fillSlots', () => {
  it.each([
    ['oak', 'An oak door and an oak leaf'],
    ['walnut', 'A walnut door and a walnut leaf'],
  ])('chooses the article for %s', (wood, sentence) => {
    const small: ProseBank = { ...bank, words: { wood: [wood] } };
    expect(fillSlots('A {wood} door and an {wood} leaf', small, seededRandom('a'))).toBe(sentence);
  });
});

describe('sentencesOf', () => {
  it.each(Object.keys(bank.topics))('fills every slot of the topic %s', (topic) => {
    const sentences = sentencesOf(topic, 100, bank, seededRandom(topic));
    expect(sentences.filter((sentence) => /[{}]/.test(sentence))).toEqual([]);
  });
});

describe('paragraphsOf', () => {
  it('says nothing twice and the same for the same seed', () => {
    const paragraphs = paragraphsOf(['kitchen', 'home'], 6, bank, seededRandom('x'));
    expect(paragraphs).toHaveLength(6);
    expect(new Set(paragraphs).size).toBe(6);
    expect(paragraphsOf(['kitchen', 'home'], 6, bank, seededRandom('x'))).toEqual(paragraphs);
  });
});
