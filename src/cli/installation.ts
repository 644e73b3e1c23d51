import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder Anchorage is installed in or checked out to: the nearest above this module that holds its resources. */
export function installationFolder(from: string = import.meta.url): string {
  let folder = dirname(fileURLToPath(from));
  while (!existsSync(join(folder, 'resources', 'sample'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The folder resources is missing from this installation.');
    folder = parent;
  }
  return folder;
}
