import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/websocket';
import { engineContract } from '../../src/contract/engine-contract.ts';
import type { EngineEvent } from '../../src/contract/jobs.ts';
import type { Engine, EngineOptions } from '../../src/engine/engine-api.ts';
import { servePort } from '../../src/engine/serve-port.ts';

export interface TinyEngine extends Engine {
  /** Frames that were no calls. */
  readonly badFrames: unknown[];
  /** Event streams that a window has opened and not left. */
  openStreams(): number;
}

type TinyOptions = Pick<EngineOptions, 'version' | 'host'>;

/**
 * The engine seen from its hosts, and nothing behind it: the real contract, frames and port serving, with answers made up
 * on the spot. Tests of hosts use it so that they fail for reasons of the host alone.
 */
export function startTinyEngine({ version, host }: TinyOptions): TinyEngine {
  const calls = implement(engineContract);
  const listeners = new Set<(event: EngineEvent) => void>();
  const badFrames: unknown[] = [];
  let streams = 0;
  async function* nextEvents() {
    for (;;) yield await new Promise<EngineEvent>((resolve) => listeners.add(resolve));
  }
  const router = {
    app: {
      info: calls.app.info.handler(() => ({ version, sampleAvailable: false })),
      openExternal: calls.app.openExternal.handler(({ input }) => host.openExternal(input.url)),
      events: calls.app.events.handler(({ signal }) => {
        streams += 1;
        signal?.addEventListener('abort', () => (streams -= 1));
        return nextEvents();
      }),
    },
    files: {
      choose: calls.files.choose.handler(({ input }) => host.chooseFiles(input)),
      appendUpload: calls.files.appendUpload.handler(({ input }) => ({ receivedBytes: input.chunk.size })),
    },
  };
  const handler = new RPCHandler(router);
  return {
    badFrames,
    openStreams: () => streams,
    servePort: (port) => servePort(handler, { port, context: {}, onBadFrame: (error) => void badFrames.push(error) }),
    sendCommand: (command) => {
      for (const listener of listeners) listener(command);
      listeners.clear();
    },
    close: () => Promise.resolve(),
  };
}
