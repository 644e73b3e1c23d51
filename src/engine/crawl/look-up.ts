import { type LookupAddress, lookup as lookupName } from 'node:dns';
import type { LookupFunction } from 'node:net';

/** Thrown into a request whose host name nobody could tell in time. */
export class LookupTimedOut extends Error {
  readonly code = 'ANCHORAGE_LOOKUP_TIMED_OUT';
}

/**
 * Looks names up, and gives up after a time. The system's own look-up is asked, which knows more than DNS; it takes a thread that cannot be
 * called back. The hosts of the engine give it many (UV_THREADPOOL_SIZE), or names that nobody answers for would keep those of others
 * waiting.
 *
 * @param ask the system's look-up
 */
export function lookUpWithin(withinMs: number, ask: LookupFunction = askSystem): LookupFunction {
  return (hostname, options, callback) => {
    const seconds = withinMs / 1_000;
    let isOver = false;
    const timer = setTimeout(() => {
      isOver = true;
      callback(new LookupTimedOut(`no answer within ${seconds} s to the look-up of ${hostname}`), []);
    }, withinMs);
    ask(hostname, options, (...answer) => {
      clearTimeout(timer);
      if (!isOver) callback(...answer);
    });
  };
}

const askSystem: LookupFunction = (hostname, options, callback) => {
  lookupName(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    const first = addresses?.[0];
    if (error !== null || options.all === true || first === undefined) callback(error, addresses ?? []);
    else callback(null, first.address, first.family);
  });
};
