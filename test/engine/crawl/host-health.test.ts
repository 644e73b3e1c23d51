import { describe, expect, it } from 'vitest';
import { type HostAnswers, html, paths } from './loopback-web.ts';
import { fastClock, LIVE, reasonsOf, runCrawl } from './run-crawl.ts';

const busy = (times: number, headers: Record<string, string>, status = 429): HostAnswers => {
  let count = 0;
  return paths({
    '/page': (request, response) => (count++ < times ? html('busy', headers, status) : LIVE)(request, response),
  });
};

describe('HostHealth', () => {
  describe('a busy host', () => {
    it('is given the pause it asks for', async () => {
      const clock = fastClock();
      const { results } = await runCrawl(
        { 'a.test': busy(1, { 'retry-after': '7' }) },
        ['http://a.test/page'],
        {},
        { clock },
      );
      expect([reasonsOf(results), results[0]?.attempts, clock.waits]).toEqual([['present'], 2, [7_000]]);
    });

    it('is given growing pauses, a bounded number of times', async () => {
      const clock = fastClock();
      const { results } = await runCrawl({ 'a.test': busy(9, {}, 503) }, ['http://a.test/page'], {}, { clock });
      expect([reasonsOf(results), results[0]?.attempts, clock.waits]).toEqual([['server-error'], 3, [1_000, 2_000]]);
    });

    it('is left alone where it asks for a long pause', async () => {
      const urls = ['http://a.test/page', 'http://a.test/other'];
      const { results, web } = await runCrawl({ 'a.test': busy(9, { 'retry-after': '86400' }) }, urls, { perHost: 1 });
      expect([reasonsOf(results), web.requests]).toEqual([
        ['rate-limited', 'rate-limited'],
        ['a.test /robots.txt', 'a.test /page'],
      ]);
    });
  });

  it('leaves a host alone after it failed several times in a row', async () => {
    const urls = Array.from({ length: 6 }, (_, index) => `http://a.test/${index}`);
    const answer = paths(
      Object.fromEntries(
        urls.map((_, index): [string, HostAnswers] => [`/${index}`, (request) => void request.socket.destroy()]),
      ),
    );
    const { results, web } = await runCrawl({ 'a.test': answer }, urls, { perHost: 1, retries: 0, breakerLimit: 3 });
    expect(reasonsOf(results)).toEqual(urls.map(() => 'connection-reset'));
    expect(web.requests.filter((request) => !request.endsWith('robots.txt')).length).toBe(3);
    expect(results.map((result) => result.attempts)).toEqual([1, 1, 1, 0, 0, 0]);
  });
});
