import { EventEmitter } from 'node:events';
import type { MessagePortMain } from './ports.ts';

interface Frame {
  url: string;
  readonly parent: Frame | null;
}

type OpenHandler = (details: { url: string }) => { action: string };

/** A window's contents: what main does to them is kept, what a page would do is emitted by the scenario. */
export class WebContents extends EventEmitter {
  readonly mainFrame: Frame = { url: '', parent: null };
  openHandler: OpenHandler | null = null;
  /** The page's side of IPC, as its preload sees it. */
  readonly renderer = new EventEmitter();

  getURL(): string {
    return this.mainFrame.url;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  postMessage(channel: string, message: unknown, ports: readonly MessagePortMain[]): void {
    this.renderer.emit(channel, { ports: ports.map((port) => port.raw) }, message);
  }
}

export interface WindowOptions {
  readonly webPreferences: Readonly<Record<string, unknown>> & { readonly preload: string };
}

/** Told of every window's contents, as `web-contents-created` does. */
export const createdContents = new EventEmitter();

export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = [];
  readonly options: WindowOptions;
  readonly webContents = new WebContents();
  isFocused = false;

  constructor(options: WindowOptions) {
    super();
    this.options = options;
    BrowserWindow.all.push(this);
    createdContents.emit('created', this.webContents);
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return BrowserWindow.all.find((window) => window.webContents === contents) ?? null;
  }

  loadURL(url: string): Promise<void> {
    this.webContents.mainFrame.url = url;
    return Promise.resolve();
  }

  show(): void {
    this.emit('show');
  }

  focus(): void {
    this.isFocused = true;
  }

  isMinimized(): boolean {
    return false;
  }
}
