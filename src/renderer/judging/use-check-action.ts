import type { Selection } from '../../contract/engine-contract.ts';
import { useEngine } from '../engine/engine-context.ts';
import { useProject } from '../engine/project-context.ts';
import { useActions } from '../shell/actions.tsx';
import { useNotices } from '../shell/notices.tsx';
import { useCheckSettings } from './use-check-settings.ts';

/** Offers to check what is selected. */
export function useCheckAction(target: Selection | null): void {
  const { client } = useEngine();
  const { projectId, summary } = useProject();
  const { notifyError } = useNotices();
  const [settings] = useCheckSettings();
  useActions([
    {
      id: 'check-selection',
      title: 'Check the selected links',
      section: 'Table',
      shortcut: 'c',
      isDisabled: target === null || summary.readOnly,
      run: () => {
        if (target !== null) void client.checks.start({ projectId, selection: target, settings }).catch(notifyError);
      },
    },
  ]);
}
