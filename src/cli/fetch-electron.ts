import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type ElectronBinary, electronBinary } from './electron-binary.ts';
import { installationFolder } from './installation.ts';
import { remark } from './output.ts';

const LONGEST_FETCH_MS = 10 * 60_000;

/**
 * Electron's binary, downloaded by its own package when it is not there yet. Many networks block the host it comes from:
 * then the answer says so, and nothing else changes.
 */
export function fetchElectron(): ElectronBinary {
  const known = electronBinary();
  const installer = join(installationFolder(), 'node_modules', 'electron', 'install.js');
  if (known.kind === 'found' || !existsSync(installer)) return known;
  remark('Fetching Electron once…');
  const { status } = spawnSync(process.execPath, [installer], { stdio: 'ignore', timeout: LONGEST_FETCH_MS });
  return status === 0
    ? electronBinary()
    : { kind: 'missing', reason: 'Electron could not be downloaded on this network.' };
}
