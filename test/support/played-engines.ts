/* oxlint-disable typescript/no-unsafe-type-assertion -- the supervisor uses a few members of Electron's large classes; the
   players have just those */
import { EventEmitter } from 'node:events';
import type { MessageChannelMain, UtilityProcess, WebContents } from 'electron';
import type { MessageToEngine } from '../../src/main/engine-messages.ts';
import type { SupervisorOptions } from '../../src/main/engine-supervisor.ts';

interface PlayedEngine {
  readonly process: EventEmitter;
  readonly sent: MessageToEngine[];
}

interface PlayedWindow {
  readonly contents: WebContents;
  /** How many ports it was sent. */
  ports(): number;
  destroy(): void;
}

/** Engine processes that only note what they are told, windows that count their ports, and time that passes on demand. */
export function playEngines() {
  const all: PlayedEngine[] = [];
  const waits: number[] = [];
  const waiting: (() => void)[] = [];
  let givenUp = 0;

  const options: Omit<SupervisorOptions, 'version' | 'dataFolder' | 'startupPath'> = {
    fork() {
      const engine: PlayedEngine = { process: new EventEmitter(), sent: [] };
      all.push(engine);
      const postMessage = (message: MessageToEngine) => engine.sent.push(message);
      const kill = () => engine.process.emit('exit', 1);
      return Object.assign(engine.process, { postMessage, kill }) as unknown as UtilityProcess;
    },
    openChannel: () => ({ port1: {}, port2: {} }) as unknown as MessageChannelMain,
    wait(delayMs, then) {
      waits.push(delayMs);
      waiting.push(then);
    },
    nowMs: () => 0,
    onMessage: () => undefined,
    onGaveUp: () => (givenUp += 1),
  };

  return {
    all,
    waits,
    options,
    timesGivenUp: () => givenUp,
    crash: () => all.at(-1)?.process.emit('exit', 1),
    passTime: () => {
      for (const then of waiting.splice(0)) then();
    },
    openWindow(): PlayedWindow {
      let ports = 0;
      const contents = Object.assign(new EventEmitter(), { postMessage: () => (ports += 1) });
      return {
        contents: contents as unknown as WebContents,
        ports: () => ports,
        destroy: () => contents.emit('destroyed'),
      };
    },
  };
}
