import type Database from 'better-sqlite3';

/**
 * Connections to a project file, branded by what they may do. Only the writer thread holds a {@link WritableDatabase};
 * everything that answers a view takes a {@link ReadableDatabase}, which a writable one also is.
 */
declare const writable: unique symbol;
export type ReadableDatabase = Database.Database;
export type WritableDatabase = Database.Database & { readonly [writable]: true };

/** "ANCR" as a 32-bit number: what `file` and SQLite tools see in the header of a project file. */
export const APPLICATION_ID = 0x41_4e_43_52;
