import { basename } from 'node:path';
import { AppError, errorBody } from '../../contract/app-error.ts';
import type { MappingPreset } from '../../contract/imports.ts';
import type { ImportRow } from '../../contract/rows.ts';
import type { ColumnMapping } from '../../core/formats/column-mapping.ts';
import type { TextEncoding } from '../../core/formats/text-encoding.ts';
import { findSameImport, readImport, type UnfinishedImport, unfinishedImportsOf } from '../db/import-queries.ts';
import type { MergeCounts } from '../db/merge-batch.ts';
import type { ProjectWriter } from '../db/project-writer.ts';
import { readSettings } from '../db/setting-queries.ts';
import { type FileStamp, requireUnchanged, stampOf } from '../import/file-stamp.ts';
import { findPreset } from '../import/find-preset.ts';
import { hashFile } from '../import/hash-file.ts';
import type { ExportOpened } from '../import/read-export.ts';
import { readExportInThread } from '../import/read-in-thread.ts';
import { listTables, tableTitle } from '../import/table-source.ts';
import { type OpenProject, writerOf } from '../open-projects.ts';
import { buildOrderIndexes } from './build-order-indexes.ts';
import { type ImportedFile, type ImportOutcome, isCutShort, isOfProject, type RefusedFile } from './import-outcome.ts';
import { createFileProgress, type FileProgress } from './import-progress.ts';
import type { JobControl } from './job-control.ts';

/** One file to import and what people said about reading it. */
export interface ImportRequest {
  readonly path: string;
  /** Format id; found out where not given. */
  readonly format?: string | undefined;
  readonly mapping?: ColumnMapping | undefined;
  /** Found out where not given. */
  readonly encoding?: TextEncoding | undefined;
  /** Mappings to choose from by the columns of a file no vendor is known by, where neither of the above is given. */
  readonly presets?: readonly MappingPreset[] | undefined;
}

/**
 * Imports files one after the other, and each table of a file that holds several on its own. What cannot be read is an outcome, not an
 * end: the others are still imported. What the project cannot take, its disk being full or the file in use, ends the work. Cancelling takes back the table that was being read; those before it stay. A table whose import
 * was killed is gone on with behind its last finished batch.
 */
export async function importExports(
  project: OpenProject,
  requests: readonly ImportRequest[],
  control: JobControl,
  now: () => string,
): Promise<ImportOutcome[]> {
  const outcomes: ImportOutcome[] = [];
  const progress = createFileProgress(control, requests.length);
  for (const request of requests) {
    await control.whenRunning();
    outcomes.push(...(await importFile(project, request, control, progress, now)));
    if (control.signal.aborted || outcomes.some(isCutShort)) break;
  }
  await writerOf(project).run('inheritDomainVerdicts');
  if (control.signal.aborted) throw new AppError('cancelled', 'The import was cancelled.', { finished: outcomes });
  return outcomes;
}

async function importFile(
  project: OpenProject,
  request: ImportRequest,
  control: JobControl,
  progress: FileProgress,
  now: () => string,
): Promise<ImportOutcome[]> {
  let file: FileToImport;
  try {
    file = await lookInto(request);
  } catch (error) {
    progress.tablesFound(0);
    return [refusedTable(request, null, error)];
  }
  progress.tablesFound(file.tables.length);
  const imported: ImportedFile[] = [];
  const refused: RefusedFile[] = [];
  for (const table of file.tables) {
    try {
      imported.push(await importTable(project, file, table, control, progress, now()));
    } catch (error) {
      if (control.signal.aborted) break;
      refused.push(refusedTable(request, table, error));
      if (refused.some(isCutShort)) break;
    }
    progress.tableEnded();
  }
  return [...imported, ...refused];
}

interface FileToImport {
  readonly request: ImportRequest;
  readonly fileHash: string;
  readonly stamp: FileStamp;
  /** Names of its tables; null for a file that is one table. */
  readonly tables: readonly (string | null)[];
}

async function lookInto(request: ImportRequest): Promise<FileToImport> {
  const stamp = await stampOf(request.path);
  const fileHash = await hashFile(request.path);
  const list = await listTables(request.path);
  const file = { request, fileHash, stamp };
  if (list.kind === 'one') return { ...file, tables: [null] };
  if (list.tables.length > 0) return { ...file, tables: list.tables };
  throw new AppError('cannot-read', 'The archive is empty. Download the export again.', { path: request.path });
}

function refusedTable(request: ImportRequest, table: string | null, error: unknown): RefusedFile {
  return {
    kind: 'refused',
    file: tableTitle(request.path, table),
    error: errorBody(error),
    bundle: table === null ? null : basename(request.path),
  };
}

async function importTable(
  project: OpenProject,
  file: FileToImport,
  table: string | null,
  control: JobControl,
  progress: FileProgress,
  now: string,
): Promise<ImportedFile> {
  const writer = writerOf(project);
  const { request: asked, fileHash, stamp } = file;
  const { sites: siteHosts } = readSettings(project.reader);
  const isTold = asked.format !== undefined || asked.mapping !== undefined;
  const preset = isTold ? null : await findPreset(asked.path, table, asked.presets ?? [], asked.encoding);
  const request: ImportRequest = preset === null ? asked : { ...asked, mapping: preset.mapping };
  const options = JSON.stringify({
    format: request.format ?? null,
    mapping: request.mapping ?? null,
    siteHosts,
    ...(table === null ? {} : { table }),
    ...(request.encoding === undefined ? {} : { encoding: request.encoding }),
  });
  const title = tableTitle(request.path, table);
  const same = findSameImport(project.reader, fileHash, options);
  if (same !== null) return repeatOf(same, title);
  const half = await takeUp(project, fileHash, options);
  const read = readOptions(request, table, siteHosts, half?.lastLine ?? 0);
  let open: { readonly id: number; readonly file: ExportOpened } | null = null;
  let counts: MergeCounts = half ?? NO_ROWS;
  try {
    for await (const event of readExportInThread(request.path, read, control.signal)) {
      if (event.kind === 'opened') {
        const { fileName, sizeBytes, format, vendor, confidence, metrics } = event;
        if (half !== null && half.format !== format) {
          await takeBack(writer, half.id);
          return await importTable(project, file, table, control, progress, now);
        }
        const start = { fileName, fileHash, sizeBytes, options, format, vendor, confidence, metrics, importedAt: now };
        open = { id: half?.id ?? (await writer.run('startImport', start)), file: event };
        if (half !== null) await writer.run('resumeImport', half.id);
      } else if (event.kind === 'batch' && open !== null) {
        counts = sumOf(counts, await writer.run('mergePacked', open.id, open.file.vendor, event.packs));
        progress.bytesRead(event.bytesRead, event.totalBytes);
        await control.whenRunning();
      }
    }
    await requireUnchanged(asked.path, stamp);
  } catch (error) {
    if (open !== null)
      await (isOfProject(errorBody(error)) ? leaveOff(writer, open.id, counts) : takeBack(writer, open.id));
    throw error;
  }
  if (open === null) throw new AppError('cannot-read', `${title} ended before its first row.`);
  await writer.run('endMerge', open.id);
  await buildIndexes(writer);
  await writer.run('finishImport', open.id, 'done', counts);
  const { format, confidence } = open.file;
  const named = preset === null ? {} : { preset: preset.name };
  const rejections = readImport(project.reader, open.id)?.rejections ?? {};
  return {
    kind: 'imported',
    file: title,
    format,
    confidence,
    ...counted(counts),
    rejections,
    isRepeat: false,
    ...named,
  };
}

const NO_ROWS: MergeCounts = { accepted: 0, duplicates: 0, rejected: 0 };

function sumOf(one: MergeCounts, other: MergeCounts): MergeCounts {
  return {
    accepted: one.accepted + other.accepted,
    duplicates: one.duplicates + other.duplicates,
    rejected: one.rejected + other.rejected,
  };
}

function counted({ accepted, duplicates, rejected }: MergeCounts): Pick<ImportedFile, 'rows' | keyof MergeCounts> {
  return { rows: accepted + duplicates + rejected, accepted, duplicates, rejected };
}

/**
 * The import of this file that was interrupted, to be gone on with behind its last finished batch; null where there is none. What an
 * interrupted import that read the file in another way left behind is taken back.
 */
async function takeUp(project: OpenProject, fileHash: string, options: string): Promise<UnfinishedImport | null> {
  let half: UnfinishedImport | null = null;
  for (const unfinished of unfinishedImportsOf(project.reader, fileHash)) {
    if (half === null && unfinished.options === options) half = unfinished;
    else await takeBack(writerOf(project), unfinished.id);
  }
  return half;
}

/** Leaves what was read of an import, to be gone on with. Where even that cannot be noted, the next opening of the project does. */
async function leaveOff(writer: ProjectWriter, importId: number, counts: MergeCounts): Promise<void> {
  await writer.run('finishImport', importId, 'failed', counts).catch((error: unknown) => {
    if (!isOfProject(errorBody(error))) throw error;
  });
}

/** Removes an import that did not come to its end and what it may have added to the roll-ups of domains; brings back what it dropped. */
async function takeBack(writer: ProjectWriter, importId: number): Promise<void> {
  await writer.run('removeImport', importId);
  await writer.run('refreshDomains');
  await buildOrderIndexes(writer);
}

/** What rows are found by, one after the other as in `buildOrderIndexes`. */
async function buildIndexes(writer: ProjectWriter): Promise<void> {
  while (await writer.run('buildLinkIndex'));
}

/** The outcome of a file that is in the project already: all its good rows are known, and its bad rows are as bad. */
function repeatOf(same: ImportRow, file: string): ImportedFile {
  const { format, confidence, rows, rejected, rejections } = same;
  const duplicates = rows - rejected;
  const counts = { rows, accepted: 0, duplicates, rejected, rejections };
  return { kind: 'imported', file, format, confidence, ...counts, isRepeat: true };
}

function readOptions(
  { format, mapping, encoding }: ImportRequest,
  table: string | null,
  siteHosts: readonly string[],
  afterLine: number,
) {
  return {
    siteHosts,
    afterLine,
    ...(table === null ? {} : { table }),
    ...(format === undefined ? {} : { format }),
    ...(mapping === undefined ? {} : { mapping }),
    ...(encoding === undefined ? {} : { encoding }),
  };
}
