import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { errorBody } from '../../contract/app-error.ts';
import { openForReading } from '../db/open-project.ts';
import { fromSqliteError } from '../db/sqlite-error.ts';
import type { ScoreAnswer } from './judge-in-thread.ts';
import { judgeProject } from './judge-project.ts';

/** Judges in a thread of its own, one batch for each "next" it is sent, so that calls and writes go on meanwhile. */
function serve(port: MessagePort, path: string): void {
  let batches: ReturnType<typeof judgeProject> | null = null;
  port.on('message', () => {
    try {
      batches ??= judgeProject(openForReading(path));
      const { value, done } = batches.next();
      port.postMessage((done === true ? { kind: 'end' } : { kind: 'batch', batch: value }) satisfies ScoreAnswer);
    } catch (error) {
      port.postMessage({ kind: 'error', error: errorBody(fromSqliteError(error, path)) } satisfies ScoreAnswer);
    }
  });
}

if (parentPort !== null) serve(parentPort, (workerData as { path: string }).path);
