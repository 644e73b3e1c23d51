import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react';
import { AppError } from '../../contract/app-error.ts';
import { type CheckSettings, checkSettingsSchema } from '../../contract/check-settings.ts';
import { useEngine } from '../engine/engine-context.ts';
import { errorOf } from '../engine/error-of.ts';
import { useProject } from '../engine/project-context.ts';
import { useNotices } from '../shell/notices.tsx';
import { checkSettingProblem, checkSettingsProblem } from './check-setting-fields.ts';

/**
 * How pages are asked: the check settings of the project, and what is typed and not kept there yet. What cannot be used is
 * never kept, and as long as it stands in its field no check is started, from whatever screen: it would go another way than
 * the person believes.
 */
export interface CheckSettingsState {
  /** As the fields show them; a text may be one that cannot be used. */
  readonly settings: CheckSettings;
  readonly change: (part: Partial<CheckSettings>) => void;
  /** Why no check can be started with them; null when one can. */
  readonly problem: string | null;
  /** Resolves once the project keeps what the fields show; rejects where it cannot be used or kept. */
  readonly keep: () => Promise<void>;
}

const CheckSettingsContext = createContext<CheckSettingsState | null>(null);

export function CheckSettingsProvider({ children }: { readonly children: ReactNode }) {
  const { client, query } = useEngine();
  const { projectId } = useProject();
  const queryClient = useQueryClient();
  const { notifyError } = useNotices();
  const { data: kept, error } = useQuery(query.checkSettings.read.queryOptions({ input: { projectId } }));
  const [typed, setTyped] = useState<Partial<CheckSettings>>({});
  /** The newest of it: a field that loses the focus to a shortcut tells its value in the same turn as the check is started. */
  const newest = useRef(typed);

  const state = useMemo<CheckSettingsState>(() => {
    const base = kept ?? checkSettingsSchema.parse({});

    function show(next: Partial<CheckSettings>) {
      newest.current = next;
      setTyped(next);
    }

    async function save() {
      const usable = entriesOf(newest.current, (field, value) => checkSettingProblem(field, value) === null);
      if (Object.keys(usable).length === 0) return;
      const saved = await client.checkSettings.save({ projectId, settings: { ...base, ...usable } });
      queryClient.setQueryData(query.checkSettings.read.queryKey({ input: { projectId } }), saved);
      show(entriesOf(newest.current, (field, value) => value !== saved[field]));
    }

    return {
      settings: { ...base, ...typed },
      problem: error === null ? checkSettingsProblem(typed) : errorOf(error).message,
      change: (part) => {
        show({ ...newest.current, ...part });
        void save().catch(notifyError);
      },
      keep: async () => {
        const problem = checkSettingsProblem(newest.current);
        if (problem !== null) throw new AppError('wrong-use', problem);
        await save();
      },
    };
  }, [client, error, kept, notifyError, projectId, query, queryClient, typed]);
  return <CheckSettingsContext value={state}>{children}</CheckSettingsContext>;
}

export function useCheckSettings(): CheckSettingsState {
  const state = useContext(CheckSettingsContext);
  if (state === null) throw new Error('useCheckSettings is called outside CheckSettingsProvider.');
  return state;
}

/** The settings that pass a test. */
function entriesOf(
  settings: Partial<CheckSettings>,
  passes: <Field extends keyof CheckSettings>(field: Field, value: CheckSettings[Field]) => boolean,
): Partial<CheckSettings> {
  return Object.fromEntries(
    Object.entries(settings).filter(([field, value]) => passes(field as keyof CheckSettings, value)),
  );
}
