import { describe, expect, it } from 'vitest';
import { isSharedPlatform } from '../../../src/core/disavow/shared-platforms.ts';

describe('isSharedPlatform', () => {
  it.each([
    ['wordpress.com', true],
    ['www.tumblr.com', true],
    ['sites.google.com', true],
    ['t.co', true],
    ['spammer.tumblr.com', false],
    ['a.example', false],
    ['', false],
  ])('%s: %s', (host, expected) => {
    expect(isSharedPlatform(host)).toBe(expected);
  });
});
