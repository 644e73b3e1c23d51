import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { AppError } from '../../contract/app-error.ts';
import { threadEntry } from '../thread-entry.ts';
import type { ReadOptions } from './examine-export.ts';
import { type ReaderThreadData, receiveExport, type ThreadEvent } from './export-port.ts';

/** A thread that reads one export. */
export interface ReaderThread {
  /** Where its events arrive; may be handed to another thread, which reads them with {@link receiveExport}. */
  readonly port: MessagePort;
  /** Stops reading. The receiving side ends with an error unless it had all events. */
  cancel(): Promise<void>;
}

/** Memory of the reading thread, in megabytes. Its batches are small, so more would be a fault. */
const MEMORY = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 8 };

/** Starts reading a file in a thread of its own. Errors of reading arrive through the port. */
export function startReaderThread(path: string, options: ReadOptions): ReaderThread {
  const { port1, port2 } = new MessageChannel();
  const data: ReaderThreadData = { path, options, port: port2 };
  const worker = new Worker(threadEntry('import/reader-thread'), {
    workerData: data,
    transferList: [port2],
    resourceLimits: MEMORY,
  });
  // A dying worker closes its end of the port, which the receiver reports; unheard, the event would end the process.
  worker.on('error', () => port1.close());
  return {
    port: port1,
    async cancel() {
      await worker.terminate();
    },
  };
}

/**
 * Reads an export in a thread of its own: the same events, batches packed, and errors as `readExport`, with the calling thread left free.
 * Leaving the loop early, or aborting the signal, stops the thread; an abort throws `cancelled`.
 */
export async function* readExportInThread(
  path: string,
  options: ReadOptions,
  signal?: AbortSignal,
): AsyncGenerator<ThreadEvent, void, void> {
  if (isAborted(signal)) throw cancelled();
  const thread = startReaderThread(path, options);
  const stop = (): void => thread.port.close();
  signal?.addEventListener('abort', stop);
  try {
    for await (const event of receiveExport(thread.port)) {
      if (isAborted(signal)) break;
      yield event;
    }
  } catch (error) {
    if (!isAborted(signal)) throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
    await thread.cancel();
  }
  if (isAborted(signal)) throw cancelled();
}

/** A function, because the compiler takes a signal once seen unaborted to stay so. */
function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

function cancelled(): AppError {
  return new AppError('cancelled', 'The import was cancelled.');
}
