import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ProjectSummary } from '../../contract/project.ts';
import { useEngine } from './engine-context.ts';
import { ProjectContext, type ProjectSession } from './project-context.ts';
import { useEngineEvents } from './use-engine-events.ts';

/** Holds the open project, opens it again in a restarted engine, and keeps its summary fresh. */
export function ProjectProvider({ children }: { readonly children: ReactNode }) {
  const { client, connection, query } = useEngine();
  const queryClient = useQueryClient();
  const [opened, setOpened] = useState<ProjectSummary | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [isStarting, setIsStarting] = useState(true);
  const [wantsNew, setWantsNew] = useState(false);
  const openPath = useRef<string | null>(null);

  const show = useCallback(
    (summary: ProjectSummary | null) => {
      openPath.current = summary?.path ?? null;
      if (summary !== null)
        queryClient.setQueryData(query.project.summary.queryKey({ input: { projectId: summary.id } }), summary);
      setOpened(summary);
      setFailure(null);
    },
    [query, queryClient],
  );

  useEffect(
    () =>
      connection.onRestore(async (restarted) => {
        const path = openPath.current;
        if (path === null) return;
        try {
          show(await restarted.project.open({ path }));
        } catch (error) {
          setFailure(error);
        }
        void queryClient.invalidateQueries();
      }),
    [connection, queryClient, show],
  );

  useEffect(() => {
    async function openStartupProject() {
      try {
        const { openPath: path } = await client.app.startup();
        if (path !== null && openPath.current === null) show(await client.project.open({ path }));
      } catch (error) {
        setFailure(error);
      } finally {
        setIsStarting(false);
      }
    }
    void openStartupProject();
  }, [client, show]);

  useEngineEvents(opened?.id ?? null);

  const summary = useQuery(
    query.project.summary.queryOptions({
      input: { projectId: opened?.id ?? '' },
      enabled: opened !== null,
    }),
  );
  const project = opened === null ? null : (summary.data ?? opened);

  const session = useMemo<ProjectSession>(
    () => ({
      project,
      failure,
      isStarting,
      open: async (path) => show(await client.project.open({ path })),
      create: async (path, settings) => show(await client.project.create({ path, settings })),
      openSample: async () => show(await client.project.openSample()),
      wantsNew,
      close: async (next) => {
        const id = project?.id;
        setWantsNew(next === 'new');
        show(null);
        if (id !== undefined) await client.project.close({ projectId: id });
        queryClient.clear();
      },
    }),
    [client, failure, isStarting, project, queryClient, show, wantsNew],
  );
  return <ProjectContext value={session}>{children}</ProjectContext>;
}
