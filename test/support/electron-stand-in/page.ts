import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import type { MessagePort } from 'node:worker_threads';

interface PageMessage {
  readonly data: unknown;
  readonly origin: string;
  readonly source: unknown;
  readonly ports: readonly MessagePort[];
}

/** As much of a page's `window` as a preload and the page's connection need. */
export class PageWindow {
  readonly origin: string;
  readonly location: { readonly origin: string };
  readonly #messages = new EventEmitter();

  constructor(origin: string) {
    this.origin = origin;
    this.location = { origin };
  }

  addEventListener(kind: string, listener: (event: PageMessage) => void): void {
    this.#messages.on(kind, listener);
  }

  /** Reaches only pages of `targetOrigin`, and later than the call, as in a browser. */
  postMessage(data: unknown, targetOrigin: string, ports: readonly MessagePort[] = []): void {
    if (targetOrigin !== this.origin) return;
    this.receive({ data, origin: this.origin, source: this, ports });
  }

  /** A message from anywhere: a frame, another window. */
  receive(message: PageMessage): void {
    setImmediate(() => this.#messages.emit('message', message));
  }
}

/** Runs a built preload as a sandboxed one runs: CommonJS, `electron` and nothing else to require. */
export function runPreload(file: string, page: PageWindow, ipcRenderer: EventEmitter): void {
  const require = (name: string) => {
    if (name === 'electron') return { ipcRenderer };
    throw new Error(`A sandboxed preload cannot require "${name}".`);
  };
  vm.runInNewContext(readFileSync(file, 'utf8'), { window: page, require, exports: {} }, { filename: file });
}
