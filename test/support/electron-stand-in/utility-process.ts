import { EventEmitter } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { MessagePortMain } from './ports.ts';

/** Electron's utility process, played by a worker thread: its own globals, its own end, ports handed over for good. */
export class UtilityProcess extends EventEmitter {
  readonly #worker: Worker;

  constructor(file: string) {
    super();
    this.#worker = new Worker(new URL('./utility-process-worker.ts', import.meta.url), { workerData: { file } });
    this.#worker.on('message', (message) => this.emit('message', message));
    this.#worker.on('error', (error) => console.error(error));
    this.#worker.on('exit', (code) => this.emit('exit', code));
  }

  postMessage(data: unknown, ports: readonly MessagePortMain[] = []): void {
    const raw = ports.map((port) => port.raw);
    this.#worker.postMessage({ data, ports: raw }, raw);
  }

  /** Ends it at once, as a crash does. */
  kill(): boolean {
    void this.#worker.terminate();
    return true;
  }
}
