import { once } from 'node:events';
import { connect } from 'node:net';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import type { EngineContract } from '../../src/contract/engine-contract.ts';
import { CONTENT_SECURITY_POLICY } from '../../src/engine/http/content-security-policy.ts';
import { browserServices } from '../../src/web/browser-services.ts';
import { socketPort } from '../../src/web/socket-port.ts';
import { startWebHost, type WebHost } from '../../src/web/start-web-host.ts';
import { makePageFolder } from '../support/page-folder.ts';
import { startTinyEngine } from '../support/tiny-engine.ts';

const TOKEN = 'token-of-this-test';
const running: WebHost[] = [];

async function startHost() {
  const engine = startTinyEngine({ version: '1.2.3', host: browserServices });
  const host = await startWebHost({ engine, rendererFolder: makePageFolder(), token: TOKEN });
  running.push(host);
  return { engine, host, origin: `http://127.0.0.1:${host.port}`, cookie: `anchorage-${host.port}=${TOKEN}` };
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((host) => host.close()));
});

/** The status line and headers of a request that fetch would tidy up before sending. */
async function rawRequest(port: number, lines: readonly string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.end(`${lines.join('\r\n')}\r\n\r\n`);
  let answer = '';
  for await (const chunk of socket.setEncoding('utf8')) answer += String(chunk);
  return answer;
}

function openSocket(port: number, headers: Readonly<Record<string, string>>): NodeSocket {
  return new NodeSocket(`ws://127.0.0.1:${port}/engine`, { headers });
}

async function openClient(port: number, headers: Readonly<Record<string, string>>) {
  const socket = openSocket(port, headers);
  await once(socket, 'open');
  const link = new RPCLink({ port: socketPort(socket) });
  return { socket, client: createORPCClient<ContractRouterClient<EngineContract>>(link) };
}

describe('startWebHost', () => {
  it('gives out an address on this machine with a token no one can guess', async () => {
    const engine = startTinyEngine({ version: '1.2.3', host: browserServices });
    const host = await startWebHost({ engine, rendererFolder: makePageFolder() });
    running.push(host);
    const address = new URL(host.url);
    expect(address.origin).toBe(`http://127.0.0.1:${host.port}`);
    expect(Buffer.from(address.searchParams.get('token') ?? '', 'base64url').byteLength).toBe(24);
  });

  it('turns the first visit into a cookie and a clean address', async () => {
    const { host, cookie } = await startHost();
    const answer = await fetch(host.url, { redirect: 'manual' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/');
    expect(answer.headers.get('set-cookie')).toBe(`${cookie}; Path=/; HttpOnly; SameSite=Strict`);
  });

  it('serves the window strictly and keeps only hashed files for good', async () => {
    const { origin, cookie } = await startHost();
    const answers = await Promise.all(
      ['/', '/assets/index-a1b2.js'].map((path) => fetch(origin + path, { headers: { cookie } })),
    );
    const seen = answers.map(({ headers, status }) => ({
      status,
      type: headers.get('content-type'),
      kept: headers.get('cache-control'),
      policy: headers.get('content-security-policy'),
      sniff: headers.get('x-content-type-options'),
      opener: headers.get('cross-origin-opener-policy'),
      resource: headers.get('cross-origin-resource-policy'),
    }));
    const strict = {
      status: 200,
      policy: CONTENT_SECURITY_POLICY,
      sniff: 'nosniff',
      opener: 'same-origin',
      resource: 'same-origin',
    };
    expect(seen).toEqual([
      { ...strict, type: 'text/html; charset=utf-8', kept: 'no-store' },
      { ...strict, type: 'text/javascript; charset=utf-8', kept: 'public, max-age=31536000, immutable' },
    ]);
  });

  it('allows no inline code, no foreign address and no framing', () => {
    expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
    expect(CONTENT_SECURITY_POLICY).toContain("frame-ancestors 'none'");
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|https?:|\*/);
  });

  it('tells a visitor without the token where to find it, and gives nothing else away', async () => {
    const { origin } = await startHost();
    for (const path of ['/', '/host.js', '/assets/index-a1b2.js', '/nowhere']) {
      const answer = await fetch(origin + path);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
      expect(await answer.text()).toContain('printed in the terminal');
    }
  });

  it('refuses a foreign Host header even with the token, as DNS rebinding sends it', async () => {
    const { host, cookie } = await startHost();
    for (const name of ['attacker.example', `attacker.example:${host.port}`, '127.0.0.1:1']) {
      const answer = await rawRequest(host.port, ['GET / HTTP/1.1', `Host: ${name}`, `Cookie: ${cookie}`]);
      expect(answer).toMatch(/^HTTP\/1\.1 403 /);
    }
  });

  it.each([
    '/../package.json',
    '/assets/../../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/assets/..\\..\\package.json',
    '//etc/hostname',
    '/etc/hostname%00.html',
    '/%zz',
    '/constructor',
    '/assets',
  ])('finds nothing under %s', async (path) => {
    const { host, cookie } = await startHost();
    const answer = await rawRequest(host.port, [
      `GET ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${host.port}`,
      `Cookie: ${cookie}`,
    ]);
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
  });

  it('answers reading only', async () => {
    const { origin, cookie } = await startHost();
    const answer = await fetch(origin, { method: 'POST', headers: { cookie } });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('says which port was taken', async () => {
    const { host } = await startHost();
    const engine = startTinyEngine({ version: '1.2.3', host: browserServices });
    const again = startWebHost({ engine, rendererFolder: makePageFolder(), port: host.port });
    await expect(again).rejects.toMatchObject({ code: 'wrong-use', details: { port: host.port } });
  });

  it('answers calls, streams and bytes over the socket', async () => {
    const { engine, host, origin, cookie } = await startHost();
    const { client } = await openClient(host.port, { origin, cookie });
    expect(await client.app.info()).toEqual({ version: '1.2.3', sampleAvailable: false });
    const chunk = new Blob([new Uint8Array([0, 255, 254, 10, 13])]);
    expect(await client.files.appendUpload({ uploadId: 'u', chunk })).toEqual({ receivedBytes: 5 });
    expect(await client.files.choose({ purpose: 'exports' })).toEqual({ kind: 'no-dialog' });
    const events = await client.app.events();
    const next = events.next();
    await client.app.info();
    engine.sendCommand({ kind: 'command', command: 'import', path: null });
    expect((await next).value).toEqual({ kind: 'command', command: 'import', path: null });
  });

  it.each([
    ['no cookie', (origin: string) => ({ origin }), 401],
    ['another site', (_: string, cookie: string) => ({ origin: 'https://attacker.example', cookie }), 403],
    ['no origin', (_: string, cookie: string) => ({ cookie }), 403],
  ])('opens no socket for %s', async (_, headers, status) => {
    const { host, origin, cookie } = await startHost();
    const socket = openSocket(host.port, headers(origin, cookie));
    socket.on('error', () => undefined);
    const [, response] = await once(socket, 'unexpected-response');
    expect(response.statusCode).toBe(status);
    socket.terminate();
  });

  it('survives frames that are no calls and goes on answering', async () => {
    const { engine, host, origin, cookie } = await startHost();
    const { socket, client } = await openClient(host.port, { origin, cookie });
    for (const frame of ['', '{', 'null', '{"i":1,"p":{"u":"http://%"}}', Buffer.from([255, 255, 0])])
      socket.send(frame);
    expect(await client.app.info()).toMatchObject({ version: '1.2.3' });
    expect(engine.badFrames).toHaveLength(5);
  });

  it('cuts off a window that sends more than a frame may hold', async () => {
    const { host, origin, cookie } = await startHost();
    const { socket } = await openClient(host.port, { origin, cookie });
    socket.send(Buffer.alloc(16 * 1024 * 1024 + 1));
    const [code] = await once(socket, 'close');
    expect([1006, 1009]).toContain(code);
  });
});
