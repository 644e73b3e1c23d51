import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { socketPort } from '../../src/web/socket-port.ts';

const servers: WebSocketServer[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Two ends of one socket. */
async function connectPair(): Promise<[near: WebSocket, far: WebSocket]> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  const far = new WebSocket(`ws://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
  const [near] = await once(server, 'connection');
  if (far.readyState !== far.OPEN) await once(far, 'open');
  return [near, far];
}

describe('socketPort', () => {
  it('keeps text text and bytes bytes, both ways', async () => {
    const [near, far] = await connectPair();
    const frames: unknown[] = [];
    socketPort(near).on('message', (event) => frames.push(event?.data));
    far.send('{"a":"ü"}');
    far.send(new Uint8Array([123, 255, 0]));
    const port = socketPort(far);
    port.postMessage('end');
    const ended = once(near, 'close');
    far.close();
    await ended;
    expect(frames).toEqual(['{"a":"ü"}', Buffer.from([123, 255, 0]), 'end']);
  });

  it('tells of the end once and sends nothing after it', async () => {
    const [near, far] = await connectPair();
    const port = socketPort(near);
    const closed = new Promise<void>((resolve) => port.on('close', () => resolve()));
    far.terminate();
    await closed;
    expect(() => port.postMessage('late')).not.toThrow();
  });

  it('gives up a window that no longer reads', async () => {
    const [near, far] = await connectPair();
    far.pause();
    const port = socketPort(near);
    const closed = once(near, 'close');
    const frame = new Uint8Array(8 * 1024 * 1024);
    for (let sent = 0; sent < 16; sent += 1) port.postMessage(frame);
    await closed;
    expect(near.readyState).toBe(near.CLOSED);
    far.terminate();
  });
});
