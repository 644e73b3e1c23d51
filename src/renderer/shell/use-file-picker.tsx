import { type ReactNode, useState } from 'react';
import { useEngine } from '../engine/engine-context.ts';
import { FolderDialog, type PickPurpose } from './folder-dialog.tsx';

export interface FilePicker {
  /** Asks for files of the engine's machine; an empty list when the user thought better of it. */
  readonly pick: (purpose: PickPurpose, suggestedName?: string) => Promise<readonly string[]>;
  /** To be drawn by the caller: the window's own folder list, for hosts without a native dialog. */
  readonly dialog: ReactNode;
}

interface Asked {
  readonly purpose: PickPurpose;
  readonly suggestedName: string;
  readonly answer: (paths: readonly string[]) => void;
}

export function useFilePicker(): FilePicker {
  const { client } = useEngine();
  const [asked, setAsked] = useState<Asked | null>(null);

  async function pick(purpose: PickPurpose, suggestedName = '') {
    const chosen = await client.files.choose(suggestedName === '' ? { purpose } : { purpose, suggestedName });
    if (chosen.kind === 'chosen') return chosen.paths;
    if (chosen.kind === 'cancelled') return [];
    return new Promise<readonly string[]>((answer) => setAsked({ purpose, suggestedName, answer }));
  }

  function finish(paths: readonly string[]) {
    asked?.answer(paths);
    setAsked(null);
  }

  return {
    pick,
    dialog: asked !== null && (
      <FolderDialog
        purpose={asked.purpose}
        suggestedName={asked.suggestedName}
        onChoose={finish}
        onCancel={() => finish([])}
      />
    ),
  };
}
