const WITHIN_MS = 60_000;
const MOST_RESTARTS = 5;
const FIRST_DELAY_MS = 250;

/**
 * How long to wait before the engine is started again: 250 ms, doubled for each crash of the last minute before this one;
 * null when it crashed more than five times in that minute, because another try would fare no better.
 *
 * @param crashTimesMs times of all crashes so far, the newest last.
 */
export function restartDelayMs(crashTimesMs: readonly number[]): number | null {
  const newest = crashTimesMs.at(-1) ?? 0;
  const recent = crashTimesMs.filter((time) => newest - time < WITHIN_MS).length;
  return recent > MOST_RESTARTS ? null : FIRST_DELAY_MS * 2 ** (recent - 1);
}
