import { type BrowserWindow, dialog, type FileFilter } from 'electron';
import type { ChosenFiles } from '../contract/files.ts';
import type { FileRequest } from '../engine/engine-api.ts';

const PROJECTS: FileFilter[] = [{ name: 'Anchorage project', extensions: ['anchorage'] }];
const EXPORTS: FileFilter[] = [
  { name: 'Backlink exports', extensions: ['csv', 'tsv', 'txt', 'xlsx', 'zip', 'gz', 'json'] },
  { name: 'All files', extensions: ['*'] },
];

/** Asks the user for files with the system's dialog, above `window`. */
export async function chooseFiles(window: BrowserWindow, request: FileRequest): Promise<ChosenFiles> {
  const paths = await askFor(window, request);
  return paths.length > 0 ? { kind: 'chosen', paths } : { kind: 'cancelled' };
}

async function askFor(window: BrowserWindow, { purpose, suggestedName }: FileRequest): Promise<readonly string[]> {
  if (purpose === 'new-project') {
    const defaultPath = suggestedName ?? 'client.anchorage';
    const { filePath } = await dialog.showSaveDialog(window, { title: 'New project', defaultPath, filters: PROJECTS });
    return filePath ? [filePath] : [];
  }
  const { filePaths } = await dialog.showOpenDialog(
    window,
    purpose === 'open-project'
      ? { title: 'Open project', filters: PROJECTS, properties: ['openFile'] }
      : { title: 'Import exports', filters: EXPORTS, properties: ['openFile', 'multiSelections'] },
  );
  return filePaths;
}
