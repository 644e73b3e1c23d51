import type { MessagePort } from 'node:worker_threads';
import { AppError, type ErrorBody, errorBody } from '../../contract/app-error.ts';
import { createRecordPacker } from '../db/packed-records.ts';
import type { ReadOptions } from './examine-export.ts';
import type { ExportEnd, ExportEvent, ExportOpened, PreparedBatch } from './read-export.ts';

/** The events of an export as they come from another thread: batches stay packed on their way to the writer. */
export type ThreadEvent = ExportOpened | PackedBatch | ExportEnd;

/** Rows that are merged in one transaction, in packs for `unpackEach`. */
export interface PackedBatch extends Omit<PreparedBatch, 'records'> {
  readonly rows: number;
  readonly packs: readonly Uint8Array[];
}

/**
 * Carries the events of one export through a MessagePort. The receiving side grants credits, one per event it is ready to
 * hold, so that a fast reader waits for a slow writer instead of filling the memory. Either side ends it by closing the port.
 */
type ToReceiver =
  | { readonly kind: 'event'; readonly event: ThreadEvent }
  | { readonly kind: 'failed'; readonly error: ErrorBody }
  | { readonly kind: 'finished' };

interface ToReader {
  readonly kind: 'credit';
  readonly count: number;
}

/** What the reader thread is started with. */
export interface ReaderThreadData {
  readonly path: string;
  readonly options: ReadOptions;
  readonly port: MessagePort;
}

/** Events that may wait on the receiving side: enough to keep both threads busy. */
const WINDOW = 2;

/** Sends events as credits allow until they end, fail, or the other side closes the port; closes the port then. */
export async function serveExport(events: AsyncGenerator<ExportEvent>, port: MessagePort): Promise<void> {
  const credits = createCredits(port);
  const send = (message: ToReceiver): void => port.postMessage(message, bytesOf(message));
  try {
    for await (const event of packBatches(events)) {
      if (!(await credits.take())) return;
      send({ kind: 'event', event });
    }
    send({ kind: 'finished' });
  } catch (error) {
    send({ kind: 'failed', error: errorBody(error) });
  } finally {
    port.close();
  }
}

/** What is given away instead of copied. */
function bytesOf(message: ToReceiver): ArrayBuffer[] {
  if (message.kind !== 'event' || message.event.kind !== 'batch') return [];
  return message.event.packs.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? buffer : []));
}

/** Rows of one pack, give or take those of a piece of the file. */
const ROWS_OF_PACK = 1000;
/** Packs of one transaction: each transaction writes the pages again that its rows share with those of the one before. */
const PACKS_TOGETHER = 5;

/** Packs each batch as it comes, so that its records are gone before the next, and sends many rows together. */
async function* packBatches(events: AsyncGenerator<ExportEvent>): AsyncGenerator<ThreadEvent, void, void> {
  const packer = createRecordPacker();
  let packs: Uint8Array[] = [];
  let rows = 0;
  let last: PreparedBatch | null = null;
  const takePack = (): void => {
    rows += packer.count;
    packs.push(packer.take());
  };
  const takeAll = ({ bytesRead, totalBytes }: PreparedBatch): PackedBatch => {
    if (packer.count > 0) takePack();
    const batch: PackedBatch = { kind: 'batch', bytesRead, totalBytes, rows, packs };
    [packs, rows, last] = [[], 0, null];
    return batch;
  };
  for await (const event of events) {
    if (event.kind !== 'batch') {
      if (last !== null) yield takeAll(last);
      yield event;
      continue;
    }
    for (const record of event.records) packer.add(record);
    last = event;
    if (packer.count >= ROWS_OF_PACK) takePack();
    if (packs.length === PACKS_TOGETHER) yield takeAll(event);
  }
}

interface Credits {
  /** Waits for a credit; false when the receiver is gone. */
  take(): Promise<boolean>;
}

function createCredits(port: MessagePort): Credits {
  const state = { credits: 0, isClosed: false };
  const bell = createBell();
  port.on('message', (message: ToReader) => {
    state.credits += message.count;
    bell.ring();
  });
  port.on('close', () => {
    state.isClosed = true;
    bell.ring();
  });
  return {
    async take() {
      while (state.credits === 0 && !state.isClosed) await bell.wait();
      state.credits -= 1;
      return !state.isClosed;
    },
  };
}

interface Bell {
  /** Resolves at the next ring. */
  wait(): Promise<void>;
  ring(): void;
}

function createBell(): Bell {
  let next = Promise.withResolvers<void>();
  return {
    wait: () => next.promise,
    ring() {
      next.resolve();
      next = Promise.withResolvers<void>();
    },
  };
}

/**
 * The events that come through a port, in any thread. Ends after the last one; leaving early closes the port, which stops the
 * reader. Throws what the reader threw, and `internal` when the reader died without a word.
 */
export async function* receiveExport(port: MessagePort): AsyncGenerator<ThreadEvent, void, void> {
  const waiting: ToReceiver[] = [];
  const state = { isClosed: false };
  const bell = createBell();
  port.on('message', (message: ToReceiver) => {
    waiting.push(message);
    bell.ring();
  });
  port.on('close', () => {
    state.isClosed = true;
    bell.ring();
  });
  const grant = (count: number): void => port.postMessage({ kind: 'credit', count } satisfies ToReader);
  grant(WINDOW);
  try {
    for (;;) {
      const message = waiting.shift();
      if (message === undefined) {
        if (state.isClosed) throw new AppError('internal', 'The thread that reads the file ended unexpectedly.');
        await bell.wait();
        continue;
      }
      if (message.kind === 'finished') return;
      if (message.kind === 'failed')
        throw new AppError(message.error.code, message.error.message, message.error.details);
      grant(1);
      yield message.event;
    }
  } finally {
    port.close();
  }
}
