import Database from 'better-sqlite3';

/**
 * How a project is written while another program writes it as well: each transaction takes the lock of the file before it reads
 * anything. SQLite waits for a lock that is asked for so; one that reads first and then finds that another has written in between
 * is refused at once.
 */

/** Asked each time the lock of the file was not to be had, with the time waited so far; false where to wait no longer. */
export type LockPatience = (waitedMs: number) => boolean;

/** Polled at short intervals, because whoever writes a batch after the other leaves the file free for a few milliseconds only. */
const POLLING_MS = 20;

const patienceOf = new WeakMap<Database.Database, LockPatience>();

/** Lets the transactions of a connection wait for the lock of the file as long as `patience` says; others wait as SQLite does. */
export function waitForLocks(db: Database.Database, patience: LockPatience): void {
  db.pragma(`busy_timeout = ${POLLING_MS}`);
  patienceOf.set(db, patience);
}

/** Does work that writes in one transaction, which holds the lock of the file from its beginning; within another one, as a part of that. */
export function writeTransaction<Result>(db: Database.Database, work: () => Result): Result {
  if (db.inTransaction) return work();
  const patience = patienceOf.get(db) ?? (() => false);
  const startedMs = performance.now();
  let isOurs = false;
  const transaction = db.transaction(() => {
    isOurs = true;
    return work();
  });
  for (;;) {
    try {
      return transaction.immediate();
    } catch (error) {
      if (isOurs || !isBusy(error) || !patience(performance.now() - startedMs)) throw error;
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}
