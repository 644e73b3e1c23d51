import { useRef } from 'react';
import type { DisavowVersion } from '../../../contract/disavow.ts';
import { Button } from '../../components/button.tsx';
import { FileInput } from '../../components/file-input.tsx';
import { Toolbar, ToolbarSpace } from '../../components/toolbar.tsx';
import { useProject } from '../../engine/project-context.ts';
import { useActions } from '../../shell/actions.tsx';
import styles from './disavow-workbench.module.css';
import type { DisavowCalls } from './use-disavow-calls.ts';
import type { DisavowText } from './use-disavow-text.ts';

export interface DisavowToolbarProps {
  readonly text: DisavowText;
  readonly calls: DisavowCalls;
  readonly versions: readonly DisavowVersion[];
  readonly onCompare: (versionId: number) => void;
}

/** What can be done with the whole file. */
export function DisavowToolbar({ text, calls, versions, onCompare }: DisavowToolbarProps) {
  const { summary } = useProject();
  const input = useRef<HTMLInputElement>(null);
  const [newest] = versions;
  const section = 'Disavow file';
  const isReady = text.editor !== null;

  useActions([
    { id: 'build-disavow', title: 'Build from verdicts…', section, shortcut: 'b', run: calls.proposeBuild },
    {
      id: 'save-disavow',
      title: 'Save a version',
      section,
      shortcut: 'Mod+S',
      worksInFields: true,
      isDisabled: summary.readOnly,
      run: calls.save,
    },
    { id: 'download-disavow', title: 'Download disavow.txt', section, run: calls.download },
    {
      id: 'import-disavow',
      title: 'Import a disavow file…',
      section,
      isDisabled: summary.readOnly,
      run: () => input.current?.click(),
    },
    {
      id: 'compare-disavow',
      title: 'Compare versions…',
      section,
      isDisabled: newest === undefined,
      run: () => {
        if (newest !== undefined) onCompare(newest.id);
      },
    },
  ]);

  return (
    <Toolbar label="Disavow file">
      <FileInput
        ref={input}
        label="Disavow file to import"
        accept=".txt,.csv,.cvs,text/plain"
        onFiles={([file]) => {
          if (file !== undefined) calls.importFile(file);
        }}
      />
      <Button shortcut="b" isDisabled={!isReady || summary.readOnly} onPress={calls.proposeBuild}>
        Build from verdicts…
      </Button>
      <Button isDisabled={!isReady || summary.readOnly} onPress={() => input.current?.click()}>
        Import file…
      </Button>
      <span className={styles.status}>{statusWords(text, newest)}</span>
      <ToolbarSpace />
      <Button shortcut="Mod+S" isDisabled={!isReady || summary.readOnly} onPress={calls.save}>
        Save version
      </Button>
      <Button kind="primary" icon="download" isDisabled={!isReady} onPress={calls.download}>
        Download disavow.txt
      </Button>
    </Toolbar>
  );
}

function statusWords({ isEdited }: DisavowText, newest: DisavowVersion | undefined): string {
  if (isEdited) return 'Edited, not saved as a version';
  return newest === undefined ? 'No version saved yet' : '';
}
