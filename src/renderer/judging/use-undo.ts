import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEngine } from '../engine/engine-context.ts';
import { useProject } from '../engine/project-context.ts';
import { useNotices } from '../shell/notices.tsx';

/** Takes the last verdict back and says which. */
export function useUndo(): () => void {
  const { client } = useEngine();
  const { projectId } = useProject();
  const queryClient = useQueryClient();
  const { notify, notifyError } = useNotices();

  async function undo() {
    const { undone } = await client.verdicts.undo({ projectId });
    notify({ text: undone === null ? 'There is nothing to undo.' : `Undone: ${undone}` });
    await refreshVerdicts(queryClient);
  }
  return () => void undo().catch(notifyError);
}

/** Asks again for everything that a verdict changes, without waiting for the engine's notice; done when it is there. */
export async function refreshVerdicts(queryClient: QueryClient): Promise<void> {
  const branches = ['links', 'domains', 'anchors', 'targets', 'project', 'disavow'];
  await Promise.all(branches.map((branch) => queryClient.invalidateQueries({ queryKey: [[branch]] })));
}
