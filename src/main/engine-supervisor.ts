import type { MessageChannelMain, UtilityProcess, WebContents } from 'electron';
import type { CommandEvent } from '../contract/jobs.ts';
import type { MessageFromEngine, MessageToEngine } from './engine-messages.ts';
import { restartDelayMs } from './restart-delay.ts';

/** Time the engine gets to close its projects before it is ended; a kill loses no finished batch. */
const CLOSE_WITHIN_MS = 10_000;

export interface SupervisorOptions {
  readonly version: string;
  readonly dataFolder: string;
  readonly startupPath: string | null;
  fork(): UtilityProcess;
  openChannel(): MessageChannelMain;
  /** Calls back after a delay. */
  wait(delayMs: number, then: () => void): void;
  nowMs(): number;
  /** A question or notice of the engine; answers go back with {@link EngineSupervisor.send}. */
  onMessage(message: MessageFromEngine): void;
  /** The engine crashed too often to be started again. */
  onGaveUp(): void;
}

/**
 * Owns the engine process: starts it, connects windows to it, and starts it again when it crashes. A window keeps its page
 * over a crash and is sent a new port.
 */
export class EngineSupervisor {
  readonly #options: SupervisorOptions;
  readonly #windows = new Set<WebContents>();
  #process: UtilityProcess | null = null;
  #crashTimesMs: number[] = [];
  #closing: Promise<void> | null = null;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.#start(options.startupPath);
  }

  /** Gives a window a new way to the engine; an older one of the same window is dropped by its page. */
  connect(contents: WebContents): void {
    if (!this.#windows.has(contents)) {
      this.#windows.add(contents);
      contents.once('destroyed', () => this.#windows.delete(contents));
    }
    this.#connectNow(contents);
  }

  send(message: MessageToEngine): void {
    this.#process?.postMessage(message);
  }

  sendCommand(command: CommandEvent['command'], path: string | null = null): void {
    this.send({ kind: 'command', event: { kind: 'command', command, path } });
  }

  /** Starts again after the supervisor gave up, with a clean count. */
  startOver(): void {
    this.#crashTimesMs = [];
    this.#start(null);
  }

  /** Lets the engine close its projects, then ends it. Later calls wait for the same end. */
  close(): Promise<void> {
    this.#closing ??= this.#closeProcess();
    return this.#closing;
  }

  #start(startupPath: string | null): void {
    const { version, dataFolder } = this.#options;
    const child = this.#options.fork();
    this.#process = child;
    child.on('message', (message: MessageFromEngine) => this.#options.onMessage(message));
    child.once('exit', () => this.#onExit());
    this.send({ kind: 'start', version, dataFolder, startupPath });
    for (const contents of this.#windows) this.#connectNow(contents);
  }

  /** While the engine is down nothing is sent: the restart connects every window. */
  #connectNow(contents: WebContents): void {
    if (!this.#process) return;
    const { port1, port2 } = this.#options.openChannel();
    this.#process.postMessage({ kind: 'window' } satisfies MessageToEngine, [port1]);
    contents.postMessage('anchorage:port', null, [port2]);
  }

  #onExit(): void {
    this.#process = null;
    if (this.#closing) return;
    this.#crashTimesMs.push(this.#options.nowMs());
    const delayMs = restartDelayMs(this.#crashTimesMs);
    if (delayMs === null) this.#options.onGaveUp();
    else this.#options.wait(delayMs, () => this.#startUnlessClosing());
  }

  #startUnlessClosing(): void {
    if (!this.#closing) this.#start(null);
  }

  #closeProcess(): Promise<void> {
    const child = this.#process;
    if (!child) return Promise.resolve();
    return new Promise((resolve) => {
      child.once('exit', () => resolve());
      this.#options.wait(CLOSE_WITHIN_MS, () => child.kill());
      this.send({ kind: 'close' });
    });
  }
}
