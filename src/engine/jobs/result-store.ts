/** Gathers results for common transactions. */
export interface ResultStore<Result> {
  /** Takes a result; waits while as many wait as a batch holds. Rejects once a batch could not be stored. */
  add(result: Result): Promise<void>;
  /** Stores what waits and resolves when everything taken is stored. Rejects with what a batch failed with. */
  flush(): Promise<void>;
  /** Aborts as soon as a batch could not be stored: nothing more can be taken. */
  readonly failed: AbortSignal;
}

const BATCH = 200;
/** What a kill may cost. A transaction per result would cost more than the results: a fast check gives a hundred in this time. */
const LONGEST_WAIT_MS = 50;

/** Makes a store that writes a batch when it is full, or soon after its first result, whether more come or not. */
export function createResultStore<Result>(write: (results: readonly Result[]) => Promise<void>): ResultStore<Result> {
  const failure = new AbortController();
  let waiting: Result[] = [];
  let timer: NodeJS.Timeout | undefined;
  let written: Promise<void> = Promise.resolve();
  /** Takes what waits when its turn comes: while another program keeps the project from being written, one batch gathers, not many. */
  const writeBatch = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const results = waiting;
    waiting = [];
    if (results.length > 0) await write(results);
  };
  const flush = (): Promise<void> => {
    written = written.then(writeBatch);
    // Also told by the signal: unheard, it would end the process.
    written.catch((error: unknown) => failure.abort(error));
    return written;
  };
  return {
    flush,
    failed: failure.signal,
    async add(result) {
      failure.signal.throwIfAborted();
      waiting.push(result);
      if (waiting.length >= BATCH) return await flush();
      timer ??= setTimeout(() => void flush(), LONGEST_WAIT_MS);
    },
  };
}
