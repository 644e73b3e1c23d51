import { Worker } from 'node:worker_threads';
import { AppError } from '../../contract/app-error.ts';
import { threadEntry } from '../thread-entry.ts';
import type { WriteArguments, WriteOperationName, WriteResult } from './write-operations.ts';
import type { WriterAnswer, WriterData, WriterRequest } from './writer-messages.ts';

/** The main thread's side of the writer thread: operations by name, one after the other, each a promise of its result. */
export interface ProjectWriter {
  /** Runs an operation. Rejects with the operation's AppError, or `internal` when the thread has ended. */
  run<Name extends WriteOperationName>(name: Name, ...args: WriteArguments<Name>): Promise<WriteResult<Name>>;
  /** Calls back once a second while another program writes to the file for long and operations wait for it. */
  onWaiting(listener: () => void): void;
  /** From now on another program is not waited for long: operations are refused with `project-locked` instead. */
  hurry(): void;
  /** Finishes what was asked, in a hurry, closes the file and ends the thread. */
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Megabytes. Batches live shortly: more for young objects takes more memory and writes no faster. The limit for old ones is far above
 * what is ever needed; a heap that may grow without one lets four times what lives pile up before it is collected.
 */
const MEMORY = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 1024 };

/**
 * Starts the writer thread of a project file.
 *
 * @throws AppError as `openForWriting` does.
 */
export async function openProjectWriter(path: string): Promise<ProjectWriter> {
  const isHurried = new Int32Array(new SharedArrayBuffer(4));
  const workerData: WriterData = { path, hurry: isHurried };
  const worker = new Worker(threadEntry('db/writer-thread'), { workerData, resourceLimits: MEMORY });
  const listeners: (() => void)[] = [];
  const waiting = new Map<number, Waiting>();
  const opened = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  let nextId = 1;
  let isClosing = false;
  let endedBy: Error | null = null;

  worker.on('message', (message: WriterAnswer) => {
    switch (message.kind) {
      case 'ready':
        return opened.resolve();
      case 'waiting':
        for (const listener of listeners) listener();
        return;
      case 'unopened':
        return opened.reject(new AppError(message.error.code, message.error.message, message.error.details));
      case 'result':
        return settle(message.id, (one) => one.resolve(message.result));
      case 'error': {
        const { code, message: text, details } = message.error;
        return settle(message.id, (one) => one.reject(new AppError(code, text, details)));
      }
      case 'closed':
        return ended.resolve();
    }
  });
  worker.on('error', failAll);
  worker.on('exit', () => {
    endedBy ??= new AppError('internal', 'The project file is no longer open for writing. Open the project again.');
    failAll(endedBy);
    ended.resolve();
  });

  await opened.promise;
  return { run, onWaiting, hurry, close };

  function run<Name extends WriteOperationName>(name: Name, ...args: WriteArguments<Name>): Promise<WriteResult<Name>> {
    if (isClosing) return Promise.reject(new AppError('read-only', 'The project is being closed.'));
    // A thread that has ended swallows messages, so nothing would ever answer.
    if (endedBy !== null) return Promise.reject(endedBy);
    const id = nextId++;
    return new Promise((resolve, reject) => {
      worker.postMessage({ kind: 'run', id, name, args } satisfies WriterRequest, givenAway(name, args));
      waiting.set(id, { resolve: resolve as (result: unknown) => void, reject });
    });
  }

  function onWaiting(listener: () => void): void {
    listeners.push(listener);
  }

  function hurry(): void {
    Atomics.store(isHurried, 0, 1);
  }

  function close(): Promise<void> {
    hurry();
    if (!isClosing) worker.postMessage({ kind: 'close' } satisfies WriterRequest);
    isClosing = true;
    return ended.promise;
  }

  function settle(id: number, how: (one: Waiting) => void): void {
    const one = waiting.get(id);
    waiting.delete(id);
    if (one !== undefined) how(one);
  }

  function failAll(error: Error): void {
    endedBy ??= error;
    opened.reject(error);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }
}

/** The bytes of packed batches go to the writer whole; copies would only wait for the garbage collector. */
function givenAway(name: WriteOperationName, args: readonly unknown[]): ArrayBuffer[] {
  if (name !== 'mergePacked') return [];
  return args
    .flat()
    .flatMap((arg) => (arg instanceof Uint8Array && arg.buffer instanceof ArrayBuffer ? arg.buffer : []));
}
