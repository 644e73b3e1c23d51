import { spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { NODE_FLAGS } from './node-flags.ts';

const ENTRY = resolve(import.meta.dirname, '../../src/cli/main.ts');

/** What a run of the command line left. */
export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line from source in a process of its own. */
export function runCli(folder: string, ...args: readonly string[]): CliRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...NODE_FLAGS, ENTRY, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { code: status, stdout, stderr };
}

/** As {@link runCli}, for runs beside which something else happens. */
export async function startCli(folder: string, ...args: readonly string[]): Promise<CliRun> {
  const child = spawn(process.execPath, [...NODE_FLAGS, ENTRY, ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, stdout, stderr };
}

/** The JSON value a run printed. */
export function jsonOf(run: CliRun): unknown {
  return JSON.parse(run.stdout);
}
