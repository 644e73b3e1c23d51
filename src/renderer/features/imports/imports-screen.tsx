import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { FileDrop } from '../../components/file-drop.tsx';
import { FileInput } from '../../components/file-input.tsx';
import { SplitPanel } from '../../components/split-panel.tsx';
import { Toolbar, ToolbarSpace } from '../../components/toolbar.tsx';
import { isNumber, useStored } from '../../components/use-stored.ts';
import { useEngine, useHostCommands } from '../../engine/engine-context.ts';
import { errorOf } from '../../engine/error-of.ts';
import { useProject } from '../../engine/project-context.ts';
import { formatCount } from '../../format.ts';
import { useActions } from '../../shell/actions.tsx';
import { useNotices } from '../../shell/notices.tsx';
import { ImportList } from './import-list.tsx';
import styles from './imports-screen.module.css';
import { isImportable } from './staged-file.ts';
import { StagedFileCard } from './staged-file-card.tsx';
import { useStagedFiles } from './use-staged-files.ts';

/** Exports on their way in: dropped or chosen, looked at, imported; below them what became of earlier ones. */
export function ImportsScreen() {
  const { client } = useEngine();
  const { summary } = useProject();
  const { notifyError } = useNotices();
  const staged = useStagedFiles();
  const input = useRef<HTMLInputElement>(null);
  const [isStarting, setStarting] = useState(false);
  const importable = staged.files.filter(isImportable).length;
  const canStart = importable > 0 && !isStarting && !summary.readOnly;
  const hasStaged = staged.files.length > 0;

  async function ask() {
    const answer = await client.files.choose({ purpose: 'exports' });
    if (answer.kind === 'chosen') staged.addPaths(answer.paths);
    else if (answer.kind === 'no-dialog') input.current?.click();
  }

  function choose() {
    void ask().catch(notifyError);
  }

  function start() {
    setStarting(true);
    void staged
      .start()
      .catch(notifyError)
      .finally(() => setStarting(false));
  }

  useHostCommands((command) => {
    if (command.command === 'import') choose();
  });
  useActions([
    { id: 'choose-exports', title: 'Choose exports…', section: 'Imports', shortcut: 'o', run: choose },
    {
      id: 'start-import',
      title: 'Import the listed files',
      section: 'Imports',
      shortcut: 'Mod+Enter',
      worksInFields: true,
      isDisabled: !canStart,
      run: start,
    },
  ]);

  return (
    <FileDrop invitation="Drop to look at these exports" isDisabled={summary.readOnly} onFiles={staged.addFiles}>
      <FileInput ref={input} label="Export files" isMultiple onFiles={staged.addFiles} />
      <Toolbar label="Import">
        <Button icon="plus" isDisabled={summary.readOnly} onPress={choose}>
          Choose exports…
        </Button>
        <span className={styles.hint}>or drop files anywhere here</span>
        <ToolbarSpace />
        {importable > 0 && (
          <Button kind="primary" shortcut="Mod+Enter" isDisabled={!canStart} onPress={start}>
            {`Import ${formatCount(importable, 'file')}`}
          </Button>
        )}
      </Toolbar>
      {hasStaged && (
        <section aria-label="Files to import" className={styles.staged}>
          {staged.files.map((file) => (
            <StagedFileCard key={file.key} staged={file} work={staged} isOnly={staged.files.length === 1} />
          ))}
        </section>
      )}
      <PastImports isBelow={hasStaged} onChoose={choose} />
    </FileDrop>
  );
}

/** The list of imports: the whole screen, or a panel below the files that wait. */
function PastImports({ isBelow, onChoose }: { readonly isBelow: boolean; readonly onChoose: () => void }) {
  const { query } = useEngine();
  const { projectId } = useProject();
  const imports = useQuery(query.imports.list.queryOptions({ input: { projectId } }));
  const [height, setHeight] = useStored('imports-list-height', 172, isNumber);

  if (imports.error !== null && imports.data === undefined) {
    return (
      <ErrorPanel
        message={errorOf(imports.error).message}
        safe="The project file was not changed."
        actions={<Button onPress={() => void imports.refetch()}>Try again</Button>}
      />
    );
  }
  const isEmpty = imports.data?.length === 0;
  if (isEmpty && isBelow) return null;
  if (isEmpty) {
    return (
      <EmptyState
        title="Import the client’s backlink exports"
        actions={
          <Button kind="primary" size="large" onPress={onChoose}>
            Choose exports…
          </Button>
        }
      >
        Search Console, Ahrefs, Semrush and others are recognised by what is in the file. Anything else can be read by
        saying which column is which. Files stay on this computer.
      </EmptyState>
    );
  }
  const list = <ImportList imports={imports.data ?? null} />;
  if (!isBelow) return list;
  return (
    <SplitPanel label="past imports" edge="top" size={height} minSize={96} maxSize={560} onResize={setHeight}>
      {list}
    </SplitPanel>
  );
}
