import { readdirSync, type Stats, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { AppError } from '../../contract/app-error.ts';
import type { FolderEntry, FolderListing } from '../../contract/files.ts';
import { engine } from './base.ts';

/** Calls that choose, list and receive files. */
export const fileHandlers = {
  choose: engine.files.choose.handler(({ context, input }) =>
    context.host.chooseFiles({
      purpose: input.purpose,
      ...(input.suggestedName === undefined ? {} : { suggestedName: input.suggestedName }),
    }),
  ),
  list: engine.files.list.handler(({ input }) => listFolder(resolve(input.folder ?? homedir()))),
  beginUpload: engine.files.beginUpload.handler(async ({ context, input }) => ({
    uploadId: await context.uploads.begin(input.name, input.sizeBytes),
  })),
  appendUpload: engine.files.appendUpload.handler(async ({ context, input }) => ({
    receivedBytes: await context.uploads.append(input.uploadId, await input.chunk.bytes()),
  })),
  discardUpload: engine.files.discardUpload.handler(async ({ context, input }) => {
    await context.uploads.discard(input.uploadId);
    return null;
  }),
};

const ENTRY_ORDER: Readonly<Record<FolderEntry['kind'], number>> = { folder: 0, project: 1, file: 2 };

/** Folders, then projects, then other files, each by name; hidden entries are left out. */
function listFolder(folder: string): FolderListing {
  try {
    const entries = readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .flatMap((name) => folderEntry(folder, name))
      .sort((a, b) => ENTRY_ORDER[a.kind] - ENTRY_ORDER[b.kind] || a.name.localeCompare(b.name));
    const parent = dirname(folder);
    return { folder, parent: parent === folder ? null : parent, entries };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('cannot-read', `The folder ${folder} cannot be listed: ${reason}.`, { folder });
  }
}

/** One entry, or none when it vanished or may not be looked at. */
function folderEntry(folder: string, name: string): FolderEntry[] {
  const path = join(folder, name);
  const facts = factsOf(path);
  if (facts === null) return [];
  if (facts.isDirectory()) return [{ name, path, kind: 'folder' }];
  return [{ name, path, kind: name.endsWith('.anchorage') ? 'project' : 'file' }];
}

/** Null for an entry that vanished, leads in a circle or may not be looked at: one such must not hide the others. */
function factsOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}
