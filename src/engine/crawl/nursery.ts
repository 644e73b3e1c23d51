import { setFlagsFromString } from 'node:v8';

/** V8's own: grow to the double, start with what it likes. */
const GROWING = ['--semi-space-growth-factor=2', '--min-semi-space-size=0'] as const;
/** Megabytes. Threads that are opened meanwhile start with a nursery that holds a few dozen pages. */
const BOUNDED = ['--semi-space-growth-factor=1', '--min-semi-space-size=8'] as const;

/**
 * Keeps the nursery of the calling thread from growing, until the answer is called. While a crawl runs, a few requests are
 * always on their way and survive, which V8 takes for a reason to grow to 100 MB; the limits that a thread can be opened with do
 * not exist for the first one.
 */
export function boundNursery(): () => void {
  for (const flag of BOUNDED) setFlagsFromString(flag);
  return () => {
    for (const flag of GROWING) setFlagsFromString(flag);
  };
}
