import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { fetchElectron } from '../fetch-electron.ts';
import { installationFolder } from '../installation.ts';
import { printLine } from '../output.ts';
import { serve } from './serve.ts';

/** `anchorage open` (and `npm start`): Electron where its binary is there or can be had, else the browser host. */
export async function open(file: string | undefined, options: { readonly json?: boolean }): Promise<void> {
  const electron = fetchElectron();
  if (electron.kind === 'found') return openInElectron(electron.path, file);
  printLine(`Opening in the browser: ${electron.reason}`);
  return serve(file, { open: true, ...options });
}

/** Runs Electron until its last window has closed; its exit code becomes ours. */
export async function openInElectron(executable: string, file: string | undefined): Promise<void> {
  const child = spawn(executable, [installationFolder(), ...(file === undefined ? [] : [resolve(file)])], {
    stdio: 'inherit',
  });
  process.exitCode = await new Promise<number>((ended, failed) => {
    child.once('error', failed);
    child.once('exit', (status) => ended(status ?? 0));
  });
}
