import type { ReadableDatabase, WritableDatabase } from './project-database.ts';

/** Changes with every commit of other programs, since only the writer's own connection writes in this one. */
export function versionByOthers(db: WritableDatabase): number {
  return Number(db.pragma('data_version', { simple: true }));
}

/**
 * Changes with every commit of another connection (data_version) and, on a connection that may write, with every change by it
 * (total_changes): what was read under the same version may be shown again. A connection that only reads counts the rows of
 * its own temporary tables among its changes, so those are left out there.
 */
export function versionOf(db: ReadableDatabase): string {
  const byOthers = Number(db.pragma('data_version', { simple: true }));
  if (db.readonly) return String(byOthers);
  const byUs = db.prepare<[], number>('SELECT total_changes()').pluck().get() ?? 0;
  return `${byOthers} ${byUs}`;
}
