import { describe, expect, it } from 'vitest';
import { matchPreset, mayUsePreset } from '../../../src/core/formats/match-preset.ts';

describe('matchPreset', () => {
  const preset = { name: 'Agency sheet', header: ['Page', 'To'] };

  it.each([
    [['Page', 'To'], preset],
    [[' Page', 'To ', '', ''], preset],
    [['To', 'Page'], null],
    [['Page'], null],
    [['Page', 'To', 'Note'], null],
  ])('of %j', (header, expected) => {
    expect(matchPreset([{ name: 'Other', header: ['A'] }, preset], header)).toBe(expected);
  });
});

describe('mayUsePreset', () => {
  it.each([
    ['generic-csv', true],
    ['unknown', true],
    ['gsc-latest-links', false],
    ['gsc-top-target-pages', false],
  ])('%s: %s', (format, expected) => {
    expect(mayUsePreset(format)).toBe(expected);
  });
});
