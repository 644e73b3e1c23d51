import { describe, expect, it } from 'vitest';
import { fastClock, LIVE, reasonsOf, runCrawl } from './run-crawl.ts';

const HOSTS = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`h${index}.test`, LIVE]));
const URLS = Object.keys(HOSTS).map((host) => `http://${host}/page`);

describe('a crawl', () => {
  it('starts no more pages a second over all hosts than it may', async () => {
    const clock = fastClock();
    const from = clock.now();
    const { results } = await runCrawl(HOSTS, URLS, { ratePerSecond: 2 }, { clock });
    expect(reasonsOf(results)).toEqual(URLS.map(() => 'present'));
    const starts = results.map(({ checkedAt }) => checkedAt - from).toSorted((a, b) => a - b);
    expect(starts.every((start, index) => start >= index * 500 - 100)).toBe(true);
  });

  it('asks nothing in its quiet hours and goes on after them', async () => {
    const clock = fastClock();
    const minute = new Date(clock.now()).getHours() * 60 + new Date(clock.now()).getMinutes();
    const quietHours = { fromMinute: minute, toMinute: (minute + 90) % 1_440 };
    const from = clock.now();
    const told: number[] = [];
    const onQuiet = (until: number): void => void told.push(until - from);
    const { results } = await runCrawl(HOSTS, URLS, { quietHours }, { clock, onQuiet });
    expect(new Set(told)).toEqual(new Set([90 * 60_000]));
    expect(reasonsOf(results)).toEqual(URLS.map(() => 'present'));
    expect(results.every(({ checkedAt }) => checkedAt - from === 90 * 60_000)).toBe(true);
  });
});
