/**
 * The desktop app from ready to quit: one window, one engine process, and what passes between them and the operating
 * system. Closing the window quits on every system; work that was running is resumed with the project.
 */
import { app, BrowserWindow, ipcMain, MessageChannelMain, session, utilityProcess } from 'electron';
import type { PageFiles } from '../engine/http/page-files.ts';
import { answerEngine } from './answer-engine.ts';
import { EngineSupervisor } from './engine-supervisor.ts';
import { askAfterEngineFailure, askAfterPageFailure } from './failure-dialogs.ts';
import { guardContents, guardSession, isOwnPage } from './guard-contents.ts';
import { installMenu } from './install-menu.ts';
import { type MainWindowOptions, openMainWindow } from './main-window.ts';
import { servePage } from './page-protocol.ts';

export interface DesktopOptions extends MainWindowOptions {
  readonly engineFile: string;
  readonly pageFiles: PageFiles;
  readonly startupPath: string | null;
}

/** The running app, for what the operating system sends later. */
export interface Desktop {
  openProject(path: string): void;
  showWindow(): void;
}

/** Call once the app is ready. */
export function runDesktop(options: DesktopOptions): Desktop {
  const { pageAddress } = options;
  const dataFolder = app.getPath('userData');
  guardSession(session.defaultSession, pageAddress);
  app.on('web-contents-created', (_, contents) => guardContents(contents, pageAddress));
  servePage(options.pageFiles);

  const window = openMainWindow(options);
  const supervisor: EngineSupervisor = new EngineSupervisor({
    version: app.getVersion(),
    dataFolder,
    startupPath: options.startupPath,
    fork: () =>
      utilityProcess.fork(options.engineFile, [], {
        serviceName: 'Anchorage engine',
        stdio: 'inherit',
        // Look-ups of host names take a thread each: see bin/anchorage.mjs.
        env: { UV_THREADPOOL_SIZE: '64', ...process.env },
      }),
    openChannel: () => new MessageChannelMain(),
    wait: (delayMs, then) => void setTimeout(then, delayMs),
    nowMs: () => Date.now(),
    onMessage: (message) => void answerEngine(message, { window, send, onProjectOpened: refreshMenu }),
    onGaveUp: () => void startOverOrQuit(supervisor, window),
  });
  const send = supervisor.send.bind(supervisor);
  const sendCommand = supervisor.sendCommand.bind(supervisor);
  const refreshMenu = () => installMenu(dataFolder, sendCommand);

  connectOnRequest(supervisor, pageAddress);
  quitCleanly(supervisor);
  window.webContents.on('render-process-gone', (_, { reason }) => void reloadOrQuit(window, reason));
  refreshMenu();

  return {
    openProject: (path) => sendCommand('open-project', path),
    showWindow: () => {
      if (window.isMinimized()) window.restore();
      window.focus();
    },
  };
}

async function startOverOrQuit(supervisor: EngineSupervisor, window: BrowserWindow): Promise<void> {
  if (await askAfterEngineFailure(window)) supervisor.startOver();
  else app.quit();
}

async function reloadOrQuit(window: BrowserWindow, reason: string): Promise<void> {
  if (reason === 'clean-exit') return;
  if (await askAfterPageFailure(window, reason)) window.reload();
  else app.quit();
}

/** Ports go to the app's own page in a window's main frame and to nobody else. */
function connectOnRequest(supervisor: EngineSupervisor, pageAddress: string): void {
  ipcMain.on('anchorage:connect', ({ sender, senderFrame }) => {
    const isMainFrame = senderFrame !== null && senderFrame.parent === null;
    const hasWindow = BrowserWindow.fromWebContents(sender) !== null;
    if (isMainFrame && hasWindow && isOwnPage(senderFrame.url, pageAddress)) supervisor.connect(sender);
  });
}

/** Holds the quit back until the engine has closed its projects. */
function quitCleanly(supervisor: EngineSupervisor): void {
  let isClosed = false;
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void supervisor.close().finally(() => {
      isClosed = true;
      app.quit();
    });
  });
}
