import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the browser host keeps settings, the recent list and the sample project: the platform's place for such files. */
export function dataFolder(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  const named = env['ANCHORAGE_DATA'];
  if (named !== undefined && named !== '') return named;
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Anchorage');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Anchorage');
  return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'anchorage');
}
