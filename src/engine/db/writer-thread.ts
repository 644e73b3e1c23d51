import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { errorBody } from '../../contract/app-error.ts';
import { openForWriting } from './open-project.ts';
import { fromSqliteError } from './sqlite-error.ts';
import { runWriteOperation } from './write-operations.ts';
import type { WriterAnswer, WriterRequest } from './writer-messages.ts';

/**
 * The one thread that writes a project file. It opens the file, answers requests one after the other, and closes the file
 * when asked; the main thread keeps answering views meanwhile through its own read-only connection.
 */
function serve(port: MessagePort, path: string): void {
  const database = openForWriting(path);
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

if (parentPort !== null) {
  try {
    serve(parentPort, (workerData as { path: string }).path);
  } catch (error) {
    parentPort.postMessage({ kind: 'unopened', error: errorBody(error) } satisfies WriterAnswer);
  }
}
