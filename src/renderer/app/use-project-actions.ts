import { useEngine, useHostCommands } from '../engine/engine-context.ts';
import { useProject, useProjectSession } from '../engine/project-context.ts';
import { useCheckChoice } from '../judging/check-choice.tsx';
import { useUndo } from '../judging/use-undo.ts';
import { useActions } from '../shell/actions.tsx';
import { useNavigation } from '../shell/navigation.tsx';
import { useNotices } from '../shell/notices.tsx';
import { THEMES, type Theme, useTheme } from '../shell/theme.tsx';
import type { FilePicker } from '../shell/use-file-picker.tsx';

const THEME_TITLE = {
  system: 'Colours of the system',
  light: 'Light colours',
  dark: 'Dark colours',
} as const satisfies Record<Theme, string>;

/** The actions that are there on every screen of an open project. */
export function useProjectActions(picker: FilePicker): void {
  const { client } = useEngine();
  const { projectId, summary } = useProject();
  const session = useProjectSession();
  const { navigate } = useNavigation();
  const { notifyError } = useNotices();
  const { choose } = useCheckChoice();
  const undo = useUndo();
  const { theme, setTheme } = useTheme();

  async function score() {
    await client.score.start({ projectId });
  }

  /** Not at once: the Checks screen shows how many links that is, and how they are asked. */
  function checkAll() {
    choose({ name: 'all', days: 0 });
    navigate('checks');
  }

  async function openOther(path: string | null) {
    const [chosen] = path === null ? await picker.pick('open-project') : [path];
    if (chosen !== undefined) await session.open(chosen);
  }

  useHostCommands(({ command, path }) => {
    if (command === 'undo') undo();
    else if (command === 'import') navigate('imports');
    else if (command === 'new-project') void session.close('new').catch(notifyError);
    else if (command === 'open-project') void openOther(path).catch(notifyError);
  });

  useActions([
    {
      id: 'undo',
      title: summary.undoable === null ? 'Undo the last verdict' : `Undo: ${summary.undoable}`,
      section: 'Edit',
      shortcut: 'Mod+Z',
      run: undo,
    },
    {
      id: 'open-project',
      title: 'Open another project…',
      section: 'Project',
      run: () => void openOther(null).catch(notifyError),
    },
    { id: 'import', title: 'Import exports…', section: 'Project', run: () => navigate('imports') },
    { id: 'check-all', title: 'Check all links…', section: 'Project', run: checkAll },
    { id: 'score', title: 'Score again', section: 'Project', run: () => void score().catch(notifyError) },
    { id: 'project-settings', title: 'Project settings', section: 'Project', run: () => navigate('settings') },
    {
      id: 'close-project',
      title: 'Close project',
      section: 'Project',
      run: () => void session.close().catch(notifyError),
    },
    ...THEMES.filter((entry) => entry !== theme).map((entry) => ({
      id: `theme-${entry}`,
      title: THEME_TITLE[entry],
      section: 'Window',
      run: () => setTheme(entry),
    })),
  ]);
}
