import { useQuery } from '@tanstack/react-query';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { useEngine } from '../../engine/engine-context.ts';
import { errorOf } from '../../engine/error-of.ts';
import { useProject } from '../../engine/project-context.ts';
import { DisavowWorkbench } from './disavow-workbench.tsx';

/** The disavow file of the project: its text, what is wrong with it, what it covers, and how it came to be. */
export function DisavowScreen() {
  const { query } = useEngine();
  const { projectId } = useProject();
  const draft = useQuery(query.disavow.draft.queryOptions({ input: { projectId } }));
  if (draft.data !== undefined) return <DisavowWorkbench draft={draft.data} freshness={draft.dataUpdatedAt} />;
  if (draft.error === null) return <EmptyState title="Reading the disavow file…" />;
  return (
    <ErrorPanel
      message={errorOf(draft.error).message}
      safe="The versions kept in the project are untouched."
      actions={<Button onPress={() => void draft.refetch()}>Try again</Button>}
    />
  );
}
