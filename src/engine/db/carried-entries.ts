import type { ReadableDatabase, WritableDatabase } from './project-database.ts';
import { readSetting, writeSetting } from './setting-queries.ts';

/**
 * Entries of existing disavow files that no verdict can stand for: nothing in the project matches them, or they name a
 * subdomain, which is no referring domain of its own. They are kept in a setting beside the verdicts and written again with
 * every build, so that bringing a file into a project never loses what is in force at Google.
 */

export interface CarriedEntry {
  /** Normalised: `domain:host` or a URL. */
  readonly entry: string;
  /** What the file says about it. */
  readonly note: string;
  /** True where links of the project matched when it was kept; such an entry follows their verdicts. */
  readonly isMatched: boolean;
}

/** The entries kept from one file. */
export interface CarriedGroup {
  readonly fileName: string;
  /** The decision of the import, with which the entries are undone; null where there was nothing to decide. */
  readonly decisionId: number | null;
  readonly entries: readonly CarriedEntry[];
}

const SETTING = 'disavow-carried';

/** The groups whose import still stands, newest first. */
export function readCarried(db: ReadableDatabase): CarriedGroup[] {
  const isUndone = db.prepare<[number], number>('SELECT undone FROM decision WHERE id = ?').pluck();
  const stored = JSON.parse(readSetting(db, SETTING) ?? '[]') as CarriedGroup[];
  return stored.filter(({ decisionId }) => decisionId === null || isUndone.get(decisionId) === 0).reverse();
}

/** Keeps a further group; one without entries is not kept. */
export function addCarried(db: WritableDatabase, group: CarriedGroup): void {
  if (group.entries.length > 0) writeCarried(db, [group, ...readCarried(db)]);
}

/** Replaces all groups, given newest first. */
export function writeCarried(db: WritableDatabase, groups: readonly CarriedGroup[]): void {
  writeSetting(db, SETTING, JSON.stringify(groups.filter(({ entries }) => entries.length > 0).reverse()));
}
