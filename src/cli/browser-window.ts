import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppError } from '../contract/app-error.ts';
import { startEngine } from '../engine/engine.ts';
import { browserServices } from '../web/browser-services.ts';
import { openInBrowser } from '../web/open-in-browser.ts';
import { startWebHost } from '../web/start-web-host.ts';
import { dataFolder } from './data-folder.ts';
import { installationFolder } from './installation.ts';
import { remark } from './output.ts';
import { APP_VERSION } from './version.ts';

export interface BrowserWindowOptions {
  readonly projectPath: string | null;
  readonly port: number;
  /** True to open the user's browser too. */
  readonly isOpened: boolean;
  /** Told the address once the window can be visited. */
  readonly onReady: (url: string) => void;
}

/** Serves the window on 127.0.0.1 until the process is asked to end, then closes every project. */
export async function serveBrowserWindow(options: BrowserWindowOptions): Promise<void> {
  const { projectPath } = options;
  if (projectPath !== null && !existsSync(projectPath)) {
    throw new AppError('not-found', `There is no file ${projectPath}.`, { path: projectPath });
  }
  const engine = startEngine({
    dataFolder: dataFolder(),
    version: APP_VERSION,
    startupPath: projectPath === null ? null : resolve(projectPath),
    host: browserServices,
  });
  const host = await startWebHost({
    engine,
    rendererFolder: join(installationFolder(), 'out', 'renderer'),
    port: options.port,
  });
  options.onReady(host.url);
  if (options.isOpened) openInBrowser(host.url);
  await untilAskedToEnd();
  remark('Closing.');
  await host.close();
  await engine.close();
}

function untilAskedToEnd(): Promise<void> {
  return new Promise((resolveEnd) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolveEnd());
  });
}
