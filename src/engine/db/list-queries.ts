import type { WritableDatabase } from './project-database.ts';
import { writeTransaction } from './write-transaction.ts';

/** Tables `list` and `list_entry`: imported lists of domains (spam, good) and ranks. */

export type ListKind = 'spam' | 'good' | 'rank';

export interface ListFacts {
  readonly name: string;
  readonly kind: ListKind;
  readonly fileName: string;
  /** ISO time. */
  readonly importedAt: string;
}

/** A domain of a list; registrable, the rank null where the list has none. */
export interface ListEntry {
  readonly domain: string;
  readonly rank: number | null;
}

/**
 * No file name begins so: a list under such a name is being added, or was when the program ended. Its count of entries stays
 * 0 until it is complete, which is how readers know to leave it out.
 */
const PENDING = '\u0001';

/**
 * Begins a list; it takes the place of one of the same name only with {@link finishList}. What is left of earlier lists that
 * were never finished goes. Returns its id.
 */
export function startList(db: WritableDatabase, { name, kind, fileName, importedAt }: ListFacts): number {
  return writeTransaction(db, () => {
    db.prepare('DELETE FROM list WHERE substr(name, 1, 1) = ?').run(PENDING);
    return Number(
      db
        .prepare('INSERT INTO list (name, kind, file_name, imported_at, entries) VALUES (?, ?, ?, ?, 0)')
        .run(PENDING + name, kind, fileName, importedAt).lastInsertRowid,
    );
  });
}

/** Adds domains to a list; of a domain that comes twice the better rank counts. */
export function addListEntries(db: WritableDatabase, listId: number, entries: readonly ListEntry[]): void {
  const add = db.prepare(
    `INSERT INTO list_entry (domain, list_id, rank) VALUES (?, ?, ?)
      ON CONFLICT DO UPDATE SET rank = excluded.rank WHERE excluded.rank < rank`,
  );
  writeTransaction(db, () => {
    for (const { domain, rank } of entries) add.run(domain, listId, rank);
  });
}

/** Puts a list into force in place of one of the same name, and returns how many domains it holds. */
export function finishList(db: WritableDatabase, listId: number): number {
  return writeTransaction(db, () => {
    db.prepare('DELETE FROM list WHERE name = (SELECT substr(name, 2) FROM list WHERE id = ?)').run(listId);
    db.prepare(
      `UPDATE list SET name = substr(name, 2), entries = (SELECT count(*) FROM list_entry WHERE list_id = list.id)
        WHERE id = ?`,
    ).run(listId);
    return db.prepare<[number], number>('SELECT entries FROM list WHERE id = ?').pluck().get(listId) ?? 0;
  });
}

/** Throws a list away that was begun and not finished. */
export function discardList(db: WritableDatabase, listId: number): void {
  db.prepare('DELETE FROM list WHERE id = ? AND substr(name, 1, 1) = ?').run(listId, PENDING);
}
