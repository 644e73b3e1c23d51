import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { CheckChoice, CheckScopeName } from './check-scopes.ts';

/** Which links the Checks screen would check next; kept while other screens are looked at, and set by what leads there. */
export interface CheckChoiceState {
  /** Null for the name where nobody has chosen yet. */
  readonly chosen: Omit<CheckChoice, 'name'> & { readonly name: CheckScopeName | null };
  readonly choose: (change: Partial<CheckChoice>) => void;
}

const CheckChoiceContext = createContext<CheckChoiceState | null>(null);

export function CheckChoiceProvider({ children }: { readonly children: ReactNode }) {
  const [chosen, setChosen] = useState<CheckChoiceState['chosen']>({ name: null, filter: '', days: 0 });
  const state = useMemo<CheckChoiceState>(
    () => ({ chosen, choose: (change) => setChosen((before) => ({ ...before, ...change })) }),
    [chosen],
  );
  return <CheckChoiceContext value={state}>{children}</CheckChoiceContext>;
}

export function useCheckChoice(): CheckChoiceState {
  const state = useContext(CheckChoiceContext);
  if (state === null) throw new Error('useCheckChoice is called outside CheckChoiceProvider.');
  return state;
}
