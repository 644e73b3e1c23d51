import { useRef, useState } from 'react';
import { unusualSettings } from '../../contract/check-settings.ts';
import type { Selection } from '../../contract/engine-contract.ts';
import { useEngine } from '../engine/engine-context.ts';
import { useProject } from '../engine/project-context.ts';
import { useActions } from '../shell/actions.tsx';
import { useNotices } from '../shell/notices.tsx';
import { settingTexts } from './check-setting-fields.ts';
import { useCheckSettings } from './check-settings.tsx';
import { useCheckStart } from './use-check-start.ts';

/** A check that was asked for and not started yet, because it is of more than one link. */
export interface PendingCheck {
  readonly links: number;
  /** The settings it is asked with, where they are not the usual ones. */
  readonly settings: readonly string[];
  /** Why it cannot be started; null when it can. */
  readonly blocked: string | null;
}

export interface CheckAction {
  readonly pending: PendingCheck | null;
  readonly ask: () => void;
  readonly start: () => void;
  readonly cancel: () => void;
}

/**
 * Offers to check what is selected, by key, button or palette. One link is checked at once; more show how many they are first.
 *
 * @param target null while there is nothing to check; the same object as long as the same rows are meant
 */
export function useCheckAction(target: Selection | null): CheckAction {
  const { client } = useEngine();
  const { projectId, summary } = useProject();
  const { notifyError } = useNotices();
  const { blocked, start } = useCheckStart();
  const { settings } = useCheckSettings();
  const [asked, setAsked] = useState<{ readonly target: Selection; readonly links: number } | null>(null);
  const newest = useRef<Selection | null>(null);

  async function count(selection: Selection) {
    newest.current = selection;
    const { links } = await client.checks.preview({ projectId, selection });
    if (newest.current === selection) setAsked({ target: selection, links });
  }

  function ask() {
    if (target === null) return;
    const isOne = target.kind === 'ids' && target.table === 'links' && target.ids.length === 1;
    if (isOne) start(target);
    else void count(target).catch(notifyError);
  }

  useActions([
    {
      id: 'check-selection',
      title: 'Check the selected links',
      section: 'Table',
      shortcut: 'c',
      isDisabled: target === null || summary.readOnly,
      run: ask,
    },
  ]);

  const isCurrent = asked !== null && asked.target === target;
  const cancel = () => setAsked(null);
  return {
    pending: isCurrent ? { links: asked.links, settings: settingTexts(unusualSettings(settings)), blocked } : null,
    ask,
    start: () => {
      if (!isCurrent) return;
      cancel();
      start(asked.target);
    },
    cancel,
  };
}
