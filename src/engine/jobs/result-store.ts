/** Gathers results for common transactions. */
export interface ResultStore<Result> {
  /** Takes a result; waits while a full batch is being stored. Rejects with what an earlier batch failed with. */
  add(result: Result): Promise<void>;
  /** Stores what waits and resolves when everything taken is stored. */
  flush(): Promise<void>;
}

const BATCH = 200;
/** What a kill may cost. A transaction per result would cost more than the results: a fast check gives a hundred in this time. */
const LONGEST_WAIT_MS = 50;

/** Makes a store that writes a batch when it is full, or soon after its first result, whether more come or not. */
export function createResultStore<Result>(write: (results: readonly Result[]) => Promise<void>): ResultStore<Result> {
  let waiting: Result[] = [];
  let timer: NodeJS.Timeout | undefined;
  let written: Promise<void> = Promise.resolve();
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const results = waiting;
    waiting = [];
    if (results.length > 0) written = written.then(() => write(results));
    return written;
  };
  return {
    flush,
    async add(result) {
      waiting.push(result);
      if (waiting.length >= BATCH) return await flush();
      // A failure is told by the next call; unheard until then, it would end the process.
      timer ??= setTimeout(() => void flush().catch(() => undefined), LONGEST_WAIT_MS);
    },
  };
}
