import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** V8's own: nurseries grow to the double and start with what it likes; how far old objects may grow follows the machine's memory. */
const GROWING = ['--semi-space-growth-factor=2', '--min-semi-space-size=0', '--heap-growing-percent=0'] as const;
/** Megabytes, and percent. Threads that are opened meanwhile start with a nursery that holds a few dozen pages. */
const BOUNDED = ['--semi-space-growth-factor=1', '--min-semi-space-size=8', '--heap-growing-percent=70'] as const;

/**
 * Keeps the nursery of the calling thread from growing, and has old objects collected once they are two thirds more than were alive the last
 * time, until the answer is called. While a crawl runs, a few requests are always on their way: they survive, which V8 takes for a reason
 * to grow the nursery to 100 MB, and die in the old generation, where it lets them pile up. The limits that a thread can be opened
 * with do not exist for the first one.
 */
export function boundHeap(): () => void {
  for (const flag of BOUNDED) setFlagsFromString(flag);
  collectGarbage();
  return () => {
    for (const flag of GROWING) setFlagsFromString(flag);
  };
}

/** Each collection decides when the next one is due, so that a bound holds from the first one after it. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  collect();
}
