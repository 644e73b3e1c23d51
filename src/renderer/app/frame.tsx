import { useEffect, useState } from 'react';
import { SplitPanel } from '../components/split-panel.tsx';
import { isBoolean, isNumber, useStored } from '../components/use-stored.ts';
import { useHostCommands } from '../engine/engine-context.ts';
import { useProject } from '../engine/project-context.ts';
import { useActions } from '../shell/actions.tsx';
import { DrawerOutlet, useDrawer } from '../shell/drawer.tsx';
import { useNavigation } from '../shell/navigation.tsx';
import { useFilePicker } from '../shell/use-file-picker.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { CrashBoundary } from './crash-boundary.tsx';
import styles from './frame.module.css';
import { JobBar } from './job-bar.tsx';
import { NavigationPanel } from './navigation-panel.tsx';
import { NoticeLine } from './notice-line.tsx';
import { Palette } from './palette.tsx';
import { SCREENS } from './screens.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { useProjectActions } from './use-project-actions.ts';

/** The window around an open project: screens at the left, one of them in the middle, evidence at the right. */
export function Frame() {
  const { screen, navigate } = useNavigation();
  const { summary } = useProject();
  const drawer = useDrawer();
  const [overlay, setOverlay] = useState<'palette' | 'shortcuts' | null>(null);
  const [isNavigationOpen, setNavigationOpen] = useStored('navigation-open', true, isBoolean);
  const [navigationWidth, setNavigationWidth] = useStored('navigation-width', 212, isNumber);
  const [drawerWidth, setDrawerWidth] = useStored('drawer-width', 348, isNumber);
  const current = SCREENS.find((entry) => entry.id === screen);
  const CurrentScreen = current?.component;

  useEffect(() => {
    document.title = `${summary.settings.name} – Anchorage`;
  }, [summary.settings.name]);

  useActions([
    ...SCREENS.map((entry) => ({
      id: `go-${entry.id}`,
      title: entry.title,
      section: 'Go to',
      shortcut: entry.shortcut,
      run: () => navigate(entry.id),
    })),
    {
      id: 'palette',
      title: 'Command palette',
      section: 'Window',
      shortcut: 'Mod+K',
      worksInFields: true,
      run: () => setOverlay('palette'),
    },
    {
      id: 'shortcuts',
      title: 'Keyboard shortcuts',
      section: 'Window',
      shortcut: '?',
      run: () => setOverlay('shortcuts'),
    },
    {
      id: 'navigation',
      title: 'Show or hide the screens',
      section: 'Window',
      shortcut: '[',
      run: () => setNavigationOpen(!isNavigationOpen),
    },
    {
      id: 'drawer',
      title: 'Show or hide the evidence',
      section: 'Window',
      shortcut: ']',
      isDisabled: !drawer.isUsed,
      run: () => drawer.setOpen(!drawer.isOpen),
    },
  ]);
  const picker = useFilePicker();
  useProjectActions(picker);
  useHostCommands(({ command }) => {
    if (command === 'palette') setOverlay('palette');
  });

  return (
    <div className={styles.frame}>
      <ConnectionBanner />
      <div className={styles.columns}>
        {isNavigationOpen && (
          <SplitPanel
            label="Sidebar"
            edge="right"
            size={navigationWidth}
            minSize={160}
            maxSize={320}
            onResize={setNavigationWidth}
          >
            <NavigationPanel onOpenPalette={() => setOverlay('palette')} />
          </SplitPanel>
        )}
        <main className={styles.centre}>
          {current?.hasHeading !== true && <h1 className="visually-hidden">{current?.title}</h1>}
          <CrashBoundary key={screen}>{CurrentScreen !== undefined && <CurrentScreen />}</CrashBoundary>
        </main>
        {drawer.isUsed && drawer.isOpen && (
          <SplitPanel
            label="Side panel"
            edge="left"
            size={drawerWidth}
            minSize={280}
            maxSize={640}
            onResize={setDrawerWidth}
          >
            <DrawerOutlet />
          </SplitPanel>
        )}
      </div>
      <NoticeLine />
      <JobBar />
      <Palette isOpen={overlay === 'palette'} onClose={() => setOverlay(null)} />
      {picker.dialog}
      <ShortcutSheet isOpen={overlay === 'shortcuts'} onClose={() => setOverlay(null)} />
    </div>
  );
}
