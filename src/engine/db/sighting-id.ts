/**
 * A sighting's id is its import and line in one number, so that the rows of an import lie together in the order of its lines and need
 * no index of their own. The view `sighting` takes the two apart.
 */

/** Lines an import can have; files have fewer. */
const LINES = 2 ** 32;

/** The id of what a line of an import said. */
export function sightingId(importId: number, line: number): number {
  return importId * LINES + line;
}

/** SQL condition that a sighting `s` is of an import, by the order of the table. `importId` is an SQL expression. */
export function sightingsOf(importId: string): string {
  return `s.id BETWEEN (${importId} << 32) AND (${importId} << 32) + ${LINES - 1}`;
}
