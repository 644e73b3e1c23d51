import { vendorsOf } from '../../core/model/vendor.ts';
import type { WritableDatabase } from './project-database.ts';
import { writeTransaction } from './write-transaction.ts';

/**
 * Gives everything known of one backlink to another of the same page and removes the first: sightings, the history of checks,
 * what people decided, and the newer of the two looks. Scores are left to the next judging.
 */
export function mergeBacklinks(db: WritableDatabase, fromId: number, intoId: number): void {
  const ids = { from: fromId, into: intoId };
  writeTransaction(db, () => {
    db.prepare('UPDATE sighting_row SET backlink_id = $into WHERE backlink_id = $from').run(ids);
    moveChecks(db, ids);
    db.prepare('DELETE FROM signal WHERE backlink_id = $from').run(ids);
    db.prepare(MERGE_COLUMNS).run(ids);
    const sources = db.prepare<[number], number>('SELECT sources FROM backlink WHERE id = ?').pluck().get(intoId) ?? 0;
    db.prepare('UPDATE backlink SET source_count = ? WHERE id = ?').run(vendorsOf(sources).length, intoId);
    moveDecisions(db, ids);
    db.prepare('DELETE FROM backlink WHERE id = $from').run(ids);
  });
}

interface Pair {
  readonly from: number;
  readonly into: number;
}

/** One look at the page says one thing of a link: where it was judged under both ids, what it said of the kept one stays. */
function moveChecks(db: WritableDatabase, ids: Pair): void {
  const doubled = `SELECT id FROM link_check WHERE backlink_id = $from
    AND page_check_id IN (SELECT page_check_id FROM link_check WHERE backlink_id = $into)`;
  db.prepare(`DELETE FROM occurrence WHERE link_check_id IN (${doubled})`).run(ids);
  db.prepare(`DELETE FROM link_check WHERE id IN (${doubled})`).run(ids);
  db.prepare('UPDATE link_check SET backlink_id = $into WHERE backlink_id = $from').run(ids);
}

/** Undo then finds the link under its new id. Only a link somebody decided on has such rows. */
function moveDecisions(db: WritableDatabase, ids: Pair): void {
  const decidedAt = db.prepare<[number], string | null>('SELECT decided_at FROM backlink WHERE id = ?').pluck();
  if ((decidedAt.get(ids.from) ?? null) === null) return;
  const changes = "decision_change WHERE subject = 'link' AND subject_id = $from";
  db.prepare(`UPDATE OR IGNORE ${changes.replace(' WHERE', ' SET subject_id = $into WHERE')}`).run(ids);
  db.prepare(`DELETE FROM ${changes}`).run({ from: ids.from });
}

const NEWER = "coalesce(o.checked_at, '') > coalesce(backlink.checked_at, '')";
const newer = (column: string) => `${column} = iif(${NEWER}, o.${column}, backlink.${column})`;
const either = (column: string) => `${column} = coalesce(backlink.${column}, o.${column})`;
const decided = (column: string) => `${column} = iif(backlink.link_verdict = 'none', o.${column}, backlink.${column})`;
const extreme = (pick: 'min' | 'max', column: string) =>
  `${column} = ${pick}(coalesce(backlink.${column}, o.${column}), coalesce(o.${column}, backlink.${column}))`;

const MERGE_COLUMNS = `UPDATE backlink SET
    ${either('anchor')}, ${either('rel')}, ${either('followed')}, ${either('link_type')},
    placement = iif(backlink.placement = 'unknown', o.placement, backlink.placement),
    ${newer('state')}, ${newer('reason')}, ${newer('http_status')}, ${newer('checked_at')},
    certain_state = iif(coalesce(o.certain_at, '') > coalesce(backlink.certain_at, ''), o.certain_state,
      backlink.certain_state),
    ${extreme('max', 'certain_at')},
    ${extreme('min', 'first_seen')}, ${extreme('max', 'last_seen')}, ${extreme('max', 'lost_at')},
    sources = backlink.sources | o.sources,
    ${decided('link_verdict')}, ${decided('verdict')}, ${decided('decided_at')},
    note = iif(backlink.note = '', o.note, backlink.note)
  FROM backlink o WHERE backlink.id = $into AND o.id = $from`;
