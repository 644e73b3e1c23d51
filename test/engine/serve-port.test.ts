import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { afterEach, describe, expect, it } from 'vitest';
import type { EngineContract } from '../../src/contract/engine-contract.ts';
import { browserServices } from '../../src/web/browser-services.ts';
import { startTinyEngine } from '../support/tiny-engine.ts';
import { waitUntil } from '../support/wait-until.ts';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

function serve() {
  const engine = startTinyEngine({ version: '1.2.3', host: browserServices });
  const { port1: near, port2: far } = new MessageChannel();
  open.push(() => near.close());
  engine.servePort(far);
  far.start();
  const client = createORPCClient<ContractRouterClient<EngineContract>>(new RPCLink({ port: near }));
  near.start();
  return { engine, near, client };
}

describe('servePort', () => {
  it('answers calls, with bytes where the input has them', async () => {
    const { client } = serve();
    expect(await client.app.info()).toEqual({ version: '1.2.3', sampleAvailable: false });
    const chunk = new Blob([new Uint8Array([0, 255, 10])]);
    expect(await client.files.appendUpload({ uploadId: 'u', chunk })).toEqual({ receivedBytes: 3 });
  });

  it('refuses input that the contract does not allow, with the reason', async () => {
    const { client } = serve();
    await expect(client.files.choose({ purpose: 'exports', suggestedName: 'a'.repeat(256) })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });

  it('reports frames that are no calls and goes on answering', async () => {
    const { engine, near, client } = serve();
    for (const frame of ['{', 'null', 7, null, new Uint8Array([255])]) near.postMessage(frame, []);
    expect(await client.app.info()).toMatchObject({ version: '1.2.3' });
    expect(engine.badFrames).toHaveLength(5);
  });

  it('ends the streams of a port that closes', async () => {
    const { engine, near, client } = serve();
    const events = await client.app.events();
    const next = events.next().catch(() => 'ended');
    near.close();
    expect(await next).not.toMatchObject({ done: false });
    await waitUntil('the engine has let the stream go', () => engine.openStreams() === 0);
  });
});
