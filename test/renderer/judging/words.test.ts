import { describe, expect, it } from 'vitest';
import { retryWords } from '../../../src/renderer/judging/words.ts';

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
