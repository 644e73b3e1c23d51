import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DisavowVersion } from '../../../contract/disavow.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { Select } from '../../components/select.tsx';
import { Toolbar, ToolbarSpace } from '../../components/toolbar.tsx';
import { useEngine } from '../../engine/engine-context.ts';
import { errorOf } from '../../engine/error-of.ts';
import { useProject } from '../../engine/project-context.ts';
import { useActions } from '../../shell/actions.tsx';
import { DiffTable, diffWords } from './diff-table.tsx';
import styles from './proposal-view.module.css';
import type { LintedText } from './use-lint.ts';
import { versionWords } from './words.ts';

export interface CompareViewProps {
  readonly versions: readonly DisavowVersion[];
  /** Id of the version to begin with. */
  readonly before: number;
  /** What stands in the editor. */
  readonly text: LintedText;
  readonly onClose: () => void;
}

const EDITOR = 'editor';

/** Any two versions side by side, or one and the text in the editor. */
export function CompareView({ versions, before: first, text, onClose }: CompareViewProps) {
  const { client } = useEngine();
  const { projectId } = useProject();
  const [before, setBefore] = useState(String(first));
  const [after, setAfter] = useState(EDITOR);
  const options = [
    { value: EDITOR, label: 'The text in the editor' },
    ...versions.map((version) => ({ value: String(version.id), label: versionWords(version) })),
  ];

  async function textOf(choice: string): Promise<string> {
    if (choice === EDITOR) return text.text;
    return (await client.disavow.version({ projectId, id: Number(choice) })).text;
  }

  const diff = useQuery({
    queryKey: ['disavow-diff', projectId, before, after, text.revision],
    queryFn: async () => {
      const [old, current] = await Promise.all([textOf(before), textOf(after)]);
      return client.disavow.diff({ projectId, before: old, after: current });
    },
    placeholderData: keepPreviousData,
    gcTime: 0,
  });

  useActions([
    { id: 'close-comparison', title: 'Back to the text', section: 'Disavow file', shortcut: 'Escape', run: onClose },
  ]);

  return (
    <section className={styles.view} aria-label="Comparison">
      <Toolbar label="Comparison">
        <Select label="From" hideLabel options={options} value={before} onChange={setBefore} />
        <span>to</span>
        <Select label="To" hideLabel options={options} value={after} onChange={setAfter} />
        <ToolbarSpace />
        <Button kind="quiet" shortcut="Escape" onPress={onClose}>
          Back to the text
        </Button>
      </Toolbar>
      {diff.data !== undefined && (
        <>
          <DiffTable diff={diff.data} />
          <p className={styles.footnote}>{`${diffWords(diff.data)}.`}</p>
        </>
      )}
      {diff.data === undefined && diff.error === null && <EmptyState title="Comparing…" />}
      {diff.error !== null && <ErrorPanel message={errorOf(diff.error).message} safe="Both texts are untouched." />}
    </section>
  );
}
