import { versionOf } from './database-version.ts';
import type { ReadableDatabase } from './project-database.ts';

/** Which version of the project each temporary table of a connection was made of. */
const versionsOf = new WeakMap<ReadableDatabase, Map<string, string>>();

/**
 * The name of a temporary table that holds the rows of `select`, made anew only after the project has changed: grouping a
 * million links takes a second or two, and a table that is sorted, filtered and scrolled asks for the same groups each time.
 * The version is read before the rows, so that a change in between makes them again.
 */
export function rememberedGroups(db: ReadableDatabase, name: string, select: string): string {
  const versions = versionsOf.get(db) ?? new Map<string, string>();
  versionsOf.set(db, versions);
  const version = versionOf(db);
  if (versions.get(name) !== version) {
    db.exec(`DROP TABLE IF EXISTS temp.${name}; CREATE TEMP TABLE ${name} AS ${select}`);
    versions.set(name, version);
  }
  return `temp.${name}`;
}
