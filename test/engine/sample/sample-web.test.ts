import { request } from 'node:http';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stateOfReason } from '../../../src/core/model/check-reason.ts';
import {
  readSampleWebData,
  SAMPLE_BEHAVIOURS,
  type SampleBehaviour,
  type SampleHost,
  type SamplePage,
} from '../../../src/engine/sample/sample-data.ts';
import { type SampleWeb, startSampleWeb } from '../../../src/engine/sample/sample-web.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

const data = readSampleWebData();
let web: SampleWeb;

beforeAll(async () => {
  web = await startSampleWeb();
});
afterAll(() => web.close());

describe('startSampleWeb', () => {
  it.each<[SampleBehaviour, number]>([
    ['live', 200],
    ['noindex', 200],
    ['noindex-header', 200],
    ['nofollow-page', 200],
    ['canonical-elsewhere', 200],
    ['canonical-other-site', 200],
    ['anchor-changed', 200],
    ['target-changed', 200],
    ['removed', 200],
    ['mention-only', 200],
    ['commented-out', 200],
    ['noscript-only', 200],
    ['slow', 200],
    ['captcha', 200],
    ['parked', 200],
    ['soft-404', 200],
    ['javascript', 200],
    ['not-html', 200],
    ['redirected', 301],
    ['redirected-home', 301],
    ['redirect-chain', 302],
    ['redirect-loop', 302],
    ['unauthorized', 401],
    ['forbidden', 403],
    ['bot-challenge', 403],
    ['not-found', 404],
    ['gone', 410],
    ['rate-limited', 429],
    ['server-error', 500],
  ])('answers a page that is %s with %i', async (behaviour, status) => {
    const { host, page } = somePage(behaviour);
    expect((await get(host.host, page.path)).status).toBe(status);
  });

  it('shows the client’s link on every page whose check must end live, and on no other', async () => {
    const wrong: string[] = [];
    for (const { host, page } of allPages()) {
      if (page.behaviour === 'slow' || page.behaviour === 'redirect-loop') continue;
      const links = clientLinks(await follow(host.host, page.path));
      const expected = stateOfReason(SAMPLE_BEHAVIOURS[page.behaviour ?? 'live']) === 'live' || isRobotsOnly(page);
      if (links.length > 0 !== expected) wrong.push(`${page.behaviour ?? 'live'} ${host.host}${page.path}`);
    }
    expect(wrong).toEqual([]);
  });

  it('writes each live link with the target, anchor and rel of the data', async () => {
    for (const { host, page } of allPages()) {
      if (page.behaviour !== undefined) continue;
      const found = clientLinks(await get(host.host, page.path));
      expect(found).toEqual(page.links.map(({ target, anchor, rel }) => ({ target, anchor, rel })));
    }
  });

  it('links to another page of the client where the target changed', async () => {
    const { host, page } = somePage('target-changed');
    const [found] = clientLinks(await get(host.host, page.path));
    expect(found?.target).toBe(page.now?.target);
    expect(found?.target).not.toBe(page.links[0]?.target);
  });

  it.each<[SampleBehaviour, RegExp]>([
    ['mention-only', /Hollow Oak Kitchens/],
    ['commented-out', /<!-- <p>[^]*hollow[^]*-->/],
    ['noscript-only', /<noscript><p>[^]*hollow[^]*<\/noscript>/],
    ['noindex', /<meta name="robots" content="noindex, follow">/],
    ['nofollow-page', /<meta name="robots" content="index, nofollow">/],
    ['canonical-other-site', /<link rel="canonical" href="https:\/\/original-publisher\.example\/story">/],
    ['captcha', /g-recaptcha/],
    ['bot-challenge', /Just a moment/],
    ['parked', /domain is for sale/],
    ['javascript', /<div id="root"><\/div>/],
  ])('shows what a reader must recognise on a page that is %s', async (behaviour, mark) => {
    const { host, page } = somePage(behaviour);
    expect((await get(host.host, page.path)).body).toMatch(mark);
  });

  it('says noindex in the header and how long to stay away', async () => {
    const hidden = somePage('noindex-header');
    expect((await get(hidden.host.host, hidden.page.path)).headers['x-robots-tag']).toBe('noindex');
    const limited = somePage('rate-limited');
    expect((await get(limited.host.host, limited.page.path)).headers['retry-after']).toBe('3600');
  });

  it('leads through a chain to the page and round a loop for ever', async () => {
    const chain = somePage('redirect-chain');
    expect((await follow(chain.host.host, chain.page.path)).status).toBe(200);
    const loop = somePage('redirect-loop');
    const first = await get(loop.host.host, loop.page.path);
    const second = await get(loop.host.host, String(first.headers['location']));
    expect(second.headers['location']).toBe(loop.page.path);
  });

  it('finds a page under the twins of its address', async () => {
    const { host, page } = somePage('removed', (candidate) => /^\/[^?]*[^/]\/$/.test(candidate.path));
    const { body } = await get(host.host, page.path);
    for (const [name, path] of [
      [`www.${host.host}`, page.path],
      [`${host.host.toUpperCase()}:8080`, page.path.slice(0, -1)],
      [host.host, `${page.path}?utm_source=newsletter`],
    ] as const) {
      expect((await get(name, path)).body).toBe(body);
    }
  });

  it('answers robots.txt for each host', async () => {
    expect((await get(somePage('robots-blocked').host.host, '/robots.txt')).body).toContain(
      'User-agent: *\nDisallow: /\n',
    );
    expect((await get(somePage('robots-error').host.host, '/robots.txt')).status).toBe(503);
    expect((await get('hollow-oak-kitchens.example', '/robots.txt')).body).toContain('Disallow: /basket');
    expect([200, 404]).toContain((await get('mill-cottage-life.example', '/robots.txt')).status);
  });

  it.each([
    ['www.hollow-oak-kitchens.example', '/showroom', 200],
    ['hollowoak-joinery.example', '/', 200],
    ['www.hollow-oak-kitchens.example', '/shop/', 301],
    ['hollow-oak-kitchens.example', '/brochure-2021.pdf', 404],
    ['nobody-lives-here.example', '/', 404],
    ['mill-cottage-life.example', '/no-such-page', 404],
  ])('answers %s%s with %i', async (host, path, status) => {
    expect((await get(host, path)).status).toBe(status);
  });

  it('closes while a slow answer is under way', async () => {
    const own = await startSampleWeb();
    const { host, page } = somePage('slow');
    const asked = get(host.host, page.path, own.port).then(
      () => 'answered',
      () => 'broken off',
    );
    await get(host.host, '/', own.port);
    await own.close();
    expect(await asked).toBe('broken off');
  });
});

function* allPages(): Generator<{ host: SampleHost; page: SamplePage }> {
  for (const host of data.hosts) for (const page of host.pages) yield { host, page };
}

function somePage(behaviour: SampleBehaviour, isFit: (page: SamplePage) => boolean = () => true) {
  for (const found of allPages()) if ((found.page.behaviour ?? 'live') === behaviour && isFit(found.page)) return found;
  throw new Error(`The sample has no page that is ${behaviour}.`);
}

/** Pages behind robots.txt have the link; only a polite reader never sees it. */
function isRobotsOnly(page: SamplePage): boolean {
  return page.behaviour === 'robots-blocked' || page.behaviour === 'robots-error';
}

function clientLinks({ body }: Answer): { target: string; anchor: string; rel: string | undefined }[] {
  const document = load(body, { scriptingEnabled: true });
  return document('a[href*="//www.hollow"], a[href*="//hollow"]')
    .toArray()
    .map((element) => {
      const link = document(element);
      const anchor = link.text() === '' ? (link.find('img').attr('alt') ?? '') : link.text();
      return { target: link.attr('href') ?? '', anchor, rel: link.attr('rel') };
    });
}

async function follow(host: string, path: string): Promise<Answer> {
  let answer = await get(host, path);
  for (let hops = 0; hops < 5 && answer.headers['location'] !== undefined; hops += 1) {
    answer = await get(host, String(answer.headers['location']));
  }
  return answer;
}

function get(host: string, path: string, port = web.port): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: web.address, port, path, headers: { host } }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
      response.on('error', reject);
    });
    asked.on('error', reject);
    asked.end();
  });
}
