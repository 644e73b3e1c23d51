import type { ReadableDatabase } from '../../src/engine/db/project-database.ts';

/** SQLite's plan of a statement, one step to a line. */
export function queryPlan(db: ReadableDatabase, sql: string, params: readonly (string | number)[] = []): string[] {
  return db
    .prepare<(string | number)[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...params)
    .map(({ detail }) => detail);
}
