import { type Vendor, vendorBit, vendorsOf } from '../../core/model/vendor.ts';
import { buildLinkIndexes } from './link-index-queries.ts';
import { mergeBacklinks } from './merge-backlinks.ts';
import { forgetMerge } from './merge-batch.ts';
import type { WritableDatabase } from './project-database.ts';
import { sightingsOf } from './sighting-id.ts';
import { notePlaces, tellPlacesAgain } from './tell-places-again.ts';
import { writeTransaction } from './write-transaction.ts';

/**
 * Takes an import back as a whole: its sightings and rejected rows go, backlinks that nothing else speaks of go with them,
 * and what the others said of the rest is merged again. A backlink with a verdict of its own stays: people's work is never
 * deleted. What was decided about a link or domain that goes is forgotten with it, because its id may be given again.
 */
export function removeImport(db: WritableDatabase, importId: number): void {
  forgetMerge(db);
  buildLinkIndexes(db);
  writeTransaction(db, () => {
    db.exec('CREATE TEMP TABLE touched (id INTEGER PRIMARY KEY)');
    const told = `FROM sighting_row AS s WHERE ${sightingsOf('$importId')}`;
    db.prepare(`INSERT OR IGNORE INTO touched SELECT backlink_id ${told}`).run({ importId });
    notePlaces(db);
    db.prepare(`DELETE ${told}`).run({ importId });
    db.prepare('DELETE FROM import WHERE id = ?').run(importId);
    deleteUnseenBacklinks(db);
    forgetUntoldTargets(db);
    mergeAgain(db);
    deleteUnusedPlaces(db);
    tellPlacesAgain(db);
    db.exec('DROP TABLE touched');
  });
}

const UNSEEN = `SELECT touched.id FROM touched JOIN backlink b ON b.id = touched.id WHERE b.link_verdict = 'none'
  AND NOT EXISTS (SELECT 1 FROM sighting s WHERE s.backlink_id = touched.id)`;

function deleteUnseenBacklinks(db: WritableDatabase): void {
  db.exec(`
    DELETE FROM occurrence WHERE link_check_id IN (SELECT id FROM link_check WHERE backlink_id IN (${UNSEEN}));
    DELETE FROM link_check WHERE backlink_id IN (${UNSEEN});
    DELETE FROM signal WHERE backlink_id IN (${UNSEEN});
    DELETE FROM decision_change WHERE subject = 'link' AND subject_id IN (${UNSEEN});
    DELETE FROM backlink WHERE id IN (${UNSEEN});
  `);
}

/**
 * Links whose target only this import named wait for one again, or join the page's first link that has one, as a row without
 * target does. A target that a check saw stays.
 */
function forgetUntoldTargets(db: WritableDatabase): void {
  const untold = db
    .prepare<[], { id: number; pageId: number }>(
      `SELECT b.id, b.page_id AS pageId FROM touched JOIN backlink b ON b.id = touched.id
        WHERE b.target_id <> 0 AND EXISTS (SELECT 1 FROM sighting s WHERE s.backlink_id = b.id)
          AND NOT EXISTS (SELECT 1 FROM sighting s WHERE s.backlink_id = b.id AND s.target_url IS NOT NULL)
          AND NOT EXISTS (SELECT 1 FROM link_check c WHERE c.backlink_id = b.id AND c.state = 'live')`,
    )
    .all();
  const findOther = db
    .prepare<[number, number], number>(
      'SELECT id FROM backlink WHERE page_id = ? AND id <> ? ORDER BY target_id = 0, id',
    )
    .pluck();
  const forget = db.prepare('UPDATE backlink SET target_id = 0 WHERE id = ?');
  const touch = db.prepare('INSERT OR IGNORE INTO touched VALUES (?)');
  for (const { id, pageId } of untold) {
    const other = findOther.get(pageId, id);
    if (other === undefined) forget.run(id);
    else {
      mergeBacklinks(db, id, other);
      touch.run(other);
    }
  }
}

/** The merged columns again from what is left, the oldest import first as when they were merged. */
function mergeAgain(db: WritableDatabase): void {
  const first = (column: string) =>
    `(SELECT ${column} FROM sighting s WHERE s.backlink_id = backlink.id AND ${column} IS NOT NULL
      ORDER BY import_id, line LIMIT 1)`;
  db.exec(`UPDATE backlink SET
      anchor = ${first('anchor')}, rel = ${first('rel')}, link_type = ${first('link_type')},
      http_status = ${first('http_status')},
      first_seen = (SELECT min(first_seen) FROM sighting s WHERE s.backlink_id = backlink.id),
      last_seen = (SELECT max(last_seen) FROM sighting s WHERE s.backlink_id = backlink.id),
      lost_at = (SELECT max(lost_at) FROM sighting s WHERE s.backlink_id = backlink.id)
    WHERE id IN (SELECT id FROM touched) AND checked_at IS NULL`);
  db.exec(`UPDATE backlink SET followed = CASE WHEN rel IS NULL THEN NULL ELSE rel = '' END
    WHERE id IN (SELECT id FROM touched) AND checked_at IS NULL`);
  const vendors = db.prepare<[number], Vendor>(
    'SELECT DISTINCT vendor FROM sighting s JOIN import i ON i.id = s.import_id WHERE s.backlink_id = ?',
  );
  const setSources = db.prepare('UPDATE backlink SET sources = ?, source_count = ? WHERE id = ?');
  for (const id of db.prepare<[], number>('SELECT id FROM touched').pluck().all()) {
    const sources = vendors
      .pluck()
      .all(id)
      .reduce((bits, vendor) => bits | vendorBit(vendor), 0);
    setSources.run(sources, vendorsOf(sources).length, id);
  }
}

function deleteUnusedPlaces(db: WritableDatabase): void {
  db.exec(`
    DELETE FROM frontier WHERE page_id NOT IN (SELECT page_id FROM backlink);
    DELETE FROM page_check WHERE page_id NOT IN (SELECT page_id FROM backlink);
    DELETE FROM page WHERE id NOT IN (SELECT page_id FROM backlink);
    DELETE FROM target WHERE id <> 0 AND id NOT IN (SELECT target_id FROM backlink);
    DELETE FROM domain WHERE verdict = 'none' AND id NOT IN (SELECT domain_id FROM page)
      AND id NOT IN (SELECT domain_id FROM domain_sighting);
    DELETE FROM decision_change WHERE subject = 'domain' AND subject_id NOT IN (SELECT id FROM domain);
  `);
}
