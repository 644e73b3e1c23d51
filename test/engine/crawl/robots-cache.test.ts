import { describe, expect, it } from 'vitest';
import { type HostAnswers, html, paths, redirect } from './loopback-web.ts';
import { fastClock, LIVE, reasonsOf, runCrawl } from './run-crawl.ts';

const robots = (text: string): HostAnswers => html(text, { 'content-type': 'text/plain' });

describe('RobotsCache', () => {
  it('is asked once per origin and obeyed', async () => {
    const hosts = {
      'a.test': paths({ '/robots.txt': robots('user-agent: *\ndisallow: /no'), '/no': LIVE, '/yes': LIVE }),
    };
    const { results, web } = await runCrawl(hosts, ['http://a.test/no', 'http://a.test/yes']);
    expect(reasonsOf(results)).toEqual(['robots-disallowed', 'present']);
    expect([...web.requests].sort()).toEqual(['a.test /robots.txt', 'a.test /yes']);
  });

  it('is read for Googlebot apart from us', async () => {
    const hosts = { 'a.test': paths({ '/robots.txt': robots('user-agent: googlebot\ndisallow: /'), '/page': LIVE }) };
    const { results } = await runCrawl(hosts, ['http://a.test/page']);
    expect(results[0]).toMatchObject({
      robots: { us: 'allowed', googlebot: 'disallowed' },
      links: [{ verdict: { reason: 'present' }, search: { value: 'blocked', limits: ['robots-blocks-googlebot'] } }],
    });
  });

  it('is asked for every host of a redirect', async () => {
    const hosts = {
      'a.test': paths({ '/page': redirect('http://b.test/page') }),
      'b.test': paths({ '/robots.txt': robots('user-agent: anchorage\ndisallow: /'), '/page': LIVE }),
    };
    const { results, web } = await runCrawl(hosts, ['http://a.test/page']);
    expect(reasonsOf(results)).toEqual(['robots-disallowed']);
    expect(web.requests).not.toContain('b.test /page');
  });

  it.each<[string, HostAnswers, string]>([
    ['500', html('', {}, 500), 'robots-unreachable'],
    ['429', html('', {}, 429), 'robots-unreachable'],
    ['403', html('', {}, 403), 'present'],
    ['a broken connection', (request) => void request.socket.destroy(), 'robots-unreachable'],
    ['a redirect to a file', redirect('/rules.txt'), 'robots-disallowed'],
    ['a redirect to a host that cannot be asked', redirect('https://b.test/robots.txt'), 'robots-unreachable'],
    ['a loop', redirect('/robots.txt'), 'present'],
    ['a file of megabytes', robots(`user-agent: *\ndisallow: /\n${'# filler\n'.repeat(200_000)}`), 'robots-disallowed'],
  ])('answering %s: %s', async (_name, answer, reason) => {
    const rules = robots('user-agent: *\ndisallow: /');
    const { results } = await runCrawl(
      { 'a.test': paths({ '/robots.txt': answer, '/rules.txt': rules, '/page': LIVE }) },
      ['http://a.test/page'],
      { maxBytes: 1_000_000, maxRawBytes: 1_000_000 },
    );
    expect(reasonsOf(results)).toEqual([reason]);
  });

  describe('asked for in vain', () => {
    const urls = ['http://a.test/page', 'http://a.test/other'];
    const failing = (answer: HostAnswers, times: number): HostAnswers => {
      let asked = 0;
      const rules = robots('user-agent: *\ndisallow: /other');
      return paths({
        '/robots.txt': (request, response) => (asked++ < times ? answer : rules)(request, response),
        '/page': LIVE,
        '/other': LIVE,
      });
    };

    it.each<[string, HostAnswers, number[]]>([
      ['500', html('', {}, 500), [1_000, 2_000]],
      ['503 with a pause', html('', { 'retry-after': '7' }, 503), [7_000, 7_000]],
      ['429', html('', {}, 429), [1_000, 2_000]],
      ['a connection that breaks', (request) => void request.socket.destroy(), [1_000, 2_000]],
      ['silence', () => undefined, [1_000, 2_000]],
    ])('is asked for again, as a page is, after %s', async (_, answer, waits) => {
      const clock = fastClock();
      const settings = { timeoutMs: 200 };
      const { results, web } = await runCrawl({ 'a.test': failing(answer, 2) }, urls, settings, { clock });
      expect([reasonsOf(results), clock.waits]).toEqual([['present', 'robots-disallowed'], waits]);
      expect(results.map(({ attempts }) => attempts)).toEqual([1, 1]);
      expect(web.requests.length).toBe(4);
    });

    it('is given up after as many times as a page', async () => {
      const { results, web } = await runCrawl({ 'a.test': failing(html('', {}, 500), 9) }, urls);
      expect(reasonsOf(results)).toEqual(['robots-unreachable', 'robots-unreachable']);
      expect(web.requests).toEqual(Array(3).fill('a.test /robots.txt'));
    });

    it('leaves a host alone that asks for a long pause', async () => {
      const busy = html('', { 'retry-after': '3600' }, 503);
      const { results, web } = await runCrawl({ 'a.test': failing(busy, 9) }, urls, { perHost: 1 });
      expect([reasonsOf(results), web.requests.length]).toEqual([['robots-unreachable', 'robots-unreachable'], 1]);
    });
  });

  it('goes by a stored file, and stores only answers that tell the rules', async () => {
    const kept: [string, number, string][] = [];
    const rules = 'user-agent: *\ndisallow: /page';
    const hosts = Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((name) => [
        `${name}.test`,
        paths({
          '/robots.txt': name === 'c' ? html('', {}, 404) : html(rules, {}, name === 'd' ? 503 : 200),
          '/page': LIVE,
        }),
      ]),
    );
    const urls = ['a', 'b', 'c', 'd'].map((name) => `http://${name}.test/page`);
    const { results, web } = await runCrawl(
      hosts,
      urls,
      {},
      {
        robotsStore: {
          find: (origin) => (origin === 'http://a.test' ? { httpStatus: 404, body: new Uint8Array() } : null),
          findLast: () => null,
          keep: (origin, { httpStatus, body }) => void kept.push([origin, httpStatus, Buffer.from(body).toString()]),
        },
      },
    );
    expect(reasonsOf(results)).toEqual(['present', 'robots-disallowed', 'present', 'robots-unreachable']);
    expect(web.requests).not.toContain('a.test /robots.txt');
    expect(kept.toSorted(([a], [b]) => a.localeCompare(b))).toEqual([
      ['http://b.test', 200, rules],
      ['http://c.test', 404, ''],
    ]);
  });

  it('holds as it was last read where the host gives none now', async () => {
    const body = Buffer.from('user-agent: *\ndisallow: /no');
    const hosts = { 'a.test': paths({ '/robots.txt': html('', {}, 503), '/no': LIVE, '/page': LIVE }) };
    const urls = ['http://a.test/no', 'http://a.test/page'];
    const robotsStore = { find: () => null, findLast: () => ({ httpStatus: 200, body }), keep: () => undefined };
    const { results } = await runCrawl(hosts, urls, {}, { robotsStore });
    expect(reasonsOf(results)).toEqual(['robots-disallowed', 'present']);
  });
});
