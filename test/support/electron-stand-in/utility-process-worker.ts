/** The inside of the played utility process: gives the file its `process.parentPort`, then runs it. */
import { EventEmitter } from 'node:events';
import { pathToFileURL } from 'node:url';
import { type MessagePort, parentPort as thread, workerData } from 'node:worker_threads';
import { MessagePortMain, type PortMessage } from './ports.ts';

class ParentPort extends EventEmitter {
  postMessage(message: unknown): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
    thread?.postMessage(message);
  }
}

const parentPort = new ParentPort();
Object.defineProperty(process, 'parentPort', { value: parentPort });
await import(pathToFileURL(workerData.file).href);

thread?.on('message', ({ data, ports }: { data: unknown; ports: readonly MessagePort[] }) => {
  const message: PortMessage = { data, ports: ports.map((port) => new MessagePortMain(port)) };
  parentPort.emit('message', message);
});
