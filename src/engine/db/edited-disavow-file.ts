import { type CarriedEntry, readCarried, writeCarried } from './carried-entries.ts';
import { type KeptFile, keepVersion } from './disavow-queries.ts';
import type { WritableDatabase } from './project-database.ts';
import { writeTransaction } from './write-transaction.ts';

/** A file from the editor, with the entries in it that no verdict stands for. */
export interface EditedFile {
  readonly file: KeptFile;
  /** All normalised entries of the file that are carried over already or match nothing in the project. */
  readonly unmatched: readonly CarriedEntry[];
}

/** Keeps an edited file as a version. Carried entries that were taken out of it go; new ones stay for the next build. */
export function keepEditedFile(db: WritableDatabase, { file, unmatched }: EditedFile): number {
  return writeTransaction(db, () => {
    const wanted = new Map(unmatched.map((one) => [one.entry, one]));
    const groups = readCarried(db).map(({ fileName, decisionId, entries }) => ({
      fileName,
      decisionId,
      entries: entries.filter(({ entry }) => wanted.has(entry)),
    }));
    for (const { entries } of groups) for (const { entry } of entries) wanted.delete(entry);
    writeCarried(db, [{ fileName: file.fileName, decisionId: null, entries: [...wanted.values()] }, ...groups]);
    return keepVersion(db, file);
  });
}
