import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { ChangedThing, EngineEvent, JobStatus } from '../../contract/jobs.ts';
import { assertNever } from '../../core/assert-never.ts';
import { useEngine, useEngineGeneration } from './engine-context.ts';

/** The calls whose answers go stale with each kind of change. */
const STALE_BRANCHES = {
  links: ['links', 'domains', 'anchors', 'targets', 'checks', 'project', 'disavow'],
  imports: ['imports', 'project'],
  verdicts: ['links', 'domains', 'anchors', 'targets', 'checks', 'project', 'disavow'],
  settings: ['links', 'domains', 'anchors', 'targets', 'project', 'disavow', 'imports', 'views'],
  disavow: ['disavow', 'project'],
  checks: ['checks', 'links', 'domains', 'anchors', 'targets', 'project'],
  'check-settings': ['checkSettings'],
} as const satisfies Record<ChangedThing, readonly string[]>;

/** While work runs, tables are asked again at most this often. */
const REFRESH_MS = 400;

/** Listens to the engine's notices: jobs go into the job list, changes make the answers they touch be asked again. */
export function useEngineEvents(projectId: string | null): void {
  const { client, query, commands } = useEngine();
  const queryClient = useQueryClient();
  const generation = useEngineGeneration();
  const isCurrent = useEffectEvent((id: string) => id === projectId);

  // A new engine has to be listened to anew, so `generation` starts the effect over.
  useEffect(() => {
    const stop = new AbortController();
    const stale = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | null = null;

    function refresh() {
      timer = null;
      for (const branch of stale) void queryClient.invalidateQueries({ queryKey: [[branch]] });
      stale.clear();
    }

    function takeChange(what: readonly ChangedThing[]) {
      for (const thing of what) for (const branch of STALE_BRANCHES[thing]) stale.add(branch);
      timer ??= setTimeout(refresh, REFRESH_MS);
    }

    function takeJob(job: JobStatus) {
      queryClient.setQueryData<readonly JobStatus[]>(
        query.jobs.list.queryKey({ input: { projectId: job.projectId } }),
        (jobs) => withJob(jobs ?? [], job),
      );
    }

    function take(event: EngineEvent) {
      switch (event.kind) {
        case 'job':
          return takeJob(event.job);
        case 'command':
          return commands.send(event);
        case 'changed':
          if (isCurrent(event.projectId)) takeChange(event.what);
          return undefined;
        default:
          return assertNever(event);
      }
    }

    async function listen() {
      try {
        const events = await client.app.events(undefined, { signal: stop.signal });
        for await (const event of events) take(event);
      } catch (error) {
        if (!stop.signal.aborted) console.debug('The engine stopped sending notices.', error);
      }
    }
    void listen();
    return () => {
      stop.abort();
      if (timer !== null) clearTimeout(timer);
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [client, commands, generation, query, queryClient]);
}

/** A job list with one job replaced by its newer status, or added in front. */
export function withJob(jobs: readonly JobStatus[], job: JobStatus): readonly JobStatus[] {
  if (!jobs.some((entry) => entry.id === job.id)) return [job, ...jobs];
  return jobs.map((entry) => (entry.id === job.id ? job : entry));
}
