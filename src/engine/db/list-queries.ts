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
 * 0 until it is complete, which is how readers know to leave it out. Random digits follow, then its name: two programs may
 * add lists of one name at the same time.
 */
const PENDING = '\u0001';
const RANDOM_DIGITS = 16;
const NAME_AT = PENDING.length + RANDOM_DIGITS + 1;

/**
 * Begins a list; it takes the place of one of the same name only with {@link finishList}. What is left of lists that were begun
 * a day before and never finished goes: nothing takes that long. Returns its id.
 */
export function startList(db: WritableDatabase, { name, kind, fileName, importedAt }: ListFacts): number {
  return writeTransaction(db, () => {
    db.prepare('DELETE FROM list WHERE substr(name, 1, 1) = ? AND julianday(imported_at) <= julianday(?) - 1').run(
      PENDING,
      importedAt,
    );
    return Number(
      db
        .prepare(
          `INSERT INTO list (name, kind, file_name, imported_at, entries)
            VALUES (? || hex(randomblob(${RANDOM_DIGITS / 2})) || ?, ?, ?, ?, 0)`,
        )
        .run(PENDING, name, kind, fileName, importedAt).lastInsertRowid,
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
    db.prepare(`DELETE FROM list WHERE name = (SELECT substr(name, ${NAME_AT}) FROM list WHERE id = ?)`).run(listId);
    db.prepare(
      `UPDATE list SET name = substr(name, ${NAME_AT}), entries = (SELECT count(*) FROM list_entry WHERE list_id = list.id)
        WHERE id = ?`,
    ).run(listId);
    return db.prepare<[number], number>('SELECT entries FROM list WHERE id = ?').pluck().get(listId) ?? 0;
  });
}

/** Throws a list away that was begun and not finished. */
export function discardList(db: WritableDatabase, listId: number): void {
  db.prepare('DELETE FROM list WHERE id = ? AND substr(name, 1, 1) = ?').run(listId, PENDING);
}
