import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Connections, openConnections } from '../../../src/engine/crawl/connections.ts';
import { DEFAULT_CRAWL_SETTINGS } from '../../../src/engine/crawl/crawl-settings.ts';
import { type LoopbackWeb, openLoopbackWeb } from './loopback-web.ts';
import { type CrawlRun, LIVE, reasonsOf, runCrawl } from './run-crawl.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

const HOSTS = Array.from({ length: 40 }, (_, index) => `h${index}.test`);
const PAGES = HOSTS.map((host) => `http://${host}/page`);

/** The web of a machine whose network goes and comes: `fails` tells for each request with which error it does, if any. */
async function unsteady(
  fails: (host: string) => string | null,
): Promise<{ web: LoopbackWeb; connections: Connections }> {
  const web = await openLoopbackWeb(Object.fromEntries([...HOSTS, 'client.test'].map((host) => [host, LIVE])));
  closing.push(() => web.close());
  const resolve = [{ host: '*', address: '127.0.0.1', port: web.port }];
  const real = openConnections({ ...DEFAULT_CRAWL_SETTINGS, allowPrivate: true, resolve });
  const request: Connections['request'] = async (options, exchange) => {
    const code = fails(new URL(String(options.origin)).hostname);
    if (code !== null) throw Object.assign(new Error(`${code} ${String(options.origin)}`), { code });
    // The client's site has no certificate here.
    const origin = String(options.origin).replace('https:', 'http:');
    return await real.request({ ...options, origin }, exchange);
  };
  return { web, connections: { ...real, request } };
}

async function crawlUnsteadily(
  fails: (host: string, asked: number) => string | null,
  urls: readonly string[] = PAGES,
): Promise<CrawlRun> {
  let asked = 0;
  const { connections } = await unsteady((host) => fails(host, ++asked));
  return await runCrawl({}, urls, { concurrency: 4 }, { connections });
}

describe('a network that is gone', () => {
  it.each([['EAI_AGAIN'], ['ENETUNREACH'], ['ENOTFOUND'], ['ETIMEDOUT']])(
    'stops a crawl without an outcome for any page (%s)',
    async (code) => {
      const { results, counts } = await crawlUnsteadily(() => code);
      expect(results).toEqual([]);
      expect(counts.lost).toMatchObject({ kind: 'network', isBack: false, evidence: expect.stringContaining(code) });
    },
  );

  it('keeps what was found before, and nothing of what came after', async () => {
    const { results, counts } = await crawlUnsteadily((_, asked) => (asked > 40 ? 'EAI_AGAIN' : null));
    expect(new Set(reasonsOf(results))).toEqual(new Set(['present']));
    expect(results.length).toBeGreaterThan(10);
    expect(counts).toMatchObject({ pages: results.length, lost: { kind: 'network', isBack: false } });
  });

  it('is known from few pages where the failures speak of this machine', async () => {
    const { results, counts } = await crawlUnsteadily(() => 'ENETUNREACH', PAGES.slice(0, 2));
    expect([results.length, counts.lost?.kind]).toEqual([0, 'network']);
  });

  it('that comes back soon lets the crawl be taken up again', async () => {
    let witnesses = 0;
    const isBack = (host: string): boolean => host === 'client.test' && ++witnesses > 1;
    const { results, counts } = await crawlUnsteadily((host) => (isBack(host) ? null : 'EAI_AGAIN'));
    expect([results, counts.lost]).toMatchObject([[], { kind: 'network', isBack: true }]);
  });
});

describe('hosts that are gone', () => {
  const dead = new Set(HOSTS.slice(5, 35));

  it.each([['ENOTFOUND'], ['EAI_AGAIN'], ['ETIMEDOUT']])('are facts, however many in a row (%s)', async (code) => {
    const { results, counts } = await crawlUnsteadily((host) => (dead.has(host) ? code : null));
    expect(counts).toMatchObject({ pages: HOSTS.length, lost: null });
    expect(reasonsOf(results).filter((reason) => reason === 'present')).toHaveLength(10);
  });

  it('are facts where nothing else is asked but the client’s site, which answers', async () => {
    const { results, counts } = await crawlUnsteadily((host) => (host === 'client.test' ? null : 'EAI_AGAIN'));
    expect(counts.lost).toBeNull();
    expect(reasonsOf(results)).toEqual(HOSTS.map(() => 'dns-failure'));
  });

  it('are facts where they are few and nobody else can be asked', async () => {
    const { results, counts } = await crawlUnsteadily(() => 'ENOTFOUND', PAGES.slice(0, 3));
    expect([reasonsOf(results), counts.lost]).toEqual([Array(3).fill('dns-failure'), null]);
  });

  it('are facts with all of their pages', async () => {
    const urls = [PAGES[0] ?? '', ...Array.from({ length: 300 }, (_, index) => `http://h9.test/${index}`)];
    const { results, counts } = await crawlUnsteadily((host) => (host === 'h9.test' ? 'ENOTFOUND' : null), urls);
    expect(counts).toMatchObject({ pages: 301, reasons: { present: 1, 'dns-failure': 300 }, lost: null });
    expect(results).toHaveLength(301);
  });
});

describe('a proxy', () => {
  async function portOf(server: Server): Promise<number> {
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    closing.push(() => server.close());
    return (server.address() as AddressInfo).port;
  }

  function crawlThrough(proxy: string, scheme = 'http'): Promise<CrawlRun> {
    return runCrawl(
      {},
      PAGES.map((url) => url.replace('http', scheme)),
      { proxy, resolve: [] },
    );
  }

  it.each(['http', 'https'])('that refuses connections is no failure of the %s pages behind it', async (scheme) => {
    const server = createTcpServer();
    const port = await portOf(server);
    await new Promise((closed) => server.close(closed));
    const { results, counts } = await crawlThrough(`http://127.0.0.1:${port}`, scheme);
    expect(results).toEqual([]);
    expect(counts.lost).toEqual({ kind: 'proxy', isBack: false, evidence: `connect ECONNREFUSED 127.0.0.1:${port}` });
  });

  it('whose name is not known is none either', async () => {
    const { results, counts } = await crawlThrough(`http://${'x'.repeat(64)}.test:8080`);
    expect([results, counts.lost?.kind]).toEqual([[], 'proxy']);
  });

  it.each(['http', 'https'])('that wants a login stops %s pages at once', async (scheme) => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked++;
      response.writeHead(407).end();
    });
    server.on('connect', (_request, socket) => {
      asked++;
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    });
    const { results, counts } = await crawlThrough(`http://127.0.0.1:${await portOf(server)}`, scheme);
    expect([results, counts.lost]).toEqual([[], { kind: 'proxy-login', isBack: false, evidence: 'it answers 407' }]);
    expect(asked).toBeLessThan(PAGES.length);
  });

  it('that answers for a host it cannot reach tells of that host', async () => {
    const server = createServer((_request, response) => response.writeHead(502).end());
    server.on('connect', (_request, socket) => socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
    const proxy = `http://127.0.0.1:${await portOf(server)}`;
    expect((await crawlThrough(proxy)).counts).toMatchObject({ pages: PAGES.length, lost: null });
  });
});
