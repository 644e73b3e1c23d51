import { describe, expect, it } from 'vitest';
import { StartTimes } from '../../../src/engine/crawl/start-times.ts';

/** Starts as soon as it may, `late` milliseconds after, from one time until another. */
function starts(times: StartTimes, from: number, until: number, late = 0): number {
  let count = 0;
  for (let now = from; now < until; count++) {
    now = times.next(now) + late;
    times.note(now);
  }
  return count;
}

describe('StartTimes', () => {
  it('lets a page start at any time where nothing speaks against it', () => {
    const times = new StartTimes({ ratePerSecond: null, quietHours: null });
    times.note(5_000);
    expect(times.next(5_000)).toBe(5_000);
  });

  it.each([0, 3])('keeps a rate, also where each start comes %i ms late', (late) => {
    const times = new StartTimes({ ratePerSecond: 50, quietHours: null });
    expect(Math.abs(starts(times, 10_000, 20_000, late) - 500)).toBeLessThanOrEqual(6);
  });

  it('does not catch up with a long pause', () => {
    const times = new StartTimes({ ratePerSecond: 10, quietHours: null });
    times.note(0);
    times.note(100_000);
    times.note(100_000);
    expect(times.next(100_000)).toBe(100_100);
  });

  it('waits for the end of the quiet hours', () => {
    const times = new StartTimes({ ratePerSecond: 1, quietHours: { fromMinute: 540, toMinute: 600 } });
    const at = (hour: number, minute: number) => new Date(2026, 4, 12, hour, minute).getTime();
    expect([times.next(at(9, 30)), times.next(at(8, 30))]).toEqual([at(10, 0), at(8, 30)]);
  });
});
