import type { CheckPolicy } from '../../contract/check-settings.ts';
import type { Selection } from '../../contract/engine-contract.ts';
import { useEngine } from '../engine/engine-context.ts';
import { errorOf } from '../engine/error-of.ts';
import { useProject } from '../engine/project-context.ts';
import { useNavigation } from '../shell/navigation.tsx';
import { useNotices } from '../shell/notices.tsx';
import { useCheckSettings } from './check-settings.tsx';

export interface CheckStart {
  /** Why no check can be started now; null when one can. */
  readonly blocked: string | null;
  /** Starts a check with the project's settings, or says why not. */
  readonly start: (selection: Selection, policy?: CheckPolicy) => void;
}

/** The one way in which the window starts a check. */
export function useCheckStart(): CheckStart {
  const { client } = useEngine();
  const { projectId, summary } = useProject();
  const { navigate } = useNavigation();
  const { notify } = useNotices();
  const { keep, problem } = useCheckSettings();

  async function start(selection: Selection, policy?: CheckPolicy) {
    try {
      await keep();
      await client.checks.start({ projectId, selection, ...(policy === undefined ? {} : { policy }) });
    } catch (error) {
      notify({
        text: `No check was started. ${errorOf(error).message}`,
        tone: 'problem',
        action: { label: 'See the check settings', run: () => navigate('checks') },
      });
    }
  }

  return {
    blocked: summary.readOnly ? summary.readOnlyReason : problem,
    start: (selection, policy) => void start(selection, policy),
  };
}
