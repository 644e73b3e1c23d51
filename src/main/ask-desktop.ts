import type { ChosenFiles } from '../contract/files.ts';
import type { HostServices } from '../engine/engine-api.ts';
import type { MessageFromEngine, MessageToEngine } from './engine-messages.ts';

/** The desktop as the engine process reaches it: questions go out with an id, answers find their caller by it. */
export interface DesktopLine {
  readonly services: HostServices;
  /** Takes an answer from the main process. */
  answer(message: Extract<MessageToEngine, { kind: 'files-chosen' | 'address-opened' }>): void;
}

/** Opens the line over `send`, the engine process's way to the main process. */
export function askDesktop(send: (message: MessageFromEngine) => void): DesktopLine {
  const choosing = new Map<number, (chosen: ChosenFiles) => void>();
  const opening = new Map<number, (isOpened: boolean) => void>();
  let lastId = 0;

  return {
    services: {
      chooseFiles: (request) =>
        new Promise((resolve) => {
          const id = (lastId += 1);
          choosing.set(id, resolve);
          send({ kind: 'choose-files', id, request });
        }),
      openExternal: (url) =>
        new Promise((resolve) => {
          const id = (lastId += 1);
          opening.set(id, resolve);
          send({ kind: 'open-address', id, url });
        }),
      projectOpened: (path) => send({ kind: 'project-opened', path }),
    },
    answer(message) {
      if (message.kind === 'files-chosen') choosing.get(message.id)?.(message.chosen);
      else opening.get(message.id)?.(message.isOpened);
      choosing.delete(message.id);
      opening.delete(message.id);
    },
  };
}
