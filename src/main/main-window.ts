import { BrowserWindow, nativeTheme } from 'electron';

export interface MainWindowOptions {
  readonly pageAddress: string;
  readonly preloadPath: string;
  readonly iconPath: string;
}

/** The `--bg` tokens of the page, so that the window does not flash before the page has painted. */
const BACKGROUND = { light: '#ffffff', dark: '#17181b' };

/** Opens the window where it was left. The page is locked in: no Node, no shared globals, Chromium's sandbox. */
export function openMainWindow({ pageAddress, preloadPath, iconPath }: MainWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    name: 'main',
    windowStatePersistence: true,
    width: 1280,
    height: 800,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Anchorage',
    icon: iconPath,
    backgroundColor: nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload: preloadPath,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      /* Chromium would fetch dictionaries by itself. */
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(pageAddress);
  return window;
}
