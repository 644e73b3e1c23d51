import type { RejectReason } from '../core/model/export-record.ts';

/** What the import screen shows of a file before it is imported. */
export interface ExportPreviewAnswer {
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly encoding: string;
  readonly delimiter: string;
  readonly format: string;
  readonly formatTitle: string;
  readonly vendor: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reasons: readonly string[];
  readonly kind: 'links' | 'domains' | 'refused';
  /** Why the file is refused and what to do instead; null when it is not. */
  readonly refusal: string | null;
  readonly columns: readonly PreviewColumn[];
  /** The first rows as they stand in the file. */
  readonly sampleRows: readonly (readonly string[])[];
  /** Counts over the rows that were looked at. */
  readonly sampled: {
    readonly rows: number;
    readonly accepted: number;
    readonly rejected: Readonly<Partial<Record<RejectReason, number>>>;
  };
  /** The host most rows link to where it is not the client's; null otherwise. */
  readonly foreignHost: string | null;
  /**
   * The tables of an archive or a workbook, each imported on its own; empty for a file that is one table. The rest of the answer
   * then describes the first that can be imported, with the counts of all.
   */
  readonly tables: readonly PreviewTable[];
  /** True when the same file has been imported before. */
  readonly alreadyImported: boolean;
}

/** One table of a file that holds several. */
export interface PreviewTable {
  /** Name inside the file. */
  readonly name: string;
  readonly format: string;
  readonly formatTitle: string;
  readonly kind: 'links' | 'domains' | 'refused';
  readonly refusal: string | null;
  /** Rows that were looked at, and how many of them can be imported. */
  readonly rows: number;
  readonly accepted: number;
}

export interface PreviewColumn {
  readonly name: string;
  /** The role the column plays (source, target, anchor …), or null when it is not used. */
  readonly role: string | null;
  readonly examples: readonly string[];
}

export interface MappingPreset {
  /** Whether it is kept in the project file or holds for all projects of the user. */
  readonly scope: 'project' | 'user';
  readonly name: string;
  readonly header: readonly string[];
  readonly mapping: Readonly<Record<string, string>>;
}
