import { app, type BrowserWindow } from 'electron';
import { assertNever } from '../core/assert-never.ts';
import { chooseFiles } from './choose-files.ts';
import type { MessageFromEngine, MessageToEngine } from './engine-messages.ts';
import { openExternalAddress } from './guard-contents.ts';

export interface AnsweringDesktop {
  /** Dialogs open above it. */
  readonly window: BrowserWindow;
  readonly send: (answer: MessageToEngine) => void;
  readonly onProjectOpened: () => void;
}

/** Does what the engine asks of the desktop and sends the answer back. */
export async function answerEngine(message: MessageFromEngine, desktop: AnsweringDesktop): Promise<void> {
  switch (message.kind) {
    case 'choose-files': {
      const chosen = await chooseFiles(desktop.window, message.request);
      return desktop.send({ kind: 'files-chosen', id: message.id, chosen });
    }
    case 'open-address': {
      const isOpened = await openExternalAddress(message.url);
      return desktop.send({ kind: 'address-opened', id: message.id, isOpened });
    }
    case 'project-opened':
      app.addRecentDocument(message.path);
      return desktop.onProjectOpened();
    default:
      return assertNever(message);
  }
}
