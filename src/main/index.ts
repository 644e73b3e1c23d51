/**
 * The entry Electron starts. Nothing here is awaited at the top level: an entry that waits for "ready" never gets it,
 * because Electron sends it only once the entry has been evaluated (electron issue 40719).
 */
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { errorBody } from '../contract/app-error.ts';
import { listPageFiles } from '../engine/http/page-files.ts';
import { declarePageScheme, PAGE_ADDRESS } from './page-protocol.ts';
import { projectArgument } from './project-argument.ts';
import { type Desktop, runDesktop } from './run-desktop.ts';

/** Out of a checkout, `electron-vite dev` serves the page itself. */
const devAddress = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
const buildFolder = join(import.meta.dirname, '..');

let desktop: Desktop | null = null;
let startupPath = projectArgument(process.argv.slice(1), process.cwd());

if (app.requestSingleInstanceLock()) start();
else app.quit();

function start(): void {
  app.enableSandbox();
  app.setAppUserModelId('anchorage');
  declarePageScheme();
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open(path);
  });
  app.on('second-instance', (_, args, workingFolder) => {
    const path = projectArgument(args.slice(1), workingFolder);
    if (path !== null) open(path);
    desktop?.showWindow();
  });
  app.whenReady().then(run).catch(failToStart);
}

/** A file opened before the app is ready (a double click that starts it) is the one it starts with. */
function open(path: string): void {
  if (desktop) desktop.openProject(path);
  else startupPath = path;
}

function run(): void {
  desktop = runDesktop({
    pageAddress: devAddress ? new URL('/', devAddress).href : PAGE_ADDRESS,
    pageFiles: devAddress ? new Map() : listPageFiles(join(buildFolder, 'renderer')),
    preloadPath: join(buildFolder, 'preload', 'index.cjs'),
    engineFile: join(buildFolder, 'main', 'engine.js'),
    iconPath: join(buildFolder, '..', 'resources', 'icon.png'),
    startupPath,
  });
}

function failToStart(error: unknown): void {
  dialog.showErrorBox('Anchorage could not start', errorBody(error).message);
  app.exit(1);
}
