import { describe, expect, it } from 'vitest';
import {
  dayAfter,
  dayOfAgo,
  isoDateGuess,
  parseFilterDate,
  printFilterDate,
} from '../../../src/core/filter/filter-date.ts';

describe('parseFilterDate', () => {
  it.each([
    ['2026', { kind: 'date', from: '2026-01-01', to: '2026-12-31' }],
    ['2026-02', { kind: 'date', from: '2026-02-01', to: '2026-02-28' }],
    ['2024-02', { kind: 'date', from: '2024-02-01', to: '2024-02-29' }],
    ['2026-12-31', { kind: 'date', from: '2026-12-31', to: '2026-12-31' }],
    ['30d', { kind: 'ago', count: 30, unit: 'd' }],
    ['2W', { kind: 'ago', count: 2, unit: 'w' }],
    ['0d', { kind: 'ago', count: 0, unit: 'd' }],
    ['2026-13', null],
    ['2026-00', null],
    ['2026-02-29', null],
    ['2026-1-1', null],
    ['0000', null],
    ['99999d', null],
    ['901y', null],
    ['d', null],
    ['', null],
  ])('%s is %j', (text, value) => {
    expect(parseFilterDate(text)).toEqual(value);
  });
});

describe('printFilterDate', () => {
  it.each(['2026', '2026-02', '2026-02-28', '30d', '0d', '5y'])('prints %s as it was read', (text) => {
    const value = parseFilterDate(text);
    expect(value === null ? null : printFilterDate(value)).toBe(text);
  });
});

describe('isoDateGuess', () => {
  it.each([
    ['31.12.2025', '2025-12-31'],
    ['1.2.2025', '2025-02-01'],
    ['2025/12/31', '2025-12-31'],
    ['12/31/2025', null],
    ['31.13.2025', null],
    ['soon', null],
  ])('%s is %s', (text, iso) => {
    expect(isoDateGuess(text)).toBe(iso);
  });
});

describe('dayOfAgo', () => {
  it.each([
    ['0d', '2026-03-31'],
    ['1d', '2026-03-30'],
    ['31d', '2026-02-28'],
    ['2w', '2026-03-17'],
    ['1m', '2026-02-28'],
    ['4m', '2025-11-30'],
    ['1y', '2025-03-31'],
    ['25m', '2024-02-29'],
  ])('%s before 31 March 2026 is %s', (text, day) => {
    const value = parseFilterDate(text);
    expect(value?.kind === 'ago' && dayOfAgo(value, '2026-03-31')).toBe(day);
  });
});

describe('dayAfter', () => {
  it.each([
    ['2026-12-31', '2027-01-01'],
    ['2024-02-28', '2024-02-29'],
  ])('of %s is %s', (day, next) => {
    expect(dayAfter(day)).toBe(next);
  });
});
