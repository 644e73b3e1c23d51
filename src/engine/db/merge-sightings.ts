import { relColumn } from './merge-links.ts';
import type { MergeLink } from './packed-records.ts';
import type { WritableDatabase } from './project-database.ts';
import { createRowInserter } from './row-inserter.ts';

/** Keeps what each row of an export said, with its line. */
export interface Sightings {
  /**
   * @param pageUrl the address under which this row added its page; null where the page was known
   * @param targetUrl the address under which the target is stored; null where the row names none
   */
  add(record: MergeLink['record'], backlinkId: number, pageUrl: string | null, targetUrl: string | null): void;
  /** Inserts the sightings that wait. */
  flush(): void;
}

export function createSightings(db: WritableDatabase, importId: number): Sightings {
  const inserter = createRowInserter(db, 'INSERT OR REPLACE INTO sighting', [
    'import_id',
    'line',
    'backlink_id',
    'source_url',
    'target_url',
    'anchor',
    'rel',
    'link_type',
    'title',
    'language',
    'context_left',
    'context_right',
    'http_status',
    'first_seen',
    'last_seen',
    'lost_at',
    'lost_reason',
    'external_links',
    'links_in_group',
    'metrics',
  ]);
  return {
    flush: () => inserter.flush(),
    add(record, backlinkId, pageUrl, targetUrl) {
      inserter.add(
        importId,
        record.line,
        backlinkId,
        record.source === pageUrl ? null : record.source,
        record.target === targetUrl && targetUrl !== null ? '' : record.target,
        record.anchor,
        relColumn(record.rel),
        record.linkType,
        record.title,
        record.language,
        record.contextLeft,
        record.contextRight,
        record.httpStatus,
        record.firstSeen,
        record.lastSeen,
        record.lost,
        record.lostReason,
        record.externalLinks,
        record.linksInGroup,
        record.metrics,
      );
    },
  };
}
