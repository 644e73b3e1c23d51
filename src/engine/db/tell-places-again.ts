import { identifyUrl, withoutTracking } from '../../core/url/url-identity.ts';
import { type PageSpelling, spellingOf } from './page-spelling.ts';
import type { WritableDatabase } from './project-database.ts';

/** Remembers the pages and targets of the backlinks in the table `touched`, before any of these goes. */
export function notePlaces(db: WritableDatabase): void {
  db.exec(`CREATE TEMP TABLE touched_page AS SELECT DISTINCT b.page_id AS id FROM touched JOIN backlink b ON b.id = touched.id;
    CREATE TEMP TABLE touched_target AS SELECT DISTINCT b.target_id AS id FROM touched JOIN backlink b ON b.id = touched.id
      WHERE b.target_id <> 0`);
}

/**
 * What pages and targets got from sightings that are gone, again from those that are left: facts of pages nobody has looked at, and
 * the spelling of addresses. Speaks of the places that {@link notePlaces} remembered, and forgets them.
 */
export function tellPlacesAgain(db: WritableDatabase): void {
  tellPageFacts(db);
  spellPages(db);
  spellTargets(db);
  db.exec('DROP TABLE touched_page; DROP TABLE touched_target');
}

function tellPageFacts(db: WritableDatabase): void {
  const first = (column: string) =>
    `${column} = (SELECT s.${column} FROM backlink b JOIN sighting s ON s.backlink_id = b.id
      WHERE b.page_id = page.id AND s.${column} IS NOT NULL ORDER BY s.import_id, s.line LIMIT 1)`;
  db.exec(`UPDATE page SET ${['title', 'language', 'external_links'].map(first).join(', ')}
    WHERE id IN (SELECT id FROM touched_page)
      AND NOT EXISTS (SELECT 1 FROM page_check c WHERE c.page_id = page.id)`);
}

/** A page is spelt as by the row that added it, which alone says nothing of its spelling. */
function spellPages(db: WritableDatabase): void {
  const sightings = 'FROM backlink b JOIN sighting s ON s.backlink_id = b.id WHERE b.page_id = p.id';
  const misspelt = db.prepare<[], { id: number; written: string | null }>(
    `SELECT p.id, (SELECT s.source_url ${sightings} ORDER BY s.import_id, s.line LIMIT 1) AS written FROM page p
      WHERE p.id IN (SELECT id FROM touched_page)
        AND NOT EXISTS (SELECT 1 ${sightings} AND s.source_url IS NULL)`,
  );
  const spell = db.prepare<PageSpelling & { readonly id: number }>(
    'UPDATE page SET spelling = $spelling, odd_url = $oddUrl WHERE id = $id',
  );
  for (const { id, written } of misspelt.all()) {
    const identity = written === null ? null : identifyUrl(written);
    if (identity !== null) spell.run({ ...spellingOf(identity), id });
  }
}

/** A sighting with an empty target is spelt as the target is, so that this one must stay. */
function spellTargets(db: WritableDatabase): void {
  const sightings = 'FROM backlink b JOIN sighting s ON s.backlink_id = b.id WHERE b.target_id = t.id';
  const misspelt = db.prepare<[], { id: number; written: string | null }>(
    `SELECT t.id, (SELECT s.target_url ${sightings} AND s.target_url IS NOT NULL
          ORDER BY s.import_id, s.line LIMIT 1) AS written FROM target t
      WHERE t.id IN (SELECT id FROM touched_target)
        AND NOT EXISTS (SELECT 1 ${sightings} AND s.target_url = '')`,
  );
  const spell = db.prepare<[string, string, number]>('UPDATE target SET url = ?, host = ? WHERE id = ?');
  for (const { id, written } of misspelt.all()) {
    const identity = written === null ? null : identifyUrl(written);
    if (identity !== null) spell.run(withoutTracking(identity.url), identity.host, id);
  }
}
