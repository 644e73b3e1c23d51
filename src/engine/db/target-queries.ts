import { type UrlIdentity, withoutTracking } from '../../core/url/url-identity.ts';
import { mergeBacklinks } from './merge-backlinks.ts';
import type { WritableDatabase } from './project-database.ts';

/**
 * Names the target of a backlink that has none yet, because a check saw it; nothing happens to one that has. Where the page
 * already has a backlink to that target, the two become one.
 */
export function prepareNameTarget(db: WritableDatabase): (backlinkId: number, target: UrlIdentity) => void {
  const findPage = db.prepare<[number], number>('SELECT page_id FROM backlink WHERE id = ? AND target_id = 0').pluck();
  const findTwin = db
    .prepare<[number, number], number>('SELECT id FROM backlink WHERE page_id = ? AND target_id = ?')
    .pluck();
  const setTarget = db.prepare('UPDATE backlink SET target_id = ? WHERE id = ?');
  const findOrAddTarget = prepareFindOrAddTarget(db);
  return (backlinkId, target) => {
    const pageId = findPage.get(backlinkId);
    if (pageId === undefined) return;
    const targetId = findOrAddTarget(target);
    const twin = findTwin.get(pageId, targetId);
    if (twin === undefined) setTarget.run(targetId, backlinkId);
    else mergeBacklinks(db, backlinkId, twin);
  };
}

/** The id of a target, added when it is new. */
function prepareFindOrAddTarget(db: WritableDatabase): (target: UrlIdentity) => number {
  const find = db.prepare<[string], number>('SELECT id FROM target WHERE key = ?').pluck();
  const add = db.prepare<[string, string, string]>('INSERT INTO target (key, url, host) VALUES (?, ?, ?)');
  return ({ key, url, host }) => find.get(key) ?? Number(add.run(key, withoutTracking(url), host).lastInsertRowid);
}
