import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { errorBody } from '../../contract/app-error.ts';
import { openForWriting } from './open-project.ts';
import { fromSqliteError } from './sqlite-error.ts';
import { runWriteOperation } from './write-operations.ts';
import type { LockPatience } from './write-transaction.ts';
import type { WriterAnswer, WriterData, WriterRequest } from './writer-messages.ts';

/**
 * The one thread that writes a project file. It opens the file, answers requests one after the other, and closes the file
 * when asked; the main thread keeps answering views meanwhile through its own read-only connection.
 */
function serve(port: MessagePort, { path, hurry }: WriterData): void {
  const database = openForWriting(path, patience(port, hurry));
  port.postMessage({ kind: 'ready' } satisfies WriterAnswer);
  port.on('message', (request: WriterRequest) => {
    if (request.kind === 'close') {
      close();
      return;
    }
    port.postMessage(answer(request));
  });

  /** Statistics are refreshed on the way out; a file too damaged for that is closed all the same. */
  function close(): void {
    try {
      database.pragma('optimize');
    } finally {
      database.close();
      port.postMessage({ kind: 'closed' } satisfies WriterAnswer);
      port.close();
    }
  }

  function answer({ id, name, args }: Extract<WriterRequest, { kind: 'run' }>): WriterAnswer {
    try {
      return { kind: 'result', id, result: runWriteOperation(database, name, args as never) };
    } catch (error) {
      return { kind: 'error', id, error: errorBody(fromSqliteError(error, path)) };
    }
  }
}

/** Shorter waits are not told, and longer ones so often. */
const TELL_AFTER_MS = 1000;
/** What another program may still take to end a batch, once this one is in a hurry. */
const HURRIED_WAIT_MS = 2000;

/** Waits as long as another program writes, and says so; in a hurry, for a little longer only. The lock of a dead program is free. */
function patience(port: MessagePort, hurry: Int32Array): LockPatience {
  let toldMs = 0;
  return (waitedMs) => {
    if (waitedMs > TELL_AFTER_MS && performance.now() - toldMs > TELL_AFTER_MS) {
      toldMs = performance.now();
      port.postMessage({ kind: 'waiting' } satisfies WriterAnswer);
    }
    return Atomics.load(hurry, 0) === 0 || waitedMs < HURRIED_WAIT_MS;
  };
}

if (parentPort !== null) {
  try {
    serve(parentPort, workerData as WriterData);
  } catch (error) {
    parentPort.postMessage({ kind: 'unopened', error: errorBody(error) } satisfies WriterAnswer);
  }
}
