import { describe, expect, it } from 'vitest';
import { parseQuietHours, quietUntil } from '../../../src/engine/crawl/quiet-hours.ts';

describe('parseQuietHours', () => {
  it.each([
    ['22:00-06:30', { fromMinute: 1320, toMinute: 390 }],
    [' 9:00 – 17:00 ', { fromMinute: 540, toMinute: 1020 }],
    ['18:00-24:00', { fromMinute: 1080, toMinute: 0 }],
    ['22:00-22:00', null],
    ['00:00-24:00', null],
    ['25:00-06:00', null],
    ['22:60-06:00', null],
    ['24:30-06:00', null],
    ['22-6', null],
    ['', null],
  ])('reads %j', (text, expected) => {
    expect(parseQuietHours(text)).toEqual(expected);
  });
});

describe('quietUntil', () => {
  it.each([
    ['22:00-06:30', [23, 15], [30, 30]],
    ['22:00-06:30', [22, 0], [30, 30]],
    ['22:00-06:30', [3, 0], [6, 30]],
    ['22:00-06:30', [6, 30], [6, 30]],
    ['22:00-06:30', [12, 0], [12, 0]],
    ['09:00-17:00', [9, 0], [17, 0]],
    ['09:00-17:00', [16, 59], [17, 0]],
    ['09:00-17:00', [8, 59], [8, 59]],
    ['18:00-24:00', [20, 0], [24, 0]],
  ])('%s at %j', (text, [hour = 0, minute = 0], [endHour = 0, endMinute = 0]) => {
    const hours = parseQuietHours(text);
    const at = (h: number, m: number) => new Date(2026, 4, 12, h, m).getTime();
    expect(hours === null ? null : quietUntil(hours, at(hour, minute))).toBe(at(endHour, endMinute));
  });
});
