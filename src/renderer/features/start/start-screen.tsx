import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { Icon } from '../../components/icon.tsx';
import { useHostCommands } from '../../engine/engine-context.ts';
import { errorDetails, errorOf } from '../../engine/error-of.ts';
import { useProjectSession } from '../../engine/project-context.ts';
import { useActions } from '../../shell/actions.tsx';
import { useFilePicker } from '../../shell/use-file-picker.tsx';
import { NewProjectDialog } from './new-project-dialog.tsx';
import { RecentProjects } from './recent-projects.tsx';
import styles from './start-screen.module.css';

/** What the window shows while no project is open. */
export function StartScreen({ isReady }: { readonly isReady: boolean }) {
  const session = useProjectSession();
  const picker = useFilePicker();
  const [isCreating, setCreating] = useState(session.wantsNew);
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);

  function attempt(work: () => Promise<void>) {
    setFailure(null);
    setBusy(true);
    void work()
      .catch(setFailure)
      .finally(() => setBusy(false));
  }

  async function openOther() {
    const [path] = await picker.pick('open-project');
    if (path !== undefined) await session.open(path);
  }

  useHostCommands(({ command, path }) => {
    if (command === 'new-project') setCreating(true);
    else if (command === 'open-project') attempt(() => (path === null ? openOther() : session.open(path)));
  });
  useActions([
    { id: 'new-project', title: 'New project…', section: 'Project', shortcut: 'n', run: () => setCreating(true) },
    { id: 'open-project', title: 'Open a project…', section: 'Project', shortcut: 'o', run: () => attempt(openOther) },
  ]);

  const problem = failure ?? session.failure;
  return (
    <main className={styles.start}>
      <div className={styles.middle}>
        <header className={styles.header}>
          <h1>Anchorage</h1>
          <p className={styles.lead}>
            From backlink exports to a reviewed disavow file. Everything stays on this machine.
          </p>
        </header>
        {problem !== null && (
          <ErrorPanel
            message={errorOf(problem).message}
            details={errorDetails(problem)}
            safe="No project file was changed."
          />
        )}
        <div className={styles.actions}>
          <Button
            kind="primary"
            size="large"
            icon="plus"
            isDisabled={!isReady || isBusy}
            onPress={() => setCreating(true)}
          >
            New project…
          </Button>
          <Button size="large" icon="folder" isDisabled={!isReady || isBusy} onPress={() => attempt(openOther)}>
            Open a project…
          </Button>
          <Button
            size="large"
            icon="project"
            isDisabled={!isReady || isBusy}
            onPress={() => attempt(session.openSample)}
          >
            Open the sample project
          </Button>
        </div>
        <output className={styles.waiting}>{!isReady ? 'Starting the engine…' : isBusy ? 'Opening…' : ''}</output>
        {isReady && <RecentProjects onOpen={(path) => attempt(() => session.open(path))} />}
        <Hints />
      </div>
      <NewProjectDialog isOpen={isCreating} onClose={() => setCreating(false)} />
      {picker.dialog}
    </main>
  );
}

function Hints() {
  return (
    <section aria-labelledby="hints" className={styles.section}>
      <h2 id="hints" className={styles.heading}>
        How it goes
      </h2>
      <ol className={styles.hints}>
        <li>
          <Icon name="imports" />
          <span>
            <strong>Import</strong> every export there is: Search Console, Ahrefs, Semrush, or any CSV. One row per link
            remains, and each keeps its sources.
          </span>
        </li>
        <li>
          <Icon name="checks" />
          <span>
            <strong>Check</strong> which links are live, gone, or could not be looked at, and see why each scores as it
            does.
          </span>
        </li>
        <li>
          <Icon name="review" />
          <span>
            <strong>Review</strong> domain by domain with one key each, then save disavow.txt. Every verdict can be
            undone.
          </span>
        </li>
      </ol>
    </section>
  );
}
