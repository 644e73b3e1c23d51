import type { SampleHost, SamplePage } from './sample-data.ts';
import type { SeededRandom } from './seeded-random.ts';

const DAY_MS = 86_400_000;

/** The day a page was posted and `count - 1` later days in order, as the host's language writes them. */
export function risingDates(host: SampleHost, page: SamplePage, count: number, random: SeededRandom): string[] {
  const [, year, month] = /^\/(\d{4})\/(\d\d)\//.exec(page.path) ?? [];
  const first = Date.UTC(
    Number(year ?? random.between(2020, 2024)),
    Number(month ?? random.between(1, 12)) - 1,
    random.between(1, 28),
  );
  const format = new Intl.DateTimeFormat(host.language, { dateStyle: 'long', timeZone: 'UTC' });
  const offsets = Array.from({ length: count - 1 }, () => random.between(1, 300)).sort((a, b) => a - b);
  return [0, ...offsets].map((days) => format.format(first + days * DAY_MS));
}
