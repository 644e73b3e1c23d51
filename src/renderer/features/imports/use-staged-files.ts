import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useEngine, useEngineGeneration } from '../../engine/engine-context.ts';
import { useProject } from '../../engine/project-context.ts';
import type { StagedFile } from './staged-file.ts';
import { createStagedFileWork, type StagedFileWork } from './staged-file-work.ts';

export interface StagedFiles extends StagedFileWork {
  readonly files: readonly StagedFile[];
}

const NO_FILES: readonly StagedFile[] = [];

/**
 * The files that wait for import. They live in the query cache rather than in the screen, so that sending goes on while
 * one looks at another screen.
 */
export function useStagedFiles(): StagedFiles {
  const { client, connection, query } = useEngine();
  const generation = useEngineGeneration();
  const { projectId } = useProject();
  const queryClient = useQueryClient();
  const key = useMemo(() => ['staged-files', projectId] as const, [projectId]);
  const files =
    useQuery({
      queryKey: key,
      queryFn: skipToken,
      initialData: NO_FILES,
      gcTime: Number.POSITIVE_INFINITY,
    }).data ?? NO_FILES;

  const work = useMemo(
    () =>
      createStagedFileWork({
        client,
        projectId,
        generation: connection.generation,
        presets: () => queryClient.fetchQuery(query.imports.presets.queryOptions({ input: { projectId } })),
        read: () => queryClient.getQueryData<readonly StagedFile[]>(key) ?? NO_FILES,
        update: (change) =>
          queryClient.setQueryData<readonly StagedFile[]>(key, (before) => change(before ?? NO_FILES)),
      }),
    [client, connection, key, projectId, query, queryClient],
  );
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another engine has none of the uploads
  useEffect(() => work.sendAgain(), [work, generation]);

  return useMemo(() => ({ files, ...work }), [files, work]);
}
