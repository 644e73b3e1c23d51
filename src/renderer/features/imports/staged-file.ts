import type { ExportSource } from '../../../contract/engine-contract.ts';
import type { ExportPreviewAnswer } from '../../../contract/imports.ts';
import type { TextEncoding } from '../../../core/formats/text-encoding.ts';

/** Which column plays which role: a column's name, or `#` and its number from 1 where a name would not tell it. */
export type Mapping = Readonly<Record<string, string>>;

/** A file that was dropped or chosen and is not yet imported. */
export interface StagedFile {
  readonly key: string;
  readonly name: string;
  /** Null for files the engine reads where they lie. */
  readonly file: File | null;
  readonly source: ExportSource | null;
  /** Which engine an upload went to; uploads end with their engine. */
  readonly generation: number;
  readonly phase: 'sending' | 'looking' | 'ready' | 'failed';
  readonly sentBytes: number;
  /** What was detected. */
  readonly preview: ExportPreviewAnswer | null;
  /** Chosen by hand; null for what was detected. */
  readonly encoding: TextEncoding | null;
  readonly mapping: Mapping | null;
  /** The counts under the mapping; null while there is none or its answer is awaited. */
  readonly mapped: ExportPreviewAnswer | null;
  readonly isIncluded: boolean;
  readonly error: unknown;
  /** Stops the work under way. */
  readonly stop: AbortController | null;
}

/** A file just added, before anything is known of it. */
export function newStagedFile(name: string, file: File | null, source: ExportSource | null): StagedFile {
  return {
    key: crypto.randomUUID(),
    name,
    file,
    source,
    generation: 0,
    phase: file === null ? 'looking' : 'sending',
    sentBytes: 0,
    preview: null,
    encoding: null,
    mapping: null,
    mapped: null,
    isIncluded: true,
    error: null,
    stop: null,
  };
}

/** True when a mapping says enough to be tried. */
export function isMappingComplete(mapping: Mapping): boolean {
  return mapping.source !== undefined || mapping.domain !== undefined;
}

/** True for files nothing is known about until somebody says what the columns mean. */
export function needsMapping({ preview }: StagedFile): boolean {
  return preview !== null && preview.kind === 'refused' && preview.format === 'unknown' && preview.columns.length > 0;
}

/** True where the columns were guessed from a table no vendor is known by, so that a look at them is worth it. */
export function isGuessed({ preview }: StagedFile): boolean {
  return preview !== null && preview.kind !== 'refused' && preview.format.startsWith('generic-');
}

/** True when the file would be imported now. */
export function isImportable(staged: StagedFile): boolean {
  const answer = staged.mapping === null ? staged.preview : staged.mapped;
  return staged.phase === 'ready' && staged.isIncluded && answer !== null && answer.kind !== 'refused';
}
