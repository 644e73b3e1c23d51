import type { MergeLink } from './packed-records.ts';
import { spelt } from './page-spelling.ts';
import type { WritableDatabase } from './project-database.ts';
import { createRowInserter } from './row-inserter.ts';
import { sightingId } from './sighting-id.ts';

/** Keeps what each row of an export said, with its line. */
export interface Sightings {
  /**
   * @param isPageNew true where this row added its page, which then has the row's address
   * @param targetTold the target as written, empty where that is its stored address, null where the row names none
   */
  add(link: MergeLink, backlinkId: number, isPageNew: boolean, targetTold: string | null): void;
  /** Inserts the sightings that wait. */
  flush(): void;
}

const COLUMNS = ['id', 'backlink_id', 'source_url', 'target_url', 'said', 'metrics'];

export function createSightings(db: WritableDatabase, importId: number): Sightings {
  const inserter = createRowInserter(db, 'INSERT OR REPLACE INTO sighting_row', COLUMNS);
  return {
    flush: () => inserter.flush(),
    add({ line, source, page, said, metrics }, backlinkId, isPageNew, targetTold) {
      const sourceUrl = source ?? (isPageNew ? null : spelt(page.key, page));
      inserter.add(sightingId(importId, line), backlinkId, sourceUrl, targetTold, said, metrics);
    },
  };
}
