import type { EngineConnection } from '../engine/connection.ts';
import { useConnectionState } from '../engine/engine-context.ts';
import { EngineProvider } from '../engine/engine-provider.tsx';
import { useProjectSession } from '../engine/project-context.ts';
import { ProjectProvider } from '../engine/project-provider.tsx';
import { StartScreen } from '../features/start/start-screen.tsx';
import { CheckChoiceProvider } from '../judging/check-choice.tsx';
import { CheckSettingsProvider } from '../judging/check-settings.tsx';
import { ActionsProvider } from '../shell/actions.tsx';
import { DrawerProvider } from '../shell/drawer.tsx';
import { NavigationProvider } from '../shell/navigation.tsx';
import { NoticesProvider } from '../shell/notices.tsx';
import { ThemeProvider } from '../shell/theme.tsx';
import { CrashBoundary } from './crash-boundary.tsx';
import { Frame } from './frame.tsx';

export function App({ connection }: { readonly connection: EngineConnection }) {
  return (
    <EngineProvider connection={connection}>
      <ProjectProvider>
        <NoticesProvider>
          <ActionsProvider>
            <ThemeProvider>
              <CrashBoundary>
                <CurrentWindow />
              </CrashBoundary>
            </ThemeProvider>
          </ActionsProvider>
        </NoticesProvider>
      </ProjectProvider>
    </EngineProvider>
  );
}

function CurrentWindow() {
  const { project, isStarting } = useProjectSession();
  const state = useConnectionState();
  if (project === null) return <StartScreen isReady={!isStarting && state === 'connected'} />;
  return (
    <NavigationProvider key={project.path}>
      <CheckSettingsProvider>
        <CheckChoiceProvider>
          <DrawerProvider>
            <Frame />
          </DrawerProvider>
        </CheckChoiceProvider>
      </CheckSettingsProvider>
    </NavigationProvider>
  );
}
