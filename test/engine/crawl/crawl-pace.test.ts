import { describe, expect, it } from 'vitest';
import { type HostAnswers, paths, redirect } from './loopback-web.ts';
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

  it('pauses between two requests to a host, also where redirects lead to it', async () => {
    const clock = fastClock();
    const from = clock.now();
    const asked: number[] = [];
    const page: HostAnswers = (request, response) => {
      if (request.url !== '/robots.txt') asked.push(clock.now() - from);
      LIVE(request, response);
    };
    const hosts = {
      'a.test': paths({ '/': redirect('http://h.test/1') }),
      'b.test': paths({ '/': redirect('http://h.test/2') }),
      'h.test': page,
    };
    const urls = ['http://a.test/', 'http://b.test/', 'http://h.test/3'];
    const { results } = await runCrawl(hosts, urls, { spacingMs: 5_000, concurrency: 1 }, { clock });
    expect(reasonsOf(results)).toEqual(['present', 'present', 'present']);
    const gaps = asked.slice(1).map((at, index) => at - (asked[index] ?? 0));
    expect(gaps.every((gap) => gap >= 5_000)).toBe(true);
  });

  it('pauses between the steps of a redirect within a host', async () => {
    const clock = fastClock();
    const host = paths({ '/1': redirect('/2'), '/2': redirect('/3'), '/3': LIVE });
    await runCrawl({ 'a.test': host }, ['http://a.test/1'], { spacingMs: 5_000 }, { clock });
    expect(clock.waits).toEqual([5_000, 5_000]);
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
