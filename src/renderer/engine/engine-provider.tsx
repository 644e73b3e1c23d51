import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { CommandEvent } from '../../contract/jobs.ts';
import type { EngineConnection } from './connection.ts';
import { type Engine, EngineContext, type HostCommands } from './engine-context.ts';
import { isWorthRetrying } from './error-of.ts';

/** Gives the window its engine client and the cache of its answers. */
export function EngineProvider({
  connection,
  children,
}: {
  readonly connection: EngineConnection;
  readonly children: ReactNode;
}) {
  const [engine] = useState<Engine>(() => ({
    connection,
    client: connection.client,
    query: createTanstackQueryUtils(connection.client),
    commands: createHostCommands(),
  }));
  const [queryClient] = useState(createQueryClient);
  return (
    <EngineContext value={engine}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </EngineContext>
  );
}

/** Answers stay good until the engine says that something changed; there is no network to be offline from. */
function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 60_000,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (count, error) => count < 2 && isWorthRetrying(error),
        retryDelay: 200,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

function createHostCommands(): HostCommands {
  const listeners = new Set<(command: CommandEvent) => void>();
  return {
    send: (command) => {
      for (const listener of listeners) listener(command);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
