import type { ProjectSummary } from '../../contract/project.ts';
import type { CheckReason } from '../../core/model/check-reason.ts';
import { readTotals } from './link-queries.ts';
import type { ReadableDatabase } from './project-database.ts';
import { readSettings } from './setting-queries.ts';
import { newestDecision } from './verdict-queries.ts';

/** What the overview and the frame show of a project, without its handle and path. */
export type SummaryFacts = Omit<ProjectSummary, 'id' | 'path' | 'readOnly' | 'readOnlyReason'>;

/** Counts the project. */
export function readSummary(db: ReadableDatabase): SummaryFacts {
  const states = countBy(db, 'SELECT state AS name, count(*) AS n FROM backlink GROUP BY state');
  const verdicts = countBy(db, 'SELECT verdict AS name, count(*) AS n FROM backlink GROUP BY verdict');
  const of = (counts: ReadonlyMap<string, number>, ...names: string[]) =>
    names.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
  return {
    settings: readSettings(db),
    totals: readTotals(db),
    states: {
      live: of(states, 'live'),
      gone: of(states, 'gone'),
      unknown: of(states, 'unknown'),
      unchecked: of(states, 'unchecked'),
    },
    toReview: countToReview(db),
    decided: {
      keep: of(verdicts, 'keep'),
      disavow: of(verdicts, 'disavow-domain', 'disavow-url'),
      remove: of(verdicts, 'remove'),
    },
    undoable: newestDecision(db)?.description ?? null,
  };
}

/** Backlinks by the reason of their newest check. */
export function countReasons(db: ReadableDatabase): Partial<Record<CheckReason, number>> {
  return Object.fromEntries(
    countBy(db, 'SELECT reason AS name, count(*) AS n FROM backlink WHERE reason IS NOT NULL GROUP BY reason'),
  );
}

/** Referring domains by suggestion. */
export function countSuggestions(db: ReadableDatabase): Record<string, number> {
  return Object.fromEntries(countBy(db, 'SELECT suggestion AS name, count(*) AS n FROM domain GROUP BY suggestion'));
}

/** Domains that the judgement would have looked at and nobody has decided on. */
function countToReview(db: ReadableDatabase): number {
  return (
    db
      .prepare<[], number>(
        "SELECT count(*) FROM domain WHERE verdict = 'none' AND suggestion IN ('disavow-domain', 'disavow-url', 'review')",
      )
      .pluck()
      .get() ?? 0
  );
}

function countBy(db: ReadableDatabase, sql: string): Map<string, number> {
  return new Map(
    db
      .prepare<[], { name: string; n: number }>(sql)
      .all()
      .map(({ name, n }) => [name, n]),
  );
}
