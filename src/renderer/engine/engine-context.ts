import type { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { createContext, useContext, useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { CommandEvent } from '../../contract/jobs.ts';
import type { ConnectionState, EngineClient, EngineConnection } from './connection.ts';

export interface Engine {
  readonly connection: EngineConnection;
  /** Direct calls: `await engine.client.files.list({ folder: null })`. */
  readonly client: EngineClient;
  /** TanStack Query options and keys: `useQuery(engine.query.imports.list.queryOptions({ input: { projectId } }))`. */
  readonly query: ReturnType<typeof createTanstackQueryUtils<EngineClient>>;
  readonly commands: HostCommands;
}

/** What the host's menu asks of the window. */
export interface HostCommands {
  readonly send: (command: CommandEvent) => void;
  readonly subscribe: (listener: (command: CommandEvent) => void) => () => void;
}

export const EngineContext = createContext<Engine | null>(null);

export function useEngine(): Engine {
  const engine = useContext(EngineContext);
  if (engine === null) throw new Error('useEngine is called outside EngineProvider.');
  return engine;
}

export function useConnectionState(): ConnectionState {
  const { connection } = useEngine();
  return useSyncExternalStore(connection.subscribe, connection.state);
}

/** Changes when the page speaks to another engine than before. */
export function useEngineGeneration(): number {
  const { connection } = useEngine();
  return useSyncExternalStore(connection.subscribe, connection.generation);
}

/** Runs `take` for each command of the host's menu while the calling component is on the screen. */
export function useHostCommands(take: (command: CommandEvent) => void): void {
  const { commands } = useEngine();
  const takeLatest = useEffectEvent(take);
  useEffect(() => commands.subscribe((command) => takeLatest(command)), [commands]);
}
