import { describe, expect, it } from 'vitest';
import { formatCount, formatDay, formatDuration, formatNumber, UNKNOWN } from '../../src/renderer/format.ts';

describe('formatNumber', () => {
  it('tells not known from zero', () => {
    expect(formatNumber(null)).toBe(UNKNOWN);
    expect(formatNumber(0)).toBe('0');
  });
});

describe('formatCount', () => {
  it.each([
    [0, '0 links'],
    [1, '1 link'],
    [2, '2 links'],
  ])('counts %d', (count, expected) => {
    expect(formatCount(count, 'link')).toBe(expected);
  });

  it('takes an irregular plural', () => {
    expect(formatCount(2, 'entry', 'entries')).toBe('2 entries');
  });
});

describe('formatDay', () => {
  it('keeps the day whatever the time zone', () => {
    expect(formatDay('2026-03-01')).toBe(
      new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(new Date(2026, 2, 1)),
    );
  });

  it('shows what is no date as it is, and nothing as not known', () => {
    expect(formatDay('last week')).toBe('last week');
    expect(formatDay(null)).toBe(UNKNOWN);
  });
});

describe('formatDuration', () => {
  it.each([
    [0.2, '0'],
    [59, '59'],
    [90, '2'],
    [3600, '1'],
  ])('rounds %d seconds to the unit people would say', (seconds, number) => {
    expect(formatDuration(seconds)).toMatch(new RegExp(`^${number}\\D`));
  });
});
