import type { ReadableDatabase, WritableDatabase } from './project-database.ts';
import { readSetting, writeSetting } from './setting-queries.ts';

/**
 * Since when checks have looked for the same things in the same way: the client's sites and words, and the program that reads.
 * What an earlier look found may be repeated for a page that has not changed, but only as long as it would still be found.
 */
const SETTING = 'check-aim';

interface StoredAim {
  readonly aim: string;
  readonly since: string;
}

/** The time since which looks were taken with this aim, which begins `now` where it is a new one. */
export function keepCheckAim(db: WritableDatabase, aim: string, now: string): string {
  const known = readAim(db);
  if (known?.aim === aim) return known.since;
  writeSetting(db, SETTING, JSON.stringify({ aim, since: now } satisfies StoredAim));
  return now;
}

function readAim(db: ReadableDatabase): StoredAim | null {
  const text = readSetting(db, SETTING);
  return text === null ? null : (JSON.parse(text) as StoredAim);
}
