import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useReloadState } from '../components/use-stored.ts';
import { useProject } from '../engine/project-context.ts';
import { CHECK_SCOPES, type CheckChoice, type CheckScopeName } from './check-scopes.ts';

/** Which links the Checks screen would check next; kept while other screens are looked at, and set by what leads there. */
export interface CheckChoiceState {
  /** Null for the name where nobody has chosen yet. */
  readonly chosen: Omit<CheckChoice, 'name'> & { readonly name: CheckScopeName | null };
  readonly choose: (change: Partial<CheckChoice>) => void;
}

const NONE: CheckChoiceState['chosen'] = { name: null, filter: '', days: 0 };

const CheckChoiceContext = createContext<CheckChoiceState | null>(null);

export function CheckChoiceProvider({ children }: { readonly children: ReactNode }) {
  const { path } = useProject().summary;
  const [chosen, setChosen] = useReloadState(`check:${path}`, NONE, isChosen);
  const state = useMemo<CheckChoiceState>(
    () => ({ chosen, choose: (change) => setChosen((before) => ({ ...before, ...change })) }),
    [chosen, setChosen],
  );
  return <CheckChoiceContext value={state}>{children}</CheckChoiceContext>;
}

export function useCheckChoice(): CheckChoiceState {
  const state = useContext(CheckChoiceContext);
  if (state === null) throw new Error('useCheckChoice is called outside CheckChoiceProvider.');
  return state;
}

function isChosen(value: unknown): value is CheckChoiceState['chosen'] {
  if (typeof value !== 'object' || value === null) return false;
  const { name, filter, days } = value as Partial<Record<keyof CheckChoice, unknown>>;
  const isKnown = name === null || (typeof name === 'string' && Object.hasOwn(CHECK_SCOPES, name));
  return isKnown && typeof filter === 'string' && typeof days === 'number';
}
