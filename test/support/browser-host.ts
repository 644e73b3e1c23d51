import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The built browser host in a process of its own, with an empty data folder. */
export interface BrowserHost {
  readonly url: string;
  /** A folder of the test's own, where projects and exports may lie. */
  readonly folder: string;
  stop(): Promise<void>;
}

/** Starts `anchorage serve`, with a project when one is named. */
export async function startBrowserHost(project?: string): Promise<BrowserHost> {
  const folder = mkdtempSync(join(tmpdir(), 'anchorage-e2e-'));
  const child = spawn(
    process.execPath,
    [launcher(), 'serve', '--no-open', '--json', ...(project === undefined ? [] : [project])],
    {
      env: { ...process.env, ANCHORAGE_DATA: join(folder, 'data'), HOME: folder },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const url = await firstUrl(child);
  return {
    url,
    folder,
    async stop() {
      child.kill('SIGTERM');
      await new Promise((ended) => child.once('exit', ended));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function launcher(): string {
  return resolve(import.meta.dirname, '../../bin/anchorage.mjs');
}

function firstUrl(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let text = '';
    child.stdout?.on('data', (chunk) => {
      text += String(chunk);
      if (text.includes('\n')) found((JSON.parse(text) as { url: string }).url);
    });
    child.once('exit', (code) => failed(new Error(`anchorage serve ended with ${code} before it was ready: ${text}`)));
  });
}
