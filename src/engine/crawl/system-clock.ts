import { setTimeout as delay } from 'node:timers/promises';
import type { CrawlClock } from './crawl-clock.ts';

/** The clock of this machine. */
export const SYSTEM_CLOCK: CrawlClock = {
  now: () => Date.now(),
  async wait(delayMs, signal) {
    await delay(delayMs, undefined, { signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  },
};
