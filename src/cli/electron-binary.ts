import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Electron's executable, or what to type to get it. */
export type ElectronBinary =
  | { readonly kind: 'found'; readonly path: string }
  | { readonly kind: 'missing'; readonly reason: string };

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Finds Electron's executable as its own package does, but never downloads it: that package fetches the binary the first
 * time it is asked for it, which many company networks block.
 *
 * @param packageFolder folder of the `electron` package; null when it is not installed.
 */
export function electronBinary(
  environment: Environment = process.env,
  packageFolder: string | null = electronPackageFolder(),
): ElectronBinary {
  const override = environment['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) {
    const path = join(override, executableName(process.platform));
    return existsSync(path)
      ? { kind: 'found', path }
      : { kind: 'missing', reason: `ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${path}.` };
  }
  if (packageFolder === null)
    return { kind: 'missing', reason: 'Electron is not installed. Run "npm ci" in the checkout.' };
  const path = installedExecutable(packageFolder);
  return path === null
    ? { kind: 'missing', reason: 'Electron’s binary has not been downloaded. Run "npx install-electron" to get it.' }
    : { kind: 'found', path };
}

function electronPackageFolder(): string | null {
  const require = createRequire(import.meta.url);
  const folder = require.resolve
    .paths('electron')
    ?.map((base) => join(base, 'electron'))
    .find(hasPackage);
  return folder ?? null;
}

function hasPackage(folder: string): boolean {
  return existsSync(join(folder, 'package.json'));
}

/** The package notes the executable in path.txt once the download has been unpacked. */
function installedExecutable(packageFolder: string): string | null {
  const note = join(packageFolder, 'path.txt');
  if (!existsSync(note)) return null;
  const path = join(packageFolder, 'dist', readFileSync(note, 'utf8').trim());
  return existsSync(path) ? path : null;
}

function executableName(platform: NodeJS.Platform): string {
  if (platform === 'win32') return 'electron.exe';
  return platform === 'darwin' ? join('Electron.app', 'Contents', 'MacOS', 'Electron') : 'electron';
}
