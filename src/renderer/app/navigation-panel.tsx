import { Button as AriaButton } from 'react-aria-components';
import { Icon } from '../components/icon.tsx';
import { Menu, type MenuEntry } from '../components/menu.tsx';
import { Shortcut } from '../components/shortcut.tsx';
import { ariaShortcut } from '../components/shortcut-keys.ts';
import { useProject } from '../engine/project-context.ts';
import { formatNumber } from '../format.ts';
import { useActionRegistry } from '../shell/actions.tsx';
import { useNavigation } from '../shell/navigation.tsx';
import styles from './navigation-panel.module.css';
import { SCREENS } from './screens.tsx';

export function NavigationPanel({ onOpenPalette }: { readonly onOpenPalette: () => void }) {
  const { summary } = useProject();
  const { screen, navigate } = useNavigation();
  return (
    <div className={styles.panel}>
      <ProjectMenu />
      <nav aria-label="Screens" className={styles.screens}>
        <ul>
          {SCREENS.map((entry) => {
            const count = entry.count?.(summary);
            return (
              <li key={entry.id}>
                <button
                  type="button"
                  className={styles.screen}
                  aria-current={entry.id === screen ? 'page' : undefined}
                  aria-keyshortcuts={ariaShortcut(entry.shortcut)}
                  onClick={() => navigate(entry.id)}
                >
                  <Icon name={entry.icon} />
                  <span className={styles.name}>{entry.title}</span>
                  {count !== undefined && count > 0 && <span className={styles.count}>{formatNumber(count)}</span>}
                </button>
              </li>
            );
          })}
        </ul>
      </nav>
      <button type="button" className={styles.screen} onClick={onOpenPalette} aria-keyshortcuts={ariaShortcut('Mod+K')}>
        <Icon name="keyboard" />
        <span className={styles.name}>Commands</span>
        <Shortcut keys="Mod+K" />
      </button>
    </div>
  );
}

function ProjectMenu() {
  const { summary } = useProject();
  const registry = useActionRegistry();
  const entries: readonly MenuEntry[] = registry
    .all()
    .filter((action) => action.section === 'Project')
    .map((action) => ({
      id: action.id,
      label: action.title,
      shortcut: action.shortcut,
      isDisabled: action.isDisabled ?? false,
      run: action.run,
    }));
  return (
    <Menu label="Project" entries={entries}>
      <AriaButton className={styles.project ?? ''}>
        <Icon name="project" className={styles.mark} />
        <span className={styles.name}>{summary.settings.name}</span>
        <Icon name="chevron-down" />
      </AriaButton>
    </Menu>
  );
}
