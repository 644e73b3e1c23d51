import type { ReadableDatabase, WritableDatabase } from './project-database.ts';
import { writeTransaction } from './write-transaction.ts';

/**
 * What an import adds to the roll-ups of a domain, counted while its links are merged. To count all links of the project again
 * (`refreshDomains`) would take a tenth of the time of a large import.
 */
export interface DomainTally {
  readonly id: number;
  links: number;
  pages: number;
  followed: number;
  /** Bits of the vendors that speak of it in this import. */
  sources: number;
  firstSeen: string | null;
  lastSeen: string | null;
}

/** The tally of a domain that no row has named yet. */
export function emptyTally(id: number): DomainTally {
  return { id, links: 0, pages: 0, followed: 0, sources: 0, firstSeen: null, lastSeen: null };
}

/** Adds tallies to the stored roll-ups and empties them, in one transaction. */
export function settleTallies(db: WritableDatabase, tallies: Iterable<DomainTally>): void {
  const add = db.prepare<(number | string | null)[]>(
    `UPDATE domain SET links = links + ?, pages = pages + ?, followed = followed + ?, sources = sources | ?,
        first_seen = min(coalesce(first_seen, ?), coalesce(?, first_seen)),
        last_seen = max(coalesce(last_seen, ?), coalesce(?, last_seen))
      WHERE id = ?`,
  );
  writeTransaction(db, () => {
    for (const tally of tallies) {
      if (tally.sources === 0) continue;
      const { id, links, pages, followed, sources, firstSeen, lastSeen } = tally;
      add.run(links, pages, followed, sources, firstSeen, firstSeen, lastSeen, lastSeen, id);
      tally.links = tally.pages = tally.followed = tally.sources = 0;
      tally.firstSeen = tally.lastSeen = null;
    }
  });
}

/** Notes the days on which a row says that a link of the domain was seen; `oneText` gives the same object for the same text. */
export function noteSeen(
  tally: DomainTally,
  firstSeen: string | null,
  lastSeen: string | null,
  oneText: (text: string) => string,
): void {
  if (firstSeen !== null && (tally.firstSeen === null || firstSeen < tally.firstSeen)) {
    tally.firstSeen = oneText(firstSeen);
  }
  if (lastSeen !== null && (tally.lastSeen === null || lastSeen > tally.lastSeen)) tally.lastSeen = oneText(lastSeen);
}

const refreshes = new WeakMap<ReadableDatabase, number>();

/** How often all links of a project were counted again by this thread. Tallies begun before the last time are contained in it. */
export function refreshCount(db: ReadableDatabase): number {
  return refreshes.get(db) ?? 0;
}

/** Says that all links have just been counted. */
export function noteRefresh(db: WritableDatabase): void {
  refreshes.set(db, refreshCount(db) + 1);
}
