import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type HostAnswers, html, paths, redirect } from './loopback-web.ts';
import { LINK, LIVE, PLAIN, reasonsOf, runCrawl, TEXT } from './run-crawl.ts';

/** Answers that never end well. */
const never: HostAnswers = () => undefined;
const dripOf =
  (start: string): HostAnswers =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.write(start);
  };
const endlessWith =
  (start: string): HostAnswers =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.write(start);
    const more = (): void => {
      while (!response.destroyed && response.write(TEXT.repeat(100)));
    };
    response.on('drain', more);
    more();
  };
const endless = endlessWith('');
const PAGE = Array.from({ length: 200 }, (_, index) => `<p>${index} ${TEXT.slice(index % 50, 300)}</p>`).join('');
const gzipped =
  (body: Buffer): HostAnswers =>
  (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(body);
const shorterThanSaid =
  (body: string, status = 200, headers: Readonly<Record<string, string>> = {}): HostAnswers =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'text/html', 'content-length': '9000', ...headers });
    response.write(body, () => response.destroy());
  };
/** An answer as old servers give it, whose end is the end of the connection. */
const rawAnswer =
  (body: string, headers = ''): HostAnswers =>
  (request) =>
    void request.socket.end(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n${headers}\r\n${body}`);
const resetAfter =
  (body: string): HostAnswers =>
  ({ socket }) =>
    void socket.write(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${body}`, () =>
      setTimeout(() => socket.resetAndDestroy(), 30),
    );
const switchProtocol: HostAnswers = ({ socket }) =>
  void socket.end('HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n');
const JUNK = Buffer.from('<!-- served by 7 -->');
const bomb = gzipSync(Buffer.alloc(3_000_000, 'x'));

describe('checkPage', () => {
  describe('outcomes of a page', () => {
    const cases: readonly (readonly [string, string, HostAnswers])[] = [
      ['live', 'present', LIVE],
      ['removed', 'absent', PLAIN],
      ['404', 'not-found', html('no', {}, 404)],
      ['410', 'page-gone', html('no', {}, 410)],
      ['401', 'unauthorized', html('no', {}, 401)],
      ['403', 'forbidden', html('no', {}, 403)],
      ['500', 'server-error', html('no', {}, 500)],
      ['challenge', 'bot-challenge', html('<title>Just a moment...</title>', { 'cf-mitigated': 'challenge' }, 403)],
      ['no answer', 'timeout', never],
      ['a body that stops', 'too-slow', dripOf(TEXT)],
      ['a body that stops behind the link', 'present', dripOf(LINK)],
      ['a body without end', 'too-large', endless],
      [
        'a gzip bomb',
        'too-large',
        (_request, response) =>
          void response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(bomb),
      ],
      ['a body without end that begins with the link', 'present', endlessWith(LINK)],
      ['a gzip body that ends too early', 'incomplete', gzipped(gzipSync(PAGE).subarray(0, -20))],
      ['a body called gzip that is not', 'incomplete', gzipped(Buffer.from(PAGE))],
      ['a link in a body called gzip that is not', 'present', gzipped(Buffer.from(LINK + PAGE))],
      ['one that ends too early behind the link', 'present', gzipped(gzipSync(LINK + PAGE).subarray(0, -20))],
      ['a link before what follows a gzip body', 'present', gzipped(Buffer.concat([gzipSync(LINK + PAGE), JUNK]))],
      ['what follows a gzip body', 'incomplete', gzipped(Buffer.concat([gzipSync(PAGE), JUNK]))],
      ['chunks without an end', 'incomplete', rawAnswer(`5\r\n<html\r\n`, 'Transfer-Encoding: chunked\r\n')],
      ['a part of a page', 'incomplete', html(PAGE, { 'content-range': 'bytes 0-999/9000' }, 206)],
      ['a page that is promised', 'unexpected-status', html(PAGE, {}, 202)],
      ['a body shorter than its length', 'incomplete', shorterThanSaid(TEXT)],
      ['one that breaks off behind the link', 'present', shorterThanSaid(LINK)],
      ['one that breaks off within the link', 'incomplete', shorterThanSaid(LINK.slice(0, 8))],
      ['a redirect whose body breaks off', 'redirect-loop', shorterThanSaid(TEXT, 302, { location: '/page' })],
      ['a body that closes before its end', 'incomplete', rawAnswer(`<html><body>${TEXT}`)],
      ['a body that closes at its end', 'absent', rawAnswer(`<html><body>${TEXT}</body></html>`)],
      ['broken brotli', 'undecodable', html('no', { 'content-encoding': 'br' })],
      ['a loop', 'redirect-loop', redirect('/page')],
      ['a redirect to nowhere', 'bad-redirect', redirect('http://[')],
      ['a redirect without address', 'bad-redirect', (_request, response) => void response.writeHead(302).end()],
      ['a redirect to another scheme', 'bad-redirect', redirect('ftp://a.test/x')],
      ['a redirect with a user name', 'bad-redirect', redirect('http://u:p@a.test/x')],
      [
        'a PDF',
        'not-html',
        (_request, response) => void response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7'),
      ],
      ['an empty answer', 'empty-page', html('')],
      ['a body that ends with a connection that is reset', 'incomplete', resetAfter(`<p>${TEXT}</p>`)],
      ['a head without the body it announces', 'incomplete', rawAnswer('', 'Content-Length: 5\r\n')],
      ['half a head', 'connection-reset', (request) => void request.socket.end('HTTP/1.1 200 OK\r\nContent-')],
      ['a broken connection', 'connection-reset', (request) => void request.socket.destroy()],
      ['a change to another protocol', 'unexpected-status', switchProtocol],
      ['something other than HTTP', 'unexpected-status', (request) => void request.socket.end('SSH-2.0-x\r\n\r\n')],
    ];
    it.each(cases)('%s: %s', async (_name, reason, answer) => {
      const limits = { timeoutMs: 400, totalTimeoutMs: 800, maxBytes: 1_000_000, maxRawBytes: 1_000_000, retries: 0 };
      const { results } = await runCrawl({ 'a.test': paths({ '/page': answer }) }, ['http://a.test/page'], limits);
      expect(reasonsOf(results)).toEqual([reason]);
    });

    it.each([
      ['http://a.test:22/', 'unsupported-url'],
      ['http://user@a.test/', 'unsupported-url'],
      ['ftp://a.test/', 'unsupported-url'],
      ['not an address', 'unsupported-url'],
    ])('%s: %s', async (url, reason) => {
      const { results, web } = await runCrawl({}, [url]);
      expect([reasonsOf(results), web.requests]).toEqual([[reason], []]);
    });

    it('a host that nobody listens on: connection-refused', async () => {
      const { results } = await runCrawl({}, ['http://a.test/'], {
        resolve: [{ host: '*', address: '127.0.0.1', port: 9 }],
      });
      expect(reasonsOf(results)).toEqual(['connection-refused']);
    });

    it('a TLS handshake with a plain server: tls-error', async () => {
      const { results } = await runCrawl({ 'a.test': LIVE }, ['https://a.test/']);
      expect(reasonsOf(results)).toEqual(['tls-error']);
    });

    it.each([
      ['closes', (socket: Socket) => socket.destroy()],
      ['resets', (socket: Socket) => socket.resetAndDestroy()],
    ])('a host that %s the connection when TLS begins: tls-error', async (_name, end) => {
      const server = createServer((socket) => void socket.on('data', () => end(socket)).on('error', () => undefined));
      await once(server.listen(0, '127.0.0.1'), 'listening');
      const { port } = server.address() as AddressInfo;
      const limits = { resolve: [{ host: '*', address: '127.0.0.1', port }], plainTextLoopback: false, retries: 0 };
      const { results } = await runCrawl({}, ['https://a.test/page'], limits);
      server.close();
      expect(reasonsOf(results)).toEqual(['tls-error']);
    });
  });

  describe('facts that weigh on a live link', () => {
    it.each<[string, string, Record<string, string>, string, string[]]>([
      ['rel nofollow', LINK.replace('<a', '<a rel="nofollow"'), {}, 'weakened', ['nofollow']],
      ['a noindex header', LINK, { 'x-robots-tag': 'googlebot: noindex' }, 'weakened', ['page-noindex']],
      ['a nofollow page', `<meta name=robots content=nofollow>${LINK}`, {}, 'blocked', ['page-nofollow']],
      [
        'a canonical elsewhere',
        LINK,
        { link: '<https://other.test/>; rel=canonical' },
        'weakened',
        ['canonical-elsewhere'],
      ],
    ])('%s', async (_name, body, headers, value, limits) => {
      const { results } = await runCrawl({ 'a.test': html(TEXT + body, headers) }, ['http://a.test/page']);
      expect(results[0]?.links[0]).toMatchObject({ verdict: { state: 'live' }, search: { value, limits } });
    });
  });

  it('speaks plain HTTP to loopback for https addresses only where it was told so', async () => {
    const { results } = await runCrawl({ 'a.test': LIVE }, ['https://a.test/'], { plainTextLoopback: true });
    expect(reasonsOf(results)).toEqual(['present']);
  });
});
