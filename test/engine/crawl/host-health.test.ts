import { describe, expect, it } from 'vitest';
import { type HostAnswers, html, paths, redirect } from './loopback-web.ts';
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

  describe('a host that fails whatever it is asked for', () => {
    const urls = Array.from({ length: 20 }, (_, index) => `http://a.test/${index}`);
    const always =
      (status: number, headers: Record<string, string> = {}): HostAnswers =>
      (request, response) =>
        html('busy', headers, request.url === '/robots.txt' ? 404 : status)(request, response);

    it.each<[string, number, Record<string, string>, string, number[]]>([
      ['429', 429, {}, 'rate-limited', [1_000, 2_000, 4_000, 8_000]],
      ['503', 503, {}, 'server-error', [1_000, 2_000, 4_000, 8_000]],
      ['503 and a short pause', 503, { 'retry-after': '3' }, 'server-error', [3_000, 3_000, 4_000, 8_000]],
      ['500', 500, {}, 'server-error', []],
      ['502', 502, {}, 'server-error', []],
    ])('is left alone after five times of %s', async (_, status, headers, reason, waits) => {
      const clock = fastClock();
      const answers = { 'a.test': always(status, headers) };
      const { results, web } = await runCrawl(answers, urls, { perHost: 1 }, { clock });
      const asked = web.requests.filter((request) => !request.endsWith('robots.txt')).length;
      expect([asked, clock.waits, reasonsOf(results)]).toEqual([5, waits, urls.map(() => reason)]);
      expect(results.at(-1)?.links[0]?.verdict.evidence).toBe(
        `not asked again after 5 failures in a row: HTTP ${status}`,
      );
    });

    it('is given twice the number where it had answered before', async () => {
      const answers: HostAnswers = (request, response) =>
        (request.url === '/0' ? LIVE : always(500))(request, response);
      const { results, web } = await runCrawl({ 'a.test': answers }, urls, { perHost: 1 });
      const asked = web.requests.filter((request) => !request.endsWith('robots.txt')).length;
      expect([asked, reasonsOf(results)]).toEqual([11, ['present', ...urls.slice(1).map(() => 'server-error')]]);
    });

    it('leaves to a page what that answered before the host was left alone', async () => {
      const answers: HostAnswers = (request, response) =>
        (request.url === '/0' ? always(429) : always(503, { 'retry-after': '86400' }))(request, response);
      const { results } = await runCrawl({ 'a.test': answers }, urls, { perHost: 2 }, { clock: fastClock() });
      const ofItself = reasonsOf(results).filter((reason) => reason === 'rate-limited');
      expect([results.length, ofItself.length]).toEqual([urls.length, 1]);
    });

    it('is given one pause for requests that fail together', async () => {
      const clock = fastClock();
      const { results } = await runCrawl({ 'a.test': always(429) }, urls, { perHost: 6 }, { clock });
      expect([clock.waits, reasonsOf(results)]).toEqual([[1_000, 2_000, 4_000, 8_000], urls.map(() => 'rate-limited')]);
    });

    it('is asked on where it answers between', async () => {
      const mixed: HostAnswers = (request, response) =>
        (request.url?.endsWith('4') === true ? LIVE : always(500))(request, response);
      const { web } = await runCrawl({ 'a.test': mixed }, urls.slice(0, 10), { perHost: 1, breakerLimit: 6 });
      expect(web.requests.length).toBe(11);
    });
  });

  describe('a host behind redirects', () => {
    const away = redirect('http://b.test/page');
    const leads = paths(Object.fromEntries(['/0', '/1', '/2', '/3', '/4'].map((path) => [path, away])));
    const hosts = { 'a.test': leads, 'c.test': leads };
    const urls = ['http://a.test/1', 'http://c.test/1'];

    it('is given the pause it asks for by every page that leads to it', async () => {
      const clock = fastClock();
      const web = { ...hosts, 'b.test': busy(1, { 'retry-after': '7' }) };
      const { results } = await runCrawl(web, urls, { concurrency: 1 }, { clock });
      expect([reasonsOf(results), results.map(({ attempts }) => attempts), clock.waits]).toEqual([
        ['present', 'present'],
        [2, 1],
        [7_000],
      ]);
    });

    it('is left alone where it asks for a long pause, and the hosts before it are not', async () => {
      const web = { ...hosts, 'b.test': busy(9, { 'retry-after': '86400' }), 'c.test': LIVE };
      const { results, web: asked } = await runCrawl(web, ['http://a.test/1', 'http://a.test/2', 'http://c.test/1'], {
        concurrency: 1,
      });
      expect(reasonsOf(results)).toEqual(['rate-limited', 'rate-limited', 'present']);
      expect(asked.requests.filter((request) => request === 'b.test /page').length).toBe(1);
    });

    it('is left alone after it failed several times in a row', async () => {
      const pages = Array.from({ length: 5 }, (_, index) => `http://a.test/${index}`);
      const broken: HostAnswers = (request, response) =>
        request.url === '/robots.txt' ? void response.writeHead(404).end() : void request.socket.destroy();
      const { results, web } = await runCrawl({ ...hosts, 'b.test': broken }, pages, {
        concurrency: 1,
        retries: 0,
        breakerLimit: 3,
      });
      expect(reasonsOf(results)).toEqual(pages.map(() => 'connection-reset'));
      expect(web.requests.filter((request) => request === 'b.test /page').length).toBe(3);
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
