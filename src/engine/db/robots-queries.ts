import type { ReadableDatabase, WritableDatabase } from './project-database.ts';

/** Table `robots_cache`: the robots.txt files that checks have read. */

/** One robots.txt as it was answered. */
export interface RobotsFile {
  /** Scheme, host and port it holds for. */
  readonly origin: string;
  /** ISO time. */
  readonly fetchedAt: string;
  readonly httpStatus: number;
  /** The beginning of the file, empty where there are no rules. */
  readonly body: Uint8Array;
}

/** Looks up files that were read at or after an ISO time; null for an origin without one. */
export function prepareFindRobots(db: ReadableDatabase, notBefore: string): (origin: string) => RobotsFile | null {
  const find = db.prepare<[string, string], RobotsFile>(
    `SELECT origin, fetched_at AS fetchedAt, http_status AS httpStatus, body FROM robots_cache
      WHERE origin = ? AND fetched_at >= ?`,
  );
  return (origin) => find.get(origin, notBefore) ?? null;
}

/** Keeps a file in place of an older one of its origin. Part of the caller's transaction. */
export function prepareKeepRobots(db: WritableDatabase): (file: RobotsFile) => void {
  const keep = db.prepare(
    'INSERT OR REPLACE INTO robots_cache (origin, fetched_at, http_status, body) VALUES (?, ?, ?, ?)',
  );
  return ({ origin, fetchedAt, httpStatus, body }) => keep.run(origin, fetchedAt, httpStatus, body);
}
