import { type BrowserWindow, dialog } from 'electron';

/** Tells that the engine keeps crashing; true when the user wants it started again. */
export async function askAfterEngineFailure(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The engine stopped several times within a minute.',
    detail:
      'Everything that was finished is in the project file, and nothing is running any more. Start it again; if it stops at the same place, try another project to see whether this file is the cause.',
    buttons: ['Start the engine again', 'Quit'],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
}

/** Tells that the page crashed; true when the user wants it loaded again. */
export async function askAfterPageFailure(window: BrowserWindow, reason: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The window stopped working.',
    detail: `Your project is safe: the engine goes on by itself. (Reason: ${reason}.)`,
    buttons: ['Load the window again', 'Quit'],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
}
