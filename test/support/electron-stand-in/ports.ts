import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';

/** What arrives over Electron's ports: the value and the ports that came with it. */
export interface PortMessage {
  readonly data: unknown;
  readonly ports: readonly MessagePortMain[];
}

/** A Node MessagePort dressed as Electron's MessagePortMain. */
export class MessagePortMain extends EventEmitter {
  readonly raw: MessagePort;

  constructor(raw: MessagePort) {
    super();
    this.raw = raw;
    raw.on('close', () => this.emit('close'));
  }

  postMessage(data: unknown): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
    this.raw.postMessage(data);
  }

  /** Node starts a port with its first listener; Electron waits for this call. */
  start(): void {
    this.raw.on('message', (data) => this.emit('message', { data, ports: [] } satisfies PortMessage));
  }

  close(): void {
    this.raw.close();
  }
}

/** Both ends as Electron's main process makes them. */
export class MessageChannelMain {
  readonly port1: MessagePortMain;
  readonly port2: MessagePortMain;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new MessagePortMain(port1);
    this.port2 = new MessagePortMain(port2);
  }
}
