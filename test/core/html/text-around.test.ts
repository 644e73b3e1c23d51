import { describe, expect, it } from 'vitest';
import { textAround, textBefore, textBehind } from '../../../src/core/html/text-around.ts';

const WORDS = 'one two three '.repeat(20);
const NO_BLANKS = '木工坊在春天开张'.repeat(30);

describe('textBefore and textBehind', () => {
  it.each([
    ['the whole of a short text', 'Words stand before it ', 22, 'Words stand before it', ''],
    ['whole words of a long one', WORDS, 140, WORDS.slice(42, 140).trim(), null],
    ['a word that begins just there', `${'x'.repeat(20)} ${'y'.repeat(99)} `, 121, 'y'.repeat(99), ''],
    ['as much as fits of a text without blanks', NO_BLANKS, 120, NO_BLANKS.slice(20, 120), NO_BLANKS.slice(120, 220)],
    ['as much as fits of a very long word', 'z'.repeat(300), 150, 'z'.repeat(100), 'z'.repeat(100)],
  ])('keep %s', (_, text, at, before, behind) => {
    expect(textBefore(text, at)).toBe(before);
    if (behind !== null) expect(textBehind(text, at)).toBe(behind);
  });

  it('never cut a word in two', () => {
    for (let at = 4; at <= WORDS.length; at++) {
      if (WORDS[at - 1] !== ' ') continue;
      expect(['one', 'two', 'three']).toContain(textBefore(WORDS, at).split(' ')[0]);
      expect(['', 'one', 'two', 'three']).toContain(textBehind(WORDS, at).split(' ').at(-1));
    }
  });
});

describe('textAround', () => {
  it('keeps both sides of a word', () => {
    expect(textAround('Made by Acme of Town.', 8, 12)).toBe('Made by Acme of Town.');
    expect(textAround(`${WORDS}Acme ${WORDS}`, 280, 284)).toMatch(
      /^(?:two|three|one) .* three Acme one .* (?:one|two|three)$/,
    );
  });
});
