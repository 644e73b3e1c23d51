/**
 * Plays the parts of Electron that Anchorage's main process uses. What main sets is kept for a scenario to look at; what
 * Electron, the page or the user would do, the scenario does.
 */
import { EventEmitter } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UtilityProcess } from './utility-process.ts';
import { createdContents, type WebContents } from './windows.ts';

export { MessageChannelMain } from './ports.ts';
export { BrowserWindow } from './windows.ts';

/** An event whose default main may prevent. */
export function preventable<Fields extends object>(fields: Fields) {
  return {
    ...fields,
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
  };
}

class App extends EventEmitter {
  readonly name = 'Anchorage';
  readonly isPackaged = true;
  readonly recentDocuments: string[] = [];
  readonly #ready = Promise.withResolvers<void>();
  readonly #userData = mkdtempSync(join(tmpdir(), 'anchorage-user-data-'));
  isReady = false;
  isSandboxed = false;

  requestSingleInstanceLock(): boolean {
    return true;
  }

  enableSandbox(): void {
    this.isSandboxed = true;
  }

  setAppUserModelId(): void {}

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }

  /** Electron gets here only after the entry has been evaluated; so must a scenario. */
  becomeReady(): void {
    this.isReady = true;
    this.#ready.resolve();
  }

  getVersion(): string {
    return '9.8.7';
  }

  getPath(): string {
    return this.#userData;
  }

  addRecentDocument(path: string): void {
    this.recentDocuments.push(path);
  }

  quit(): void {
    const event = preventable({});
    this.emit('before-quit', event);
    if (!event.defaultPrevented) this.emit('quit');
  }

  exit(code: number): void {
    process.exit(code);
  }
}

export const app = new App();
createdContents.on('created', (contents: WebContents) => app.emit('web-contents-created', {}, contents));

type PageHandler = (request: Request) => Promise<Response>;
export const protocol = {
  schemes: [] as unknown[],
  handlers: new Map<string, PageHandler>(),
  registerSchemesAsPrivileged(schemes: readonly unknown[]): void {
    if (app.isReady) throw new Error('Schemes must be declared before the app is ready.');
    this.schemes.push(...schemes);
  },
  handle(scheme: string, handler: PageHandler): void {
    this.handlers.set(scheme, handler);
  },
};

type PermissionRequestHandler = (
  contents: WebContents,
  permission: string,
  grant: (isGranted: boolean) => void,
) => void;
type PermissionCheckHandler = (contents: WebContents | null, permission: string) => boolean;
export const session = {
  defaultSession: {
    onRequest: null as PermissionRequestHandler | null,
    onCheck: null as PermissionCheckHandler | null,
    setPermissionRequestHandler(handler: PermissionRequestHandler): void {
      this.onRequest = handler;
    },
    setPermissionCheckHandler(handler: PermissionCheckHandler): void {
      this.onCheck = handler;
    },
    setDevicePermissionHandler(): void {},
  },
};

export const ipcMain = new EventEmitter();

export const utilityProcess = {
  started: [] as UtilityProcess[],
  fork(file: string): UtilityProcess {
    if (!app.isReady) throw new Error('A utility process can be started only once the app is ready.');
    const child = new UtilityProcess(file);
    this.started.push(child);
    return child;
  },
};

export const dialog = {
  openAnswer: [] as string[],
  errors: [] as string[],
  showOpenDialog(): Promise<{ filePaths: readonly string[] }> {
    return Promise.resolve({ filePaths: this.openAnswer });
  },
  showSaveDialog(): Promise<{ filePath: string }> {
    return Promise.resolve({ filePath: '' });
  },
  showMessageBox(): Promise<{ response: number }> {
    return Promise.resolve({ response: 1 });
  },
  showErrorBox(_title: string, text: string): void {
    this.errors.push(text);
    console.error(text);
  },
};

export const shell = {
  opened: [] as string[],
  openExternal(url: string): Promise<void> {
    this.opened.push(url);
    return Promise.resolve();
  },
};

export interface MenuEntry {
  readonly label?: string;
  readonly role?: string;
  readonly click?: () => void;
  readonly submenu?: readonly MenuEntry[];
}

export const Menu = {
  current: [] as readonly MenuEntry[],
  buildFromTemplate: (template: readonly MenuEntry[]) => template,
  setApplicationMenu(menu: readonly MenuEntry[]): void {
    this.current = menu;
  },
};

export const nativeTheme = { shouldUseDarkColors: false };
