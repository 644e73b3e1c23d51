import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { openConnections } from '../../../src/engine/crawl/connections.ts';
import { DEFAULT_CRAWL_SETTINGS } from '../../../src/engine/crawl/crawl-settings.ts';
import { Exchange, type HostAnswer } from '../../../src/engine/crawl/exchange.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

interface Asked {
  readonly answer: HostAnswer;
  readonly heads: readonly string[];
}

/** Asks a host that answers every request with the same bytes, as often as told. */
async function askOf(play: (socket: Socket) => void, times = 1): Promise<Asked> {
  const heads: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (head) => {
      heads.push(head.toString());
      play(socket);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const resolve = [{ host: '*', address: '127.0.0.1', port: (server.address() as AddressInfo).port }];
  const connections = openConnections({ ...DEFAULT_CRAWL_SETTINGS, allowPrivate: true, resolve });
  closing.push(
    () => connections.destroy(),
    () => server.close(),
  );
  for (;;) {
    const exchange = new Exchange(
      () => 1_000_000,
      () => undefined,
    );
    const options = { origin: 'http://a.test', path: '/x?y', method: 'GET', headers: { accept: 'text/html' } } as const;
    const answer = await connections.request(options, exchange);
    if (--times === 0) return { answer, heads };
  }
}

const OK = 'HTTP/1.1 200 OK\r\n';
const LENGTH = 'Content-Length: 5\r\n';
const CHUNKED = 'Transfer-Encoding: chunked\r\n';
const CHUNKS = '2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n';

describe('PatientConnections', () => {
  it.each<[string, string]>([
    ['an interim 100', `HTTP/1.1 100 Continue\r\n\r\n${OK}${LENGTH}\r\nhello`],
    ['two of them', `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n${OK}${LENGTH}\r\nhello`],
    ['one length twice', `${OK}${LENGTH}${LENGTH}\r\nhello`],
    ['a length beside chunks', `${OK}${LENGTH}${CHUNKED}\r\n${CHUNKS}`],
    ['chunks beside a length', `${OK}${CHUNKED}${LENGTH}\r\n${CHUNKS}`],
    ['a folded header', `${OK}X-A: b\r\n c\r\n${LENGTH}\r\nhello`],
    ['lines that end in LF', `HTTP/1.1 200 OK\n${LENGTH.trim()}\n\nhello`],
    ['a blank before a colon', `${OK}X-A : b\r\n${LENGTH}\r\nhello`],
    ['a line that is no header', `${OK}what is this\r\n${LENGTH}\r\nhello`],
  ])('reads an answer with %s', async (_, bytes) => {
    const { answer } = await askOf((socket) => socket.write(bytes, 'latin1'));
    const { status, end, chunks } = answer;
    expect({ status, end, text: Buffer.concat(chunks).toString() }).toEqual({
      status: 200,
      end: 'whole',
      text: 'hello',
    });
  });

  it('reads an answer that comes byte by byte', async () => {
    const bytes = `HTTP/1.1 100 Continue\r\n\r\n${OK}${LENGTH}\r\nhello`;
    const { answer } = await askOf((socket) => {
      socket.setNoDelay(true);
      let at = 0;
      const next = (): void => {
        if (at === bytes.length || socket.destroyed) return;
        socket.write(bytes.charAt(at++), () => setImmediate(next));
      };
      next();
    });
    expect([answer.status, Buffer.concat(answer.chunks).toString()]).toEqual([200, 'hello']);
  });

  it('asks as always, and such a host in this way only from then on', async () => {
    const { heads } = await askOf((socket) => socket.write(`${OK}${LENGTH}${LENGTH}\r\nhello`), 2);
    expect(heads.length).toBe(3);
    expect(heads[1]).toMatch(/^GET \/x\?y HTTP\/1\.1\r\n/);
    expect(heads[1]).toMatch(/\r\naccept: text\/html\r\n/);
    expect(heads[1]).toMatch(/\r\nhost: a\.test\r\n/);
  });

  it.each<[string, string, (socket: Socket) => void]>([
    ['closed', `${OK}X-A : b\r\n${LENGTH}\r\nhel`, (socket) => socket.end()],
    ['reset', `${OK}X-A : b\r\n${LENGTH}\r\nhel`, (socket) => socket.resetAndDestroy()],
    ['closed between chunks', `${OK}${LENGTH}${CHUNKED}\r\n3\r\nhel\r\n`, (socket) => socket.end()],
    ['reset where the connection ends the body', `${OK}X-A : b\r\n\r\nhel`, (socket) => socket.resetAndDestroy()],
  ])('does not take a body for whole that is %s', async (_, bytes, breakOff) => {
    const asked = askOf((socket) => socket.write(bytes, 'latin1', () => setTimeout(() => breakOff(socket), 20)));
    await expect(asked).rejects.toThrow();
  });

  it.each([
    ['two lengths', `${OK}${LENGTH}Content-Length: 6\r\n\r\nhello!`],
    ['another protocol', 'SSH-2.0-x\r\n\r\n'],
  ])('gives up %s', async (_, bytes) => {
    await expect(askOf((socket) => socket.write(bytes))).rejects.toMatchObject({
      code: expect.stringMatching(/^HPE_/),
    });
  });
});
