import { os } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { describe, expect, it } from 'vitest';
import { connectEngine } from '../../../src/renderer/engine/connection.ts';

/** A page that hears its own messages, as a window does. */
class Page extends EventTarget {
  readonly origin = 'http://127.0.0.1';
  readonly said: unknown[] = [];

  postMessage(data: unknown): void {
    this.said.push(data);
  }

  hand(data: unknown, port: MessagePort, source: unknown = this): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data, ports: [port], source }));
  }
}

/** An engine on the far end of a channel that answers `app.info` with its version. */
function startEngine(version: string) {
  const { port1, port2 } = new MessageChannel();
  const handler = new RPCHandler({ app: { info: os.handler(() => ({ version, sampleAvailable: false })) } });
  handler.upgrade(port2);
  port2.start();
  return {
    port: port1,
    stop() {
      port2.close();
      port1.dispatchEvent(new Event('close'));
    },
  };
}

function openPage() {
  const page = new Page();
  return { page, connection: connectEngine(page as unknown as Window) };
}

describe('connectEngine', () => {
  it('says that it listens', () => {
    expect(openPage().page.said).toEqual([{ kind: 'anchorage:ready' }]);
  });

  it('lets calls wait for the first port', async () => {
    const { page, connection } = openPage();
    const answer = connection.client.app.info();
    expect(connection.state()).toBe('waiting');
    const engine = startEngine('1');
    page.hand({ kind: 'anchorage:port' }, engine.port);
    expect((await answer).version).toBe('1');
    expect(connection.state()).toBe('connected');
    engine.stop();
  });

  it('takes ports from the page itself and from nobody else', async () => {
    const { page, connection } = openPage();
    const stranger = startEngine('stranger');
    page.hand({ kind: 'anchorage:port' }, stranger.port, null);
    page.hand({ kind: 'something else' }, stranger.port);
    expect(connection.generation()).toBe(0);
    stranger.stop();
  });

  it('lets calls wait while the engine is away, and restores the new engine before they reach it', async () => {
    const { page, connection } = openPage();
    const order: string[] = [];
    const first = startEngine('1');
    page.hand({ kind: 'anchorage:port' }, first.port);
    await connection.client.app.info();

    first.stop();
    expect(connection.state()).toBe('lost');
    const waiting = connection.client.app.info().then(({ version }) => order.push(`call of ${version}`));
    connection.onRestore(async (client) => {
      const { version } = await client.app.info();
      order.push(`restore of ${version}`);
    });
    const second = startEngine('2');
    page.hand({ kind: 'anchorage:port' }, second.port);
    await waiting;
    expect(order).toEqual(['restore of 2', 'call of 2']);
    expect(connection.generation()).toBe(2);
    second.stop();
  });
});
