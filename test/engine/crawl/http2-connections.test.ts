import { constants, createSecureServer, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { type Connections, openConnections } from '../../../src/engine/crawl/connections.ts';
import { DEFAULT_CRAWL_SETTINGS } from '../../../src/engine/crawl/crawl-settings.ts';
import { Exchange } from '../../../src/engine/crawl/exchange.ts';
import { TEST_CERTIFICATE } from '../../support/test-certificate.ts';
import { LINK, reasonsOf, runCrawl, TEXT } from './run-crawl.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

/** A host that speaks nothing but HTTP/2. */
async function openHost(answer: (stream: ServerHttp2Stream, path: string) => void): Promise<{ readonly port: number }> {
  const server = createSecureServer({ ...TEST_CERTIFICATE, allowHTTP1: false });
  server.on('stream', (stream, headers) => {
    stream.on('error', () => undefined);
    answer(stream, headers[':path'] ?? '');
  });
  server.on('sessionError', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  closing.push(() => server.close());
  return { port: (server.address() as AddressInfo).port };
}

function connectionsTo({ port }: { readonly port: number }): Connections {
  const resolve = [{ host: '*', address: '127.0.0.1', port }];
  const settings = { ...DEFAULT_CRAWL_SETTINGS, allowPrivate: true, ignoreCertificates: true, resolve };
  const connections = openConnections(settings);
  closing.unshift(() => connections.destroy());
  return connections;
}

async function ask(connections: Connections, bodyTimeout = 5_000): Promise<string> {
  const exchange = new Exchange(
    () => 1_000_000,
    () => undefined,
  );
  const options = { origin: 'https://a.test', path: '/', method: 'GET', bodyTimeout } as const;
  const { status, chunks, end } = await connections.request(options, exchange);
  return `${status} ${end} ${Buffer.concat(chunks).toString()}`;
}

const { NGHTTP2_INTERNAL_ERROR, NGHTTP2_CANCEL, NGHTTP2_NO_ERROR, NGHTTP2_REFUSED_STREAM } = constants;

const WHOLE = '200 whole hello';

function begin(stream: ServerHttp2Stream): void {
  stream.respond({ ':status': 200, 'content-type': 'text/html' });
  stream.write('the beginning');
}

function answerWhole(stream: ServerHttp2Stream): void {
  stream.respond({ ':status': 200, 'content-type': 'text/html' });
  stream.end('hello');
}

function answerWithTrailers(stream: ServerHttp2Stream): void {
  stream.respond({ ':status': 200 }, { waitForTrailers: true });
  stream.on('wantTrailers', () => stream.sendTrailers({ 'x-sum': '1' }));
  stream.end('hello');
}

/** RFC 9113 section 8.1 lets a host do so. */
function answerAndReset(stream: ServerHttp2Stream): void {
  answerWhole(stream);
  stream.close(NGHTTP2_NO_ERROR);
}

describe('Http2Connections', () => {
  it.each<[string, string, (stream: ServerHttp2Stream) => void]>([
    ['ends its body', WHOLE, answerWhole],
    ['sends no body', '204 whole ', (stream) => stream.respond({ ':status': 204 }, { endStream: true })],
    ['ends its body with trailers', WHOLE, answerWithTrailers],
    ['resets the stream once all is sent', WHOLE, answerAndReset],
  ])('takes an answer for whole whose host %s', async (_, answer, play) => {
    expect(await ask(connectionsTo(await openHost(play)))).toBe(answer);
  });

  it.each<[string, number]>([
    ['INTERNAL_ERROR', NGHTTP2_INTERNAL_ERROR],
    ['CANCEL', NGHTTP2_CANCEL],
    ['NO_ERROR', NGHTTP2_NO_ERROR],
  ])('does not take an answer for whole that its host resets with %s', async (name, code) => {
    const connections = connectionsTo(await openRawHost([...BEGINNING, frame(RST_STREAM, 0, uint32(code))]));
    await expect(ask(connections)).rejects.toMatchObject({
      code: 'ANCHORAGE_STREAM_BROKEN',
      message: `the host reset the HTTP/2 stream (${name})`,
    });
  });

  it.each<[string, (stream: ServerHttp2Stream) => void]>([
    ['session', (stream) => stream.session?.destroy()],
    ['connection', (stream) => stream.session?.socket.destroy()],
    ['session with an error', (stream) => stream.session?.destroy(new Error('gone'), NGHTTP2_INTERNAL_ERROR)],
  ])('does not take an answer for whole whose host ends the %s', async (_, breakOff) => {
    const host = await openHost((stream) => {
      begin(stream);
      setImmediate(() => breakOff(stream));
    });
    await expect(ask(connectionsTo(host))).rejects.toMatchObject({ code: 'ANCHORAGE_STREAM_BROKEN' });
  });

  it('gives up a body that stalls', async () => {
    const connections = connectionsTo(await openHost(begin));
    await expect(ask(connections, 50)).rejects.toMatchObject({ code: 'ANCHORAGE_STREAM_SILENT' });
  });

  it('asks again what its host refuses, and not for ever', async () => {
    const shy = connectionsTo(await openHost(refuseFirst(1)));
    expect(await ask(shy)).toBe(WHOLE);
    const closed = connectionsTo(await openHost(refuseFirst(100)));
    await expect(ask(closed)).rejects.toMatchObject({ message: 'the host reset the HTTP/2 stream (REFUSED_STREAM)' });
  });

  it('asks again what a connection did not bring to its host any more', async () => {
    const sessions = new Set<unknown>();
    const host = await openHost((stream) => {
      sessions.add(stream.session);
      answerWhole(stream);
      stream.session?.close();
    });
    const connections = connectionsTo(host);
    const answers = await Promise.all(Array.from({ length: 3 }, () => ask(connections)));
    for (let time = 0; time < 5; time++) answers.push(await ask(connections));
    expect(answers).toEqual(Array(8).fill(WHOLE));
    expect(sessions.size).toBeGreaterThan(1);
  });

  it('asks again when a connection that was good is cut, and once where it never was', async () => {
    let requests = 0;
    const host = await openHost((stream) => {
      requests++;
      if (requests === 2) stream.session?.socket.destroy();
      else answerWhole(stream);
    });
    const connections = connectionsTo(host);
    expect([await ask(connections), await ask(connections), requests]).toEqual([WHOLE, WHOLE, 3]);
    const broken = connectionsTo(await openHost((stream) => stream.session?.socket.destroy()));
    await expect(ask(broken)).rejects.toMatchObject({ message: 'the connection closed' });
  });

  it('makes no absence of a page that was reset before its link', async () => {
    const page = `<!doctype html><html><body><main>${TEXT}${TEXT}`;
    const host = await openHost((stream, path) => {
      if (path === '/robots.txt') return stream.respond({ ':status': 404 }, { endStream: true });
      stream.respond({ ':status': 200, 'content-type': 'text/html' });
      stream.write(path === '/late' ? page : `${page}${LINK}`);
      setTimeout(() => stream.destroy(), 20);
    });
    const resolve = [{ host: '*', address: '127.0.0.1', port: host.port }];
    const urls = ['https://a.test/late', 'https://a.test/early'];
    const { results } = await runCrawl({}, urls, { resolve, ignoreCertificates: true, retries: 0 });
    expect(reasonsOf(results)).toEqual(['incomplete', 'present']);
  });
});

const RST_STREAM = 3;
/** `:status: 200`, and a piece of a body. */
const BEGINNING = [
  frame(1, constants.NGHTTP2_FLAG_END_HEADERS, [0x88]),
  frame(0, 0, [...Buffer.from('the beginning')]),
];

function uint32(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}

/** A frame of the first stream (RFC 9113 section 4.1). */
function frame(type: number, flags: number, payload: readonly number[], stream = 1): Buffer {
  return Buffer.from([0, ...uint32(payload.length).slice(2), type, flags, ...uint32(stream), ...payload]);
}

/** A host that answers with frames as they are: Node's own ends a stream before it resets it. */
async function openRawHost(answer: readonly Buffer[]): Promise<{ readonly port: number }> {
  const server = createServer({ ...TEST_CERTIFICATE, ALPNProtocols: ['h2'] }, (socket) => {
    socket.on('error', () => undefined);
    const settings = frame(4, 0, [], 0);
    const accepted = frame(4, constants.NGHTTP2_FLAG_ACK, [], 0);
    socket.write(Buffer.concat([settings, accepted]));
    // The preface comes with the request.
    socket.once('data', () => setTimeout(() => socket.write(Buffer.concat(answer)), 20));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  closing.push(() => server.close());
  return { port: (server.address() as AddressInfo).port };
}

function refuseFirst(times: number): (stream: ServerHttp2Stream) => void {
  let requests = 0;
  return (stream) => {
    requests++;
    if (requests > times) answerWhole(stream);
    else stream.close(NGHTTP2_REFUSED_STREAM);
  };
}
