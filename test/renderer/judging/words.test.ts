import { describe, expect, it } from 'vitest';
import { changeWords, retryWords } from '../../../src/renderer/judging/words.ts';

describe('retryWords', () => {
  it.each([
    ['timeout', 'soon, since it may pass by itself'],
    ['captcha', 'at the next check'],
    ['robots-disallowed', 'once something has changed'],
    ['private-address', 'no, it will not change'],
    ['absent', ''],
    ['present', ''],
  ] as const)('says of %s: %s', (reason, words) => {
    expect(retryWords(reason)).toBe(words);
  });
});

describe('changeWords', () => {
  it.each([
    ['anchor changed from “Acme” to “cheap shoes”', 'anchor “cheap shoes”, was “Acme”'],
    ['anchor changed from “from A to B” to “Acme”', 'anchor “Acme”, was “from A to B”'],
    ['rel changed from none to nofollow ugc', 'rel nofollow ugc, was none'],
    ['placement changed from content to footer', 'placement footer, was content'],
    ['target changed from https://acme.example/a to https://acme.example/b?c=1', 'target /b?c=1, was /a'],
    [
      'target changed from https://acme.example/a to https://shop.acme.example/a',
      'target https://shop.acme.example/a, was https://acme.example/a',
    ],
    ['the link is gone', 'the link is gone'],
  ])('says %s as %s', (sentence, words) => {
    expect(changeWords(sentence)).toBe(words);
  });
});
