import type { ReadableDatabase } from './project-database.ts';

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
