import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { EngineContract } from '../../contract/engine-contract.ts';

/**
 * The page's line to the engine. The host hands over a MessagePort in a window message and does so again after the engine
 * restarted; calls made in between wait. The page never learns which host it is in.
 */
export type EngineClient = ContractRouterClient<EngineContract>;

/** `waiting` before the first port, `restoring` while a restarted engine gets its project back, `lost` in between. */
export type ConnectionState = 'waiting' | 'restoring' | 'connected' | 'lost';

type Link = Parameters<typeof createORPCClient<EngineClient>>[0];

export interface EngineConnection {
  /** One client for the life of the window; it speaks to whichever engine is there. */
  readonly client: EngineClient;
  readonly state: () => ConnectionState;
  /** Counts the engines this page has spoken to. */
  readonly generation: () => number;
  readonly subscribe: (listener: () => void) => () => void;
  /** Called with a client of the new engine before waiting calls reach it, to bring back what it must know. */
  readonly onRestore: (restore: (client: EngineClient) => Promise<void>) => () => void;
}

/** Starts listening for ports on `page` and tells the host that it does. */
export function connectEngine(page: Window): EngineConnection {
  let state: ConnectionState = 'waiting';
  let generation = 0;
  let current: Link | null = null;
  let newestPort: MessagePort | null = null;
  let waiting: ((link: Link) => void)[] = [];
  let restore: ((client: EngineClient) => Promise<void>) | null = null;
  const listeners = new Set<() => void>();

  function enter(next: ConnectionState) {
    state = next;
    for (const listener of listeners) listener();
  }

  async function adopt(port: MessagePort) {
    newestPort = port;
    generation += 1;
    const link: Link = new RPCLink({ port });
    port.addEventListener('close', () => lose(port));
    port.start();
    if (restore !== null) {
      enter('restoring');
      await restore(createORPCClient<EngineClient>(link));
      if (newestPort !== port) return;
    }
    current = link;
    const ready = waiting;
    waiting = [];
    enter('connected');
    for (const proceed of ready) proceed(link);
  }

  function lose(port: MessagePort) {
    if (newestPort !== port) return;
    newestPort = null;
    current = null;
    enter('lost');
  }

  const switching: Link = {
    call: async (path, input, options) => {
      const link = current ?? (await new Promise<Link>((resolve) => waiting.push(resolve)));
      return link.call(path, input, options);
    },
  };

  page.addEventListener('message', (event) => {
    const port = event.ports[0];
    if (event.source !== page || port === undefined || !isPortMessage(event.data)) return;
    current = null;
    newestPort?.close();
    void adopt(port);
  });
  page.postMessage({ kind: 'anchorage:ready' }, page.origin === 'null' ? '*' : page.origin);

  return {
    client: createORPCClient<EngineClient>(switching),
    state: () => state,
    generation: () => generation,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onRestore: (next) => {
      restore = next;
      return () => {
        if (restore === next) restore = null;
      };
    },
  };
}

function isPortMessage(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'anchorage:port';
}
