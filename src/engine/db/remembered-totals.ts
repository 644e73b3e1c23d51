import { versionOf } from './database-version.ts';
import type { ReadableDatabase } from './project-database.ts';
import type { WhereClause } from './where-clause.ts';

/**
 * Totals of filters for as long as nobody writes: scrolling through a table asks for page after page of the same filter,
 * and counting a million links is most of the work. Kept for each connection and forgotten with it.
 */
interface Totals {
  readonly version: string;
  readonly byFilter: Map<string, number>;
}

const KEPT_FILTERS = 50;
const totalsOf = new WeakMap<ReadableDatabase, Totals>();

/** The total of a filter, counted again only after the project has changed. */
export function rememberedTotal(db: ReadableDatabase, where: WhereClause, count: () => number): number {
  const version = versionOf(db);
  const known = totalsOf.get(db);
  const totals = known?.version === version ? known : { version, byFilter: new Map<string, number>() };
  totalsOf.set(db, totals);
  const key = JSON.stringify([where.sql, where.params]);
  const total = totals.byFilter.get(key) ?? count();
  if (totals.byFilter.size >= KEPT_FILTERS) totals.byFilter.clear();
  totals.byFilter.set(key, total);
  return total;
}
