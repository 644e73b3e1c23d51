import { describe, expect, it } from 'vitest';
import { speaksToReader } from '../../../src/core/check/reader-address.ts';

describe('speaksToReader', () => {
  it.each([
    ['We will tell you on Monday.', true],
    ['Wir sind bald wieder für Sie da.', true],
    ['Nous vous remercions.', true],
    ['Мы скоро вернёмся к вам.', true],
    ['Our site has gone.', true],
    ['We left the quay before sunrise.', false],
    ['You take two onions and a fish.', false],
    ['The boats leave in the dark.', false],
  ])('%s', (text, expected) => {
    expect(speaksToReader(text)).toBe(expected);
  });
});
