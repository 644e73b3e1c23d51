import { overlapOf, type SourceOverlap } from '../../core/model/source-overlap.ts';
import { vendorsOf } from '../../core/model/vendor.ts';
import type { ReadableDatabase } from './project-database.ts';

/**
 * Which sources know which links and domains. A domain is known to the sources of its links and to those that list it; places with
 * no source, which only a verdict keeps, are left out.
 */
export function readSourceOverlap(db: ReadableDatabase): SourceOverlap {
  const stored = db
    .prepare<[], { sources: number; links: number; domains: number }>(
      `SELECT sources, sum(links) AS links, sum(domains) AS domains FROM (
          SELECT sources, count(*) AS links, 0 AS domains FROM backlink GROUP BY sources
          UNION ALL SELECT sources, 0, count(*) FROM domain GROUP BY sources)
        WHERE sources <> 0 GROUP BY sources ORDER BY sources`,
    )
    .all();
  return overlapOf(stored.map(({ sources, links, domains }) => ({ sources: vendorsOf(sources), links, domains })));
}
