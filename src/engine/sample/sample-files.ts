import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Absolute path of a file of the bundled sample, which is looked for upwards from `from`: this module runs from the
 * source tree, from the built bundle and its chunks, and from inside Electron's resources.
 *
 * @throws Error when the folder is nowhere above `from`: a broken installation, not a user's mistake.
 */
export function sampleFile(name: string, from: string = import.meta.url): string {
  const folder = findSampleFolder(from);
  if (folder === null) throw new Error('The folder resources/sample is missing from this installation.');
  return join(folder, name);
}

/** True when the sample was shipped with this installation. */
export function hasSample(from: string = import.meta.url): boolean {
  return findSampleFolder(from) !== null;
}

function findSampleFolder(from: string): string | null {
  let folder = dirname(fileURLToPath(from));
  for (;;) {
    const sample = join(folder, 'resources', 'sample');
    if (existsSync(sample)) return sample;
    const parent = dirname(folder);
    if (parent === folder) return null;
    folder = parent;
  }
}
