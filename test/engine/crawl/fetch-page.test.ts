import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { type Connections, openConnections } from '../../../src/engine/crawl/connections.ts';
import { DEFAULT_CRAWL_SETTINGS } from '../../../src/engine/crawl/crawl-settings.ts';
import { type FetchSettings, fetchPage } from '../../../src/engine/crawl/fetch-page.ts';
import { type HostAnswers, type LoopbackWeb, openLoopbackWeb, redirect } from './loopback-web.ts';

const SETTINGS: FetchSettings = {
  userAgent: 'Anchorage/test',
  timeoutMs: 2_000,
  idleTimeoutMs: 3_000,
  totalTimeoutMs: 4_000,
  maxRawBytes: 100_000,
  maxBytes: 100_000,
  maxRedirects: 10,
  allowPrivate: false,
};

const open: { web: LoopbackWeb; connections: Connections }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).flatMap(({ web, connections }) => [web.close(), connections.destroy()]));
});

async function fetchFrom(answer: HostAnswers, settings: Partial<FetchSettings> = {}): ReturnType<typeof fetchPage> {
  const web = await openLoopbackWeb({ 'a.test': answer });
  const resolve = [{ host: '*', address: '127.0.0.1', port: web.port }];
  const connections = openConnections({ ...DEFAULT_CRAWL_SETTINGS, allowPrivate: true, resolve });
  open.push({ web, connections });
  const { signal } = new AbortController();
  return await fetchPage(
    connections,
    { url: 'http://a.test/page', chain: [], mayFetch: async () => null, signal },
    { ...SETTINGS, ...settings },
  );
}

describe('fetchPage', () => {
  it.each([
    ['http://10.0.0.1/', 'private-address'],
    ['http://[fd00::1]/', 'private-address'],
    ['http://0/', 'private-address'],
    ['http://a.test:6667/', 'bad-redirect'],
    ['javascript:alert(1)', 'bad-redirect'],
    ['file:///etc/passwd', 'bad-redirect'],
  ])('refuses a redirect to %s', async (to, reason) => {
    expect(await fetchFrom(redirect(to))).toMatchObject({ kind: 'failure', reason, chain: [{ status: 301 }] });
  });

  const text = 'The boats leave the harbour. '.repeat(100);
  it.each([
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['br', brotliCompressSync(text)],
    ['zstd', zstdCompressSync(text)],
    ['gzip, br', brotliCompressSync(gzipSync(text))],
    ['identity', Buffer.from(text)],
    ['gzip', Buffer.from(text)],
    ['gzip', gzipSync(text).subarray(0, -8)],
  ])('unpacks %s', async (encoding, body) => {
    const outcome = await fetchFrom((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding, 'content-type': 'text/html' }).end(body);
    });
    expect(outcome.kind === 'body' ? outcome.bytes.toString() : outcome).toBe(text);
  });

  it.each([
    ['gzip', gzipSync(Buffer.alloc(5_000_000))],
    ['br', brotliCompressSync(Buffer.alloc(5_000_000))],
    ['zstd', zstdCompressSync(Buffer.alloc(5_000_000))],
    ['deflate', deflateSync(Buffer.alloc(5_000_000))],
    ['gzip, gzip', gzipSync(gzipSync(Buffer.alloc(50_000_000)))],
  ])('stops unpacking a %s bomb', async (encoding, body) => {
    const outcome = await fetchFrom((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(body);
    });
    expect(outcome).toMatchObject({ kind: 'failure', reason: 'too-large' });
  });

  it('takes an answer that came in time, although the thread was busy until long after', async () => {
    const outcome = await fetchFrom(
      (_request, response) =>
        void response.writeHead(200).end(text, () => {
          const end = performance.now() + 400;
          while (performance.now() < end);
        }),
      { timeoutMs: 100, totalTimeoutMs: 200 },
    );
    expect(outcome.kind === 'body' ? outcome.bytes.toString() : outcome).toBe(text);
  });

  it('gives up on a body that falls silent, long before its time is up', async () => {
    const stops: HostAnswers = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).write('<p>The boats');
    };
    expect(await fetchFrom(stops, { idleTimeoutMs: 100, totalTimeoutMs: 60_000 })).toMatchObject({
      kind: 'failure',
      reason: 'too-slow',
      evidence: 'nothing more came within 100 ms',
    });
  });

  it.each([
    ['UTF-8', 'utf8', '/caf%C3%A9'],
    ['another charset', 'latin1', '/caf%C3%A9'],
  ] as const)('follows a redirect to an address written in %s', async (_name, charset, path) => {
    const outcome = await fetchFrom((request, response) => {
      if (request.url === path) response.end('here');
      else request.socket.end(Buffer.from('HTTP/1.1 302 Found\r\nLocation: /café\r\n\r\n', charset));
    });
    expect(outcome).toMatchObject({ kind: 'body', finalUrl: `http://a.test${path}` });
  });

  it('gives up on headers without end', async () => {
    const outcome = await fetchFrom((request) => {
      request.socket.write(`HTTP/1.1 200 OK\r\n${`a: ${'b'.repeat(100)}\r\n`.repeat(1_000)}`);
    });
    expect(outcome).toMatchObject({ kind: 'failure', reason: 'too-large' });
  });

  it('follows a redirect whose body never ends', async () => {
    const outcome = await fetchFrom((request, response) => {
      if (request.url === '/next') response.end('here');
      else response.writeHead(302, { location: '/next' }).write('wait');
    });
    expect(outcome).toMatchObject({ kind: 'body', finalUrl: 'http://a.test/next' });
  });
});
