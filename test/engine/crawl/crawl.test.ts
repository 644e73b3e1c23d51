import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { PageToCheck } from '../../../src/engine/crawl/page-check.ts';
import { SYSTEM_CLOCK } from '../../../src/engine/crawl/system-clock.ts';
import { type HostAnswers, html, paths, redirect } from './loopback-web.ts';
import { LINK, LIVE, reasonsOf, runCrawl, TEXT } from './run-crawl.ts';

const refreshTo = (path: string): HostAnswers => html(`<meta http-equiv=refresh content="0; url=${path}">moved`);

/** `/1` leads to `/2`, and so on. */
const redirectOn: HostAnswers = (request, response) => {
  redirect(`/${Number(request.url?.slice(1)) + 1}`)(request, response);
};

describe('crawl', () => {
  it('stores everything one look at a page gives', async () => {
    const body = `<title>Boats</title>${TEXT}<p>${LINK}</p>`;
    const { results, counts } = await runCrawl({ 'a.test': paths({ '/page': html(body) }) }, ['http://a.test/page#x']);
    expect(results[0]).toMatchObject({
      pageId: 0,
      attempts: 1,
      requestedUrl: 'http://a.test/page#x',
      finalUrl: 'http://a.test/page',
      chain: [],
      status: 200,
      robots: { us: 'allowed', googlebot: 'allowed' },
      contentType: 'text/html; charset=utf-8',
      charset: 'utf-8',
      sizeBytes: body.length,
      bodySha256: createHash('sha256').update(body).digest('hex'),
      facts: { title: 'Boats', externalLinks: 1 },
      links: [{ backlinkId: 0, verdict: { reason: 'present', headline: 0 }, search: { value: 'counts', limits: [] } }],
    });
    expect(counts).toEqual({
      pages: 1,
      links: 1,
      states: { live: 1, gone: 0, unknown: 0 },
      reasons: { present: 1 },
      isCancelled: false,
      lost: null,
    });
  });

  it('names itself and sends no cookies', async () => {
    const seen: (string | undefined)[] = [];
    const answer: HostAnswers = (request, response) => {
      seen.push(request.headers['user-agent'], request.headers.cookie);
      LIVE(request, response.setHeader('set-cookie', 'a=1'));
    };
    await runCrawl({ 'a.test': answer }, ['http://a.test/1', 'http://a.test/2'], { concurrency: 1 });
    expect(new Set(seen)).toEqual(new Set(['Anchorage/test (+https://contact.test)', undefined]));
  });

  describe('redirects', () => {
    it('keeps every hop', async () => {
      const hosts = {
        'a.test': paths({ '/1': redirect('/2', 302), '/2': redirect('http://b.test/3#x', 308) }),
        'b.test': paths({ '/3': LIVE }),
      };
      const { results } = await runCrawl(hosts, ['http://a.test/1']);
      expect(results[0]).toMatchObject({
        finalUrl: 'http://b.test/3',
        chain: [
          { url: 'http://a.test/1', status: 302, via: 'location', to: 'http://a.test/2' },
          { url: 'http://a.test/2', status: 308, via: 'location', to: 'http://b.test/3' },
        ],
      });
      expect(reasonsOf(results)).toEqual(['present']);
    });

    it('stops after ten', async () => {
      const { results } = await runCrawl({ 'a.test': redirectOn }, ['http://a.test/1']);
      expect([reasonsOf(results), results[0]?.chain.length]).toEqual([['too-many-redirects'], 11]);
    });

    it('follows a refresh of a page that holds no link', async () => {
      const hosts = {
        'a.test': paths({ '/1': html('<meta http-equiv=refresh content="0; url=/2">moved'), '/2': LIVE }),
      };
      const { results } = await runCrawl(hosts, ['http://a.test/1']);
      expect(reasonsOf(results)).toEqual(['present']);
      expect(results[0]?.chain.map((hop) => hop.via)).toEqual(['meta-refresh']);
    });

    it.each(['', '\n', '<html></html>'])('follows the header of a refresh of a body of %j', async (body) => {
      const { results } = await runCrawl(
        { 'a.test': paths({ '/1': html(body, { refresh: '0;url=/2' }), '/2': LIVE }) },
        ['http://a.test/1'],
      );
      expect(reasonsOf(results)).toEqual(['present']);
      expect(results[0]?.chain.map((hop) => hop.via)).toEqual(['refresh-header']);
    });

    it('takes a refresh to a captcha for one, whatever is there', async () => {
      const { results } = await runCrawl({ 'a.test': paths({ '/1': refreshTo('/.well-known/sgcaptcha/?r=1') }) }, [
        'http://a.test/1',
      ]);
      expect(reasonsOf(results)).toEqual(['captcha']);
    });

    it('sees two pages that refresh to each other as a loop', async () => {
      const { results } = await runCrawl({ 'a.test': paths({ '/1': refreshTo('/2'), '/2': refreshTo('/1') }) }, [
        'http://a.test/1',
      ]);
      expect(reasonsOf(results)).toEqual(['redirect-loop']);
    });
  });

  describe('private addresses', () => {
    it.each([
      ['http://127.0.0.1/'],
      ['http://2130706433/'],
      ['http://0x7f.1/'],
      ['http://[::1]/'],
      ['http://[::ffff:127.0.0.1]/'],
      ['http://169.254.169.254/latest/meta-data/'],
      ['http://localhost/'],
      ['http://x.localhost./'],
    ])('%s is refused', async (url) => {
      const { results, web } = await runCrawl({}, [url], { allowPrivate: false, resolve: [] });
      expect([reasonsOf(results), web.requests]).toEqual([['private-address'], []]);
    });

    it('a name that stands for one is refused', async () => {
      const { results, web } = await runCrawl({ 'a.test': LIVE }, ['http://a.test/'], { allowPrivate: false });
      expect([reasonsOf(results), web.requests]).toEqual([['private-address'], []]);
    });
  });

  it('asks no host for more than its share at a time', async () => {
    let active = 0;
    let most = 0;
    const answer: HostAnswers = (request, response) => {
      active++;
      most = Math.max(most, active);
      setTimeout(() => {
        active--;
        LIVE(request, response);
      }, 5);
    };
    const urls = Array.from({ length: 12 }, (_, index) => `http://a.test/${index}`);
    const { counts } = await runCrawl({ 'a.test': answer }, urls, { perHost: 3 });
    expect([counts.pages, most]).toEqual([12, 3]);
  });

  it('reads no further in the source than it was told to', async () => {
    let read = 0;
    let done = 0;
    let furthest = 0;
    const pages = function* (): Generator<PageToCheck> {
      for (let index = 0; index < 50; index++) {
        read++;
        furthest = Math.max(furthest, read - done);
        yield { pageId: index, url: `http://a${index % 5}.test/${index}`, links: [] };
      }
    };
    const settings = { readAhead: 4, concurrency: 2 };
    const onResult = (): void => void done++;
    const { counts } = await runCrawl({}, [], settings, { pages: pages(), onResult });
    expect(counts.pages).toBe(50);
    expect(furthest).toBeLessThanOrEqual(8);
  });

  it('stops when it is cancelled and reports nothing that was not finished', async () => {
    const controller = new AbortController();
    const hosts = { 'a.test': paths({ '/1': LIVE, '/2': () => controller.abort(), '/3': LIVE }) };
    const urls = ['http://a.test/1', 'http://a.test/2', 'http://a.test/3'];
    const { results, counts } = await runCrawl(
      hosts,
      urls,
      { concurrency: 1, perHost: 1 },
      { signal: controller.signal },
    );
    expect(results.map((result) => result.pageId)).toEqual([0]);
    expect(counts).toMatchObject({ pages: 1, isCancelled: true });
  });

  it('rejects with what the receiver of results throws', async () => {
    const options = { onResult: () => Promise.reject(new Error('disk full')) };
    await expect(runCrawl({ 'a.test': LIVE }, ['http://a.test/1'], {}, options)).rejects.toThrow('disk full');
  });

  it('runs by the clock of the machine as well', async () => {
    const { counts } = await runCrawl(
      { 'a.test': LIVE },
      ['http://a.test/1', 'http://a.test/2'],
      { spacingMs: 5 },
      { clock: SYSTEM_CLOCK },
    );
    expect(counts.pages).toBe(2);
  });
});
