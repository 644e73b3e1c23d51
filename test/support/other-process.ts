import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A living process that does nothing, to stand for another program. Kill it at the end. */
export async function otherProcess(): Promise<ChildProcess> {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await once(other, 'spawn');
  return other;
}
