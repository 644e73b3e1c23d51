import { describe, expect, it } from 'vitest';
import { splitQuotations, withoutTurning } from '../../../src/renderer/judging/quoted-text.ts';

/** Quoted parts in brackets. */
function shown(sentence: string): string {
  return splitQuotations(sentence)
    .map(({ text, isQuoted }) => (isQuoted ? `[${text}]` : text))
    .join('');
}

describe('splitQuotations', () => {
  it.each([
    ['The link is gone.', 'The link is gone.'],
    ['', ''],
    ['Pages titled “\u202eelttil tob” link to the site.', 'Pages titled “[elttil tob]” link to the site.'],
    ['anchor changed from “שלום” to “a”', 'anchor changed from “[שלום]” to “[a]”'],
    ['the page says: "gone" beside "log in"', 'the page says: "[gone]" beside "[log in]"'],
    ['“first”, “second”', '“[first]”, “[second]”'],
    ['the anchor is “”', 'the anchor is “”'],
    ['a quotation “that never ends', 'a quotation “that never ends'],
    ['“one ” that \u202e ends early” here', '“[one ]” that  ends early” here'],
  ])('of %j', (sentence, parts) => {
    expect(shown(sentence)).toBe(parts);
  });
});

describe('withoutTurning', () => {
  it('leaves out what turns text round, and nothing else', () => {
    expect(withoutTurning('\u202aa\u202b\u202c\u202d\u202eb\u2066\u2067\u2068\u2069c')).toBe('abc');
    expect(withoutTurning('שלום\u200f, عالم, 👋\u200d')).toBe('שלום\u200f, عالم, 👋\u200d');
  });
});
