import { describe, expect, it } from 'vitest';
import { dateEvidence, readDate } from '../../../src/core/formats/read-date.ts';

describe('readDate', () => {
  it.each([
    ['2026-03-24', '2026-03-24'],
    ['2023-10-12 21:53:15', '2023-10-12'],
    ['2023-10-12T21:53:15Z', '2023-10-12'],
    ['2019-11-15 12:57:46 +00:00', '2019-11-15'],
    ['2026/3/4', '2026-03-04'],
    ['20260324', '2026-03-24'],
    [' 24.03.2026 ', '2026-03-24'],
    ['24. 3. 2026', '2026-03-24'],
    ['24-03-26', '2026-03-24'],
    ['Sep 15, 2026', '2026-09-15'],
    ['September 15 2026', '2026-09-15'],
    ['Tue, Sep 15, 2026', '2026-09-15'],
    ['28 Sep 2026', '2026-09-28'],
    ['1er août 2026', null],
    ['1 août 2026', '2026-08-01'],
    ['5 de enero de 2026', '2026-01-05'],
    ['3. März 2026', '2026-03-03'],
    ['1706918400', '2024-02-03'],
    ['1706918400000', '2024-02-03'],
    ['45325', '2024-02-03'],
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', null],
    ['2026-13-01', null],
    ['0000-00-00', null],
    ['2026-03-245', null],
    ['7', null],
    ['never', null],
    ['', null],
  ])('%s is %s', (text, date) => {
    expect(readDate(text, 'day-first')).toBe(date);
  });

  it.each([
    ['05/12/2026', 'day-first', '2026-12-05'],
    ['05/12/2026', 'month-first', '2026-05-12'],
    ['31/12/2026', 'month-first', '2026-12-31'],
    ['12/31/2026', 'day-first', '2026-12-31'],
    ['05.12.2026', 'month-first', '2026-12-05'],
  ] as const)('%s read %s is %s', (text, style, date) => {
    expect(readDate(text, style)).toBe(date);
  });
});

describe('dateEvidence', () => {
  it.each([
    ['05/12/2026', null],
    ['13/12/2026', 'day-first'],
    ['12/13/2026', 'month-first'],
    ['01.02.2026', 'day-first'],
    ['2026-12-13', null],
    ['soon', null],
  ])('%s proves %s', (text, style) => {
    expect(dateEvidence(text)).toBe(style);
  });
});
