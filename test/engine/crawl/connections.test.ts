import { createServer, type RequestListener } from 'node:http';
import { createSecureServer } from 'node:http2';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Connections, openConnections } from '../../../src/engine/crawl/connections.ts';
import { type CrawlSettings, DEFAULT_CRAWL_SETTINGS } from '../../../src/engine/crawl/crawl-settings.ts';
import { Exchange } from '../../../src/engine/crawl/exchange.ts';
import { TEST_CERTIFICATE } from '../../support/test-certificate.ts';
import { openLoopbackWeb } from './loopback-web.ts';
import { LIVE, reasonsOf, runCrawl } from './run-crawl.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  closing.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

function connectionsTo(port: number, settings: Partial<CrawlSettings> = {}): Connections {
  const resolve = [{ host: '*', address: '127.0.0.1', port }];
  const connections = openConnections({ ...DEFAULT_CRAWL_SETTINGS, allowPrivate: true, resolve, ...settings });
  closing.unshift(() => connections.destroy());
  return connections;
}

async function ask(connections: Connections, origin: string): Promise<string> {
  const exchange = new Exchange(
    () => 1_000,
    () => undefined,
  );
  const { chunks } = await connections.request({ origin, path: '/', method: 'GET' }, exchange);
  return Buffer.concat(chunks).toString();
}

const sayHello: RequestListener = (_request, response) => {
  response.end('hello');
};

describe('openConnections', () => {
  it.each([
    ['that stay open', 'keep-alive'],
    ['that close after each answer', 'close'],
  ])('asks a host over no more connections than it allows, %s', async (_, connection) => {
    let open = 0;
    let most = 0;
    const server = createServer((_request, response) => {
      setTimeout(() => response.setHeader('connection', connection).end('hello'), 5);
    });
    server.on('connection', (socket) => {
      most = Math.max(most, ++open);
      socket.on('close', () => open--);
    });
    const connections = connectionsTo(await listen(server), { perHost: 2 });
    const answers = await Promise.all(Array.from({ length: 7 }, () => ask(connections, 'http://a.test')));
    expect({ answers, most }).toEqual({ answers: Array(7).fill('hello'), most: 2 });
  });

  it('fails all that waits for a host that cannot be reached', async () => {
    const server = createServer();
    const port = await listen(server);
    await new Promise((closed) => server.close(closed));
    const connections = connectionsTo(port, { perHost: 2 });
    const answers = await Promise.allSettled(Array.from({ length: 7 }, () => ask(connections, 'http://a.test')));
    expect(answers.map((answer) => answer.status === 'rejected' && answer.reason.code)).toEqual(
      Array(7).fill('ECONNREFUSED'),
    );
  });

  it('fails what waits for a connection when all are destroyed', async () => {
    const port = await listen(createServer(() => undefined));
    const connections = connectionsTo(port, { perHost: 1 });
    const answers = Promise.allSettled(Array.from({ length: 3 }, () => ask(connections, 'http://a.test')));
    await new Promise((sent) => setTimeout(sent, 50));
    await connections.destroy();
    expect((await answers).map(({ status }) => status)).toEqual(Array(3).fill('rejected'));
  });

  it('checks the addresses a name stands for', async () => {
    const web = await openLoopbackWeb({});
    closing.push(() => web.close());
    const connections = connectionsTo(web.port, { allowPrivate: false, resolve: [] });
    const answer = ask(connections, `http://localhost:${web.port}`);
    await expect(answer).rejects.toMatchObject({ code: 'ANCHORAGE_ADDRESS_REFUSED' });
    expect(web.requests).toEqual([]);
  });

  it('refuses a certificate nobody vouches for, and notes it where it is to be ignored', async () => {
    const port = await listen(createTlsServer(TEST_CERTIFICATE, sayHello));
    await expect(ask(connectionsTo(port), 'https://a.test')).rejects.toMatchObject({
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
    const lenient = connectionsTo(port, { ignoreCertificates: true });
    expect(lenient.certificateProblem('a.test')).toBeNull();
    expect(await ask(lenient, 'https://a.test')).toBe('hello');
    expect(lenient.certificateProblem('a.test')).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
  });

  it('speaks HTTP/2 to a host that understands nothing else, again and again', async () => {
    const versions: string[] = [];
    const server = createSecureServer({ ...TEST_CERTIFICATE, allowHTTP1: false }, (request, response) => {
      versions.push(request.httpVersion);
      response.end('hello');
    });
    const port = await listen(server);
    const connections = connectionsTo(port, { ignoreCertificates: true });
    for (let time = 0; time < 3; time++) expect(await ask(connections, 'https://a.test')).toBe('hello');
    expect(versions).toEqual(['2.0', '2.0', '2.0']);
  });

  it('speaks HTTP/1.1 to a host that understands both', async () => {
    const versions: string[] = [];
    const server = createSecureServer({ ...TEST_CERTIFICATE, allowHTTP1: true }, (request, response) => {
      versions.push(request.httpVersion);
      response.end('hello');
    });
    const port = await listen(server);
    await ask(connectionsTo(port, { ignoreCertificates: true }), 'https://a.test');
    expect(versions).toEqual(['1.1']);
  });

  it('asks through a proxy, but not for names that stand for private addresses', async () => {
    const asked: string[] = [];
    const proxy = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('from the proxy');
    });
    const port = await listen(proxy);
    const through = { proxy: `http://127.0.0.1:${port}`, resolve: [] };
    expect(await ask(connectionsTo(port, through), 'http://a.test')).toBe('from the proxy');
    const careful = connectionsTo(port, { ...through, allowPrivate: false });
    const refused = { code: 'ANCHORAGE_ADDRESS_REFUSED' };
    await expect(ask(careful, 'http://localhost')).rejects.toMatchObject(refused);
    await expect(ask(careful, 'http://127.0.0.1')).rejects.toMatchObject(refused);
    await expect(ask(careful, 'http://[::1]')).rejects.toMatchObject(refused);
    expect(asked).toEqual(['http://a.test/']);
  });

  it('tunnels https through a proxy', async () => {
    const port = await listen(createTlsServer(TEST_CERTIFICATE, sayHello));
    const tunnels: string[] = [];
    const proxy = createServer().on('connect', (request, socket) => {
      tunnels.push(request.url ?? '');
      const host = connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        host.pipe(socket).pipe(host);
      });
      host.on('error', () => socket.destroy());
      socket.on('error', () => host.destroy());
    });
    const proxyPort = await listen(proxy);
    const settings = { proxy: `http://127.0.0.1:${proxyPort}`, ignoreCertificates: true };
    expect(await ask(connectionsTo(proxyPort, settings), 'https://a.test')).toBe('hello');
    expect(tunnels).toEqual(['a.test:443']);
  });
});

describe('a crawl', () => {
  it('reads a page behind a bad certificate where that is ignored, and says so', async () => {
    const server = createTlsServer(TEST_CERTIFICATE, (request, response) => LIVE(request, response));
    const resolve = [{ host: '*', address: '127.0.0.1', port: await listen(server) }];
    const strict = await runCrawl({}, ['https://a.test/page'], { resolve });
    expect([reasonsOf(strict.results), strict.results[0]?.certificate]).toEqual([['bad-certificate'], null]);
    const lenient = await runCrawl({}, ['https://a.test/page'], { resolve, ignoreCertificates: true });
    expect(reasonsOf(lenient.results)).toEqual(['present']);
    expect(lenient.results[0]?.certificate).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
  });
});
