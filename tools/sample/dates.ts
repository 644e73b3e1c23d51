import type { SeededRandom } from '../../src/engine/sample/seeded-random.ts';

const DAY_MS = 86_400_000;

/** An ISO date so many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** An ISO date between two others, both included. */
export function dateBetween(first: string, last: string, random: SeededRandom): string {
  const days = Math.max(0, Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS));
  return addDays(first, random.between(0, days));
}

/** A time of day as the exports write it. */
export function timeOfDay(random: SeededRandom): string {
  const part = (limit: number): string => String(random.between(0, limit)).padStart(2, '0');
  return `${part(23)}:${part(59)}:${part(59)}`;
}
