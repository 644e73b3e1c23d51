/**
 * Started as `node --import register.ts scenario.ts OUT`: boots the build in OUT as Electron would, lives a short life with
 * it (calls, dialogs, menu, a crash, hostile pages, quitting) and sends what it saw to the test that started it.
 */
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { connectEngine } from '../../../src/renderer/engine/connection.ts';
import { waitUntil } from '../wait-until.ts';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  preventable,
  protocol,
  session,
  shell,
  utilityProcess,
} from './electron.ts';
import { PageWindow, runPreload } from './page.ts';
import type { WebContents } from './windows.ts';

const ORIGIN = 'app://anchorage';

/** What {@link live} saw, as the test gets it. */
export type DesktopLife = Awaited<ReturnType<typeof live>>;

async function live(out: string) {
  await import(pathToFileURL(join(out, 'main', 'index.js')).href);
  const startedBeforeReady = BrowserWindow.all.length + utilityProcess.started.length;
  app.becomeReady();
  await waitUntil('the window opens', () => BrowserWindow.all.length === 1);
  const window = BrowserWindow.all[0] ?? raise('no window');
  const contents = window.webContents;
  const { page, connection } = openPage(contents, window.options.webPreferences.preload);
  const { client } = connection;

  const info = await client.app.info();
  const hostile = await tryHostileThings(contents, page);
  dialog.openAnswer = ['/exports/a.csv', '/exports/b.csv'];
  const chosen = await client.files.choose({ purpose: 'exports' });
  dialog.openAnswer = [];
  const cancelled = await client.files.choose({ purpose: 'open-project' });
  const opened = [
    await client.app.openExternal({ url: 'https://example.com/a?b=c' }),
    await client.app.openExternal({ url: 'file:///etc/passwd' }),
  ];

  const events = await client.app.events();
  clickMenu('Import exports…');
  const fromMenu = (await events.next()).value;
  app.emit('second-instance', {}, ['anchorage', '--flag', 'client.anchorage'], '/work');
  const fromSecondInstance = (await events.next()).value;
  const isFocused = window.isFocused;

  const path = join(app.getPath(), 'client.anchorage');
  await client.project.create({ path, settings: { name: 'Client', sites: ['client.example'] } });
  await waitUntil('the project is among the recent ones', () => app.recentDocuments.includes(path));
  const recentInMenu = menuLabels('Open recent');

  utilityProcess.started[0]?.kill();
  await waitUntil('the page speaks to a second engine', () => connection.generation() === 2);
  const afterCrash = await client.app.info();
  const startup = await client.app.startup();

  const responses = await askForPages(['/', '/host.js', '/../main/index.js', '/%2e%2e/main/index.js', '/nowhere']);
  const foreignHost = (await askProtocol('app://elsewhere/index.html')).status;

  app.quit();
  const quit = Promise.withResolvers<boolean>();
  app.once('quit', () => quit.resolve(true));

  return {
    startedBeforeReady,
    isSandboxed: app.isSandboxed,
    schemes: protocol.schemes,
    windowOptions: window.options,
    address: contents.getURL(),
    info,
    hostile,
    chosen,
    cancelled,
    opened,
    shellOpened: shell.opened,
    fromMenu,
    fromSecondInstance,
    secondInstancePath: resolve('/work', 'client.anchorage'),
    isFocused,
    recentInMenu,
    afterCrash,
    startup,
    responses,
    foreignHost,
    hasQuit: await quit.promise,
    engines: utilityProcess.started.length,
  };
}

/** The page as it runs in the window: the built preload, and the renderer's own connection. */
function openPage(contents: WebContents, preload: string) {
  const page = new PageWindow(ORIGIN);
  const ipcRenderer = Object.assign(contents.renderer, {
    send: (channel: string) => ipcMain.emit(channel, { sender: contents, senderFrame: contents.mainFrame }),
  });
  runPreload(preload, page, ipcRenderer);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- PageWindow has the three members connectEngine uses
  return { page, connection: connectEngine(page as unknown as Window) };
}

/** What a page that was taken over would try. */
async function tryHostileThings(contents: WebContents, page: PageWindow) {
  let portsSent = 0;
  contents.renderer.on('anchorage:port', () => (portsSent += 1));
  const ready = { kind: 'anchorage:ready' };
  page.receive({ data: ready, origin: 'https://attacker.example', source: page, ports: [] });
  page.receive({ data: ready, origin: ORIGIN, source: 'a frame', ports: [] });
  const frame = { url: `${ORIGIN}/`, parent: contents.mainFrame };
  ipcMain.emit('anchorage:connect', { sender: contents, senderFrame: frame });
  ipcMain.emit('anchorage:connect', {
    sender: contents,
    senderFrame: { url: 'app://anchorage.attacker.example/', parent: null },
  });
  ipcMain.emit('anchorage:connect', { sender: contents, senderFrame: null });
  await new Promise((resolve) => setTimeout(resolve, 20));

  const permissions = [
    'media',
    'geolocation',
    'clipboard-read',
    'notifications',
    'openExternal',
    'clipboard-sanitized-write',
  ];
  const granted: string[] = [];
  for (const permission of permissions) {
    session.defaultSession.onRequest?.(contents, permission, (isGranted) => isGranted && granted.push(permission));
  }
  return {
    portsSent,
    windows: ['https://example.com/', 'file:///etc/passwd', `${ORIGIN}/`].map(
      (url) => contents.openHandler?.({ url }).action,
    ),
    navigations: Object.fromEntries(
      [`${ORIGIN}/#links`, 'app://anchorage.attacker.example/', 'https://attacker.example/', 'file:///etc/passwd'].map(
        (url) => [url, isPrevented(contents, 'will-navigate', { url })],
      ),
    ),
    frames: isPrevented(contents, 'will-frame-navigate', { url: `${ORIGIN}/`, isMainFrame: false }),
    redirects: isPrevented(contents, 'will-redirect', { url: 'https://attacker.example/' }),
    webviews: isPrevented(contents, 'will-attach-webview', {}),
    granted,
    checked: permissions.filter((permission) => session.defaultSession.onCheck?.(contents, permission)),
  };
}

function isPrevented(contents: WebContents, name: string, fields: object): boolean {
  const event = preventable(fields);
  contents.emit(name, event);
  return event.defaultPrevented;
}

function fileMenu() {
  return Menu.current.find(({ label }) => label === '&File')?.submenu ?? [];
}

function clickMenu(wanted: string): void {
  fileMenu()
    .find(({ label }) => label === wanted)
    ?.click?.();
}

function menuLabels(wanted: string) {
  return fileMenu()
    .find(({ label }) => label === wanted)
    ?.submenu?.map(({ label }) => label);
}

function askProtocol(url: string): Promise<Response> {
  const handler = protocol.handlers.get('app') ?? raise('no handler for app:');
  return handler(new Request(url));
}

async function askForPages(paths: readonly string[]) {
  return Promise.all(
    paths.map(async (path) => {
      const response = await askProtocol(ORIGIN + path);
      const policy = response.headers.get('content-security-policy');
      return {
        path,
        status: response.status,
        type: response.headers.get('content-type'),
        policy,
        body: await response.text(),
      };
    }),
  );
}

function raise(message: string): never {
  throw new Error(message);
}

const seen = await live(process.argv[2] ?? 'out');
process.send?.(seen);
process.disconnect();
