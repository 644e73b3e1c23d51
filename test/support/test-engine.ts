import { createRouterClient, type RouterClient } from '@orpc/server';
import { afterAll } from 'vitest';
import { closeEngineContext, createEngineContext } from '../../src/engine/engine.ts';
import type { EngineContext } from '../../src/engine/engine-context.ts';
import { router } from '../../src/engine/handlers/router.ts';

/** An engine's calls without a port between, its context, and what it asked of its host. */
export interface TestEngine {
  readonly calls: RouterClient<typeof router>;
  readonly context: EngineContext;
  readonly opened: string[];
}

/** Starts an engine whose data lies in `dataFolder` and whose host has no dialogs; closed after the last test of the file. */
export function testEngine(dataFolder: string): TestEngine {
  const opened: string[] = [];
  const context = createEngineContext({
    dataFolder,
    version: '0.0.0-test',
    startupPath: null,
    host: {
      chooseFiles: () => Promise.resolve({ kind: 'no-dialog' }),
      openExternal: (url) => {
        opened.push(url);
        return Promise.resolve(true);
      },
      projectOpened: (path) => opened.push(path),
    },
  });
  afterAll(() => closeEngineContext(context));
  return { calls: createRouterClient(router, { context }), context, opened };
}

/** Waits until nothing runs or waits in the line of a project's jobs. */
export async function jobsEnd({ context }: TestEngine, projectId: string): Promise<void> {
  await context.projects.get(projectId).jobs.whenIdle();
}
