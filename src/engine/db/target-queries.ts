import { type UrlIdentity, withoutTracking } from '../../core/url/url-identity.ts';
import { mergeBacklinks } from './merge-backlinks.ts';
import type { WritableDatabase } from './project-database.ts';

/** The id of a target, added when it is new. */
export function findOrAddTarget(db: WritableDatabase, target: UrlIdentity): number {
  const known = db.prepare<[string], number>('SELECT id FROM target WHERE key = ?').pluck().get(target.key);
  if (known !== undefined) return known;
  const { key, url, host } = target;
  const add = db.prepare<[string, string, string]>('INSERT INTO target (key, url, host) VALUES (?, ?, ?)');
  return Number(add.run(key, withoutTracking(url), host).lastInsertRowid);
}

/**
 * Names the target of a backlink that has none yet, because a check saw it; nothing happens to one that has. Where the page
 * already has a backlink to that target, the two become one.
 */
export function nameTarget(db: WritableDatabase, backlinkId: number, target: UrlIdentity): void {
  const pageId = db
    .prepare<[number], number>('SELECT page_id FROM backlink WHERE id = ? AND target_id = 0')
    .pluck()
    .get(backlinkId);
  if (pageId === undefined) return;
  const targetId = findOrAddTarget(db, target);
  const twin = db
    .prepare<[number, number], number>('SELECT id FROM backlink WHERE page_id = ? AND target_id = ?')
    .pluck()
    .get(pageId, targetId);
  if (twin === undefined) db.prepare('UPDATE backlink SET target_id = ? WHERE id = ?').run(targetId, backlinkId);
  else mergeBacklinks(db, backlinkId, twin);
}
