import { describe, expect, it } from 'vitest';
import { parseRetryAfter } from '../../../src/engine/crawl/retry-after.ts';

describe('parseRetryAfter', () => {
  const now = Date.UTC(2026, 0, 1);
  it.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['Thu, 01 Jan 2026 00:01:00 GMT', 60_000],
    ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['soon', null],
    ['-5', null],
    ['', null],
    [undefined, null],
  ])('%s is %s', (value, expected) => {
    expect(parseRetryAfter(value, now)).toBe(expected);
  });
});
