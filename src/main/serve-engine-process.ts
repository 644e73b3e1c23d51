import type { MessagePortMain, ParentPort } from 'electron';
import { assertNever } from '../core/assert-never.ts';
import type { Engine, EngineOptions } from '../engine/engine-api.ts';
import { askDesktop } from './ask-desktop.ts';
import type { MessageToEngine } from './engine-messages.ts';

/**
 * The life of the engine process: it waits to be started, serves each window that the main process sends a port for, and
 * ends when told to. An error that nothing caught ends it too; the main process then starts another.
 *
 * @param exit ends the process; called once the engine has closed.
 */
export function serveEngineProcess(
  parent: ParentPort,
  startEngine: (options: EngineOptions) => Engine,
  exit: () => void,
): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between processes has no origin
  const desktop = askDesktop((message) => parent.postMessage(message));
  let engine: Engine | null = null;

  parent.on('message', ({ data, ports }: { data: MessageToEngine; ports: MessagePortMain[] }) => {
    switch (data.kind) {
      case 'start':
        engine = startEngine({ ...data, host: desktop.services });
        break;
      case 'window':
        for (const port of ports) {
          engine?.servePort(port);
          port.start();
        }
        break;
      case 'command':
        engine?.sendCommand(data.event);
        break;
      case 'files-chosen':
      case 'address-opened':
        desktop.answer(data);
        break;
      case 'close':
        void Promise.resolve(engine?.close()).finally(exit);
        break;
      default:
        assertNever(data);
    }
  });
}
