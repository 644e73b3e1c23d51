import type { ErrorBody } from '../../contract/app-error.ts';
import type { ImportRow } from '../../contract/rows.ts';
import type { MergeCounts } from '../db/merge-batch.ts';

/** What became of one table: a file, or a part of one that holds several. */
export type ImportOutcome = ImportedFile | RefusedFile;

export interface ImportedFile extends MergeCounts {
  readonly kind: 'imported';
  /** Name of the file, with the table's behind it where the file holds several: `bundle.zip › Latest links.csv`. */
  readonly file: string;
  readonly format: string;
  readonly confidence: number;
  /** rows = accepted + duplicates + rejected. */
  readonly rows: number;
  /** Rejected rows by reason. */
  readonly rejections: ImportRow['rejections'];
  /** True when the same file had been imported before and nothing was added. */
  readonly isRepeat: boolean;
  /** Name of the preset that told the columns. */
  readonly preset?: string;
}

export interface RefusedFile {
  readonly kind: 'refused';
  readonly file: string;
  readonly error: ErrorBody;
  /** The file that holds the table, where it holds several; null for a file that is one table. */
  readonly bundle: string | null;
}

/** True for a table that was read in part, or not at all, because of the project and not of the file. */
export function isCutShort(outcome: ImportOutcome): boolean {
  return outcome.kind === 'refused' && isOfProject(outcome.error);
}

/** True for what the project could not take, its disk being full or the file in use. */
export function isOfProject({ code }: ErrorBody): boolean {
  return code === 'cannot-write' || code === 'project-locked';
}
