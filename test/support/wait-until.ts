import { setTimeout as sleep } from 'node:timers/promises';

/** Looks again and again until `isSo`; gives up with `what` after ten seconds. */
export async function waitUntil(what: string, isSo: () => boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}.`);
    await sleep(10);
  }
}
