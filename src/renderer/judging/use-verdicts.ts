import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Selection } from '../../contract/engine-contract.ts';
import type { Verdict } from '../../core/model/verdict.ts';
import { useEngine } from '../engine/engine-context.ts';
import { useProject } from '../engine/project-context.ts';
import { useActions } from '../shell/actions.tsx';
import { useNotices } from '../shell/notices.tsx';
import { refreshVerdicts, useUndo } from './use-undo.ts';
import { VERDICT_WORDS } from './words.ts';

/** A verdict that was asked for and not yet applied, because it touches more than one row. */
export interface PendingVerdict {
  readonly verdict: Verdict;
  readonly links: number;
  readonly domains: number;
  readonly keptBefore: number;
}

export interface Verdicts {
  readonly pending: PendingVerdict | null;
  readonly decide: (verdict: Verdict) => void;
  readonly apply: () => void;
  readonly cancel: () => void;
}

export const VERDICT_KEYS = [
  { verdict: 'keep', key: 'k', before: '', word: 'Keep' },
  { verdict: 'disavow-domain', key: 'd', before: 'Disavow ', word: 'domain' },
  { verdict: 'disavow-url', key: 'u', before: 'Disavow ', word: 'URL' },
  { verdict: 'remove', key: 'r', before: 'Ask for ', word: 'removal' },
  { verdict: 'none', key: 'n', before: '', word: 'Clear' },
] as const satisfies readonly { verdict: Verdict; key: string; before: string; word: string }[];

/**
 * Verdicts on what is selected, by key, button or palette. One row is decided at once; more rows show what would be
 * touched first. Either way it can be undone, so nothing asks "are you sure".
 *
 * @param target null while nothing can be decided
 * @param onDecided called when a verdict has been applied and the tables have been asked again
 */
export function useVerdicts(target: Selection | null, onDecided?: () => void): Verdicts {
  const { client } = useEngine();
  const { projectId, summary } = useProject();
  const queryClient = useQueryClient();
  const { notify, notifyError } = useNotices();
  const undo = useUndo();
  const [asked, setAsked] = useState<(PendingVerdict & { readonly target: Selection }) | null>(null);
  const isBusy = useRef(false);

  async function applyTo(selection: Selection, verdict: Verdict) {
    const { description } = await client.verdicts.apply({ projectId, selection, verdict });
    setAsked(null);
    await refreshVerdicts(queryClient);
    notify({
      text: description,
      action: { label: 'Undo', shortcut: 'Mod+Z', run: undo },
    });
    onDecided?.();
  }

  async function ask(selection: Selection, verdict: Verdict) {
    setAsked({ ...(await client.verdicts.preview({ projectId, selection, verdict })), verdict, target: selection });
  }

  function once(work: () => Promise<void>) {
    if (isBusy.current) return;
    isBusy.current = true;
    void work()
      .catch(notifyError)
      .finally(() => {
        isBusy.current = false;
      });
  }

  function decide(verdict: Verdict) {
    if (target === null) return;
    const isOne = target.kind === 'ids' && target.ids.length === 1;
    once(() => (isOne ? applyTo(target, verdict) : ask(target, verdict)));
  }

  const isCurrent = asked !== null && asked.target === target;
  const pending = isCurrent ? asked : null;
  const apply = () => {
    if (pending !== null) once(() => applyTo(pending.target, pending.verdict));
  };

  useActions(
    VERDICT_KEYS.map(({ verdict, key }) => ({
      id: `verdict-${verdict}`,
      title: verdict === 'none' ? 'Clear the verdict' : VERDICT_WORDS[verdict],
      section: 'Verdict',
      shortcut: key,
      isDisabled: target === null || summary.readOnly,
      run: () => decide(verdict),
    })),
  );

  return { pending, decide, apply, cancel: () => setAsked(null) };
}
