import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** V8's own: nurseries grow to the double and start with what it likes; how far old objects may grow follows the machine's memory. */
const GROWING = ['--semi-space-growth-factor=2', '--min-semi-space-size=0', '--heap-growing-percent=0'] as const;
/** Megabytes, and percent. Threads that are opened meanwhile start with a nursery that holds a few dozen pages. */
const BOUNDED = ['--semi-space-growth-factor=1', '--min-semi-space-size=8', '--heap-growing-percent=150'] as const;

/** Of both halves. Half as much is collected twice as often, which costs a check about a twentieth of its time. */
const NURSERY_BYTES = 32 * 1024 * 1024;

/**
 * Gives the nursery of the calling thread a size and keeps it from growing, and has old objects collected once they are two and a half
 * times those that were alive the last time, until the answer is called. While a crawl runs, a few requests are always on their way: they
 * survive, which V8 takes for a reason to grow the nursery to 100 MB, and die in the old generation, where it lets them pile up. The limits
 * that a thread can be opened with do not exist for the first one.
 */
export function boundHeap(): () => void {
  growNursery();
  for (const flag of BOUNDED) setFlagsFromString(flag);
  collectGarbage();
  return () => {
    for (const flag of GROWING) setFlagsFromString(flag);
  };
}

/** A nursery grows when as much has survived in it as it holds. */
function growNursery(): void {
  const sizeBytes = nurseryBytes();
  if (sizeBytes >= NURSERY_BYTES) return;
  setFlagsFromString(`--semi-space-growth-factor=${Math.ceil(NURSERY_BYTES / sizeBytes)}`);
  const alive: number[][] = [];
  // A heap that was started with a lower limit stays below it.
  const enough = (4 * sizeBytes) / LEAST_BYTES;
  while (nurseryBytes() === sizeBytes && alive.length < enough)
    for (let index = 0; index < 10_000; index++) alive.push([index]);
}

/** What an array with one number takes at least. */
const LEAST_BYTES = 32;

function nurseryBytes(): number {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.space_size ?? NURSERY_BYTES;
}

/** Each collection decides when the next one is due, so that a bound holds from the first one after it. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  collect();
}
