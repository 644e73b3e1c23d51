import type { MergeLink } from './packed-records.ts';
import type { WritableDatabase } from './project-database.ts';
import { createRowInserter } from './row-inserter.ts';
import { sightingId } from './sighting-id.ts';

/** Keeps what each row of an export said, with its line. */
export interface Sightings {
  /**
   * @param isPageNew true where this row added its page, which then has the row's address
   * @param targetUrl the address under which the target is stored; null where the row names none
   */
  add(link: MergeLink, backlinkId: number, isPageNew: boolean, targetUrl: string | null): void;
  /** Inserts the sightings that wait. */
  flush(): void;
}

export function createSightings(db: WritableDatabase, importId: number): Sightings {
  const columns = ['id', 'backlink_id', 'source_url', 'target_url', 'said', 'metrics'];
  const inserter = createRowInserter(db, 'INSERT OR REPLACE INTO sighting_row', columns);
  return {
    flush: () => inserter.flush(),
    add({ line, source, page, target, said, metrics }, backlinkId, isPageNew, targetUrl) {
      const sourceUrl = source ?? (isPageNew ? null : page.url);
      const written = target === null ? null : target.written === targetUrl ? '' : target.written;
      inserter.add(sightingId(importId, line), backlinkId, sourceUrl, written, said, metrics);
    },
  };
}
