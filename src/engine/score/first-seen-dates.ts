/** How first-seen dates of referring domains lie together: the facts behind velocity and clump signals. */

const DAY_MS = 86_400_000;
const WINDOW_DAYS = 7;

/**
 * For each date, how many of all dates lie in the fullest seven days that hold it; null where the date is not known.
 *
 * @param dates ISO dates (YYYY-MM-DD or longer).
 */
export function countSeenTogether(dates: readonly (string | null)[]): (number | null)[] {
  const days = dates.map(dayNumber);
  const sorted = days.filter((day) => day !== null).sort((a, b) => a - b);
  const fullest = fullestWindows(sorted);
  return days.map((day) => (day === null ? null : (fullest.get(day) ?? 1)));
}

/** The median number of new domains a week, over the weeks from the first to the last date; null without dates. */
export function weeklyMedian(dates: readonly (string | null)[]): number | null {
  const weeks = dates
    .map(dayNumber)
    .filter((day) => day !== null)
    .map((day) => Math.floor(day / WINDOW_DAYS));
  if (weeks.length === 0) return null;
  const counts = new Map<number, number>();
  let [first, last] = [Infinity, -Infinity];
  for (const week of weeks) {
    counts.set(week, (counts.get(week) ?? 0) + 1);
    first = Math.min(first, week);
    last = Math.max(last, week);
  }
  const all = Array.from({ length: last - first + 1 }, (_, index) => counts.get(first + index) ?? 0).sort(
    (a, b) => a - b,
  );
  return all[Math.floor(all.length / 2)] ?? null;
}

/** For each day that occurs, the size of the fullest window of seven days that holds it. */
function fullestWindows(sorted: readonly number[]): Map<number, number> {
  const fullest = new Map<number, number>();
  let end = 0;
  for (let start = 0; start < sorted.length; start++) {
    const from = sorted[start] ?? 0;
    if (start > 0 && sorted[start - 1] === from) continue;
    while (end < sorted.length && (sorted[end] ?? 0) < from + WINDOW_DAYS) end++;
    for (let day = from; day < from + WINDOW_DAYS; day++) {
      fullest.set(day, Math.max(fullest.get(day) ?? 0, end - start));
    }
  }
  return fullest;
}

function dayNumber(date: string | null): number | null {
  if (date === null) return null;
  const time = Date.parse(date.slice(0, 10));
  return Number.isNaN(time) ? null : Math.floor(time / DAY_MS);
}
