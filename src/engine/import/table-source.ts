import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../contract/app-error.ts';
import type { SplitRow } from '../../core/formats/row-splitter.ts';
import { cannotRead, readFileBytes } from './file-text.ts';
import { isWorkbook, readWorkbook, type WorkbookSheetPart } from './xlsx-workbook.ts';
import { type OpenArchive, openArchive } from './zip-archive.ts';

/**
 * The tables in a file that somebody gave: most files are one, a zip archive holds one per file in it, a workbook one per sheet.
 * A table is known by its name inside the file, such as `Latest links.csv` or `book.xlsx › Sheet1`, and is imported on its own, so
 * that each link's provenance says which it came from.
 */
export type TableSource = TextSource | SheetSource;

export interface TextSource {
  readonly kind: 'text';
  /** For people: the file, and the table in it where it holds several. */
  readonly title: string;
  /** As stored. */
  readonly sizeBytes: number;
  /** Where the bytes lie by themselves, so that the end can be read first; null inside an archive. */
  readonly path: string | null;
  /** The content from its start, as often as it is asked for. `onRead` is told of bytes as stored. */
  bytes(onRead?: (byteCount: number) => void): AsyncGenerator<Uint8Array>;
  close(): void;
}

export interface SheetSource {
  readonly kind: 'sheet';
  readonly title: string;
  readonly sizeBytes: number;
  rows(onRead?: (byteCount: number) => void): AsyncGenerator<SplitRow[]>;
  close(): void;
}

/** What a file holds: one table, or several with their names. */
export type TableList = { readonly kind: 'one' } | { readonly kind: 'several'; readonly tables: readonly string[] };

/** Between the name of a file and what is in it. */
export const INSIDE = ' › ';
/** A workbook inside an archive is unpacked into memory. */
const MAX_NESTED_BYTES = 64 * 1024 ** 2;
/** All of them together while they are listed; those beyond are listed by their name alone. */
const MAX_LISTED_BYTES = 512 * 1024 ** 2;
const ZIP_MARK = 'PK\x03\x04';

/** How a table of a file is called: `bundle.zip › Latest links.csv`. */
export function tableTitle(path: string, table: string | null | undefined): string {
  return table == null ? basename(path) : `${basename(path)}${INSIDE}${table}`;
}

/** Lists the tables of a file without reading them. Throws `cannot-read`. */
export async function listTables(path: string): Promise<TableList> {
  if (!(await isZipFile(path))) return { kind: 'one' };
  const archive = await openArchive(path, basename(path));
  try {
    if (isWorkbook(archive)) {
      const { sheets } = await readWorkbook(archive);
      return sheets.length < 2 ? { kind: 'one' } : { kind: 'several', tables: sheetNames(sheets) };
    }
    const tables: string[] = [];
    const sizes = new Map(archive.entries.map(({ name, inflatedBytes }) => [name, inflatedBytes]));
    let bytesLeft = MAX_LISTED_BYTES;
    for (const name of visibleNames(archive)) {
      const sheets = bytesLeft > 0 ? await nestedSheets(archive, name) : null;
      if (sheets !== null) bytesLeft -= sizes.get(name) ?? 0;
      if (sheets === null || sheets.length < 2) tables.push(name);
      else tables.push(...sheetNames(sheets).map((sheet) => `${name}${INSIDE}${sheet}`));
    }
    return { kind: 'several', tables };
  } finally {
    archive.close();
  }
}

/**
 * Opens a table of a file; the caller closes it. Throws `cannot-read`, also where the file has no such table, and `wrong-use` where
 * it has several and none is named.
 */
export async function openTable(path: string, table: string | null): Promise<TableSource> {
  if (!(await isZipFile(path))) {
    if (table !== null) throw noSuchTable(path, table);
    return plainSource(path);
  }
  const archive = await openArchive(path, basename(path));
  try {
    return await (isWorkbook(archive) ? sheetSource(archive, path, table, '') : entrySource(archive, path, table));
  } catch (error) {
    archive.close();
    throw error;
  }
}

async function plainSource(path: string): Promise<TextSource> {
  const sizeBytes = await sizeOfFile(path);
  return {
    kind: 'text',
    title: basename(path),
    sizeBytes,
    path,
    bytes: (onRead) => readFileBytes(path, onRead),
    close() {},
  };
}

async function entrySource(archive: OpenArchive, path: string, table: string | null): Promise<TableSource> {
  const names = visibleNames(archive);
  if (names.length === 0)
    throw new AppError('cannot-read', 'The archive is empty. Download the export again.', { path });
  if (table === null) throw unnamedTable(path);
  const name = names.find((candidate) => table === candidate || table.startsWith(`${candidate}${INSIDE}`));
  const entry = archive.entries.find((candidate) => candidate.name === name);
  if (name === undefined || entry === undefined) throw noSuchTable(path, table);
  if (entry.problem !== null) throw new AppError('cannot-read', entry.problem, { path, table });
  if ((await headOf(archive, name)).startsWith(ZIP_MARK)) {
    const nested = await openNested(archive, name);
    if (!isWorkbook(nested)) {
      throw new AppError('cannot-read', 'This is an archive in an archive. Unpack it and import the exports in it.', {
        path,
        table,
      });
    }
    const source = await sheetSource(
      nested,
      path,
      table === name ? null : table.slice(name.length + INSIDE.length),
      name,
    );
    archive.close();
    return source;
  }
  return {
    kind: 'text',
    title: tableTitle(path, table),
    sizeBytes: entry.storedBytes,
    path: null,
    bytes: (onRead) => archive.bytes(name, onRead),
    close: () => archive.close(),
  };
}

/** @param inside the workbook's own name in an archive; empty where the file is the workbook. */
async function sheetSource(
  archive: OpenArchive,
  path: string,
  sheetName: string | null,
  inside: string,
): Promise<SheetSource> {
  const workbook = await readWorkbook(archive);
  const names = sheetNames(workbook.sheets);
  if (names.length === 0) throw new AppError('cannot-read', 'The workbook has no filled sheet.', { path });
  if (sheetName === null && names.length > 1) throw unnamedTable(path);
  const sheet = workbook.sheets[sheetName === null ? 0 : names.indexOf(sheetName)];
  if (sheet === undefined) throw noSuchTable(path, sheetName ?? '');
  const table = [inside, sheetName ?? ''].filter((part) => part !== '').join(INSIDE);
  return {
    kind: 'sheet',
    title: tableTitle(path, table === '' ? null : table),
    sizeBytes: sheet.storedBytes,
    rows: (onRead) => workbook.rows(sheet, onRead),
    close: () => archive.close(),
  };
}

/** Excel keeps names of sheets apart; other programs may not. */
function sheetNames(sheets: readonly WorkbookSheetPart[]): string[] {
  const names: string[] = [];
  for (const { name } of sheets) names.push(names.includes(name) ? `${name} (${names.length + 1})` : name);
  return names;
}

/** The files of an archive without what macOS and Windows leave in it. */
function visibleNames({ entries }: OpenArchive): string[] {
  const isHidden = (name: string): boolean => /(?:^|\/)(?:__MACOSX\/|\.(?!\.)|Thumbs\.db$|desktop\.ini$)/.test(name);
  return entries.flatMap(({ name }) => (isHidden(name) ? [] : name));
}

/** The sheets of a workbook in an archive; null for any other file. */
async function nestedSheets(archive: OpenArchive, name: string): Promise<readonly WorkbookSheetPart[] | null> {
  const entry = archive.entries.find((candidate) => candidate.name === name);
  if (entry === undefined || entry.problem !== null || entry.inflatedBytes > MAX_NESTED_BYTES) return null;
  try {
    if (!(await headOf(archive, name)).startsWith(ZIP_MARK)) return null;
    const nested = await openNested(archive, name);
    return isWorkbook(nested) ? (await readWorkbook(nested)).sheets : null;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

async function openNested(archive: OpenArchive, name: string): Promise<OpenArchive> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of archive.bytes(name)) {
    length += chunk.length;
    if (length > MAX_NESTED_BYTES) {
      throw new AppError('cannot-read', 'The workbook is too large to be read inside an archive. Unpack it first.');
    }
    chunks.push(chunk);
  }
  return openArchive(Buffer.concat(chunks), name);
}

async function headOf(archive: OpenArchive, name: string): Promise<string> {
  for await (const chunk of archive.bytes(name)) return Buffer.from(chunk.subarray(0, 4)).toString('latin1');
  return '';
}

async function isZipFile(path: string): Promise<boolean> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
      return bytesRead === 4 && buffer.toString('latin1') === ZIP_MARK;
    } finally {
      await file.close();
    }
  } catch (error) {
    throw cannotRead(path, error);
  }
}

async function sizeOfFile(path: string): Promise<number> {
  try {
    const file = await open(path);
    try {
      const stat = await file.stat();
      if (!stat.isFile()) throw new Error('it is no ordinary file');
      return stat.size;
    } finally {
      await file.close();
    }
  } catch (error) {
    throw cannotRead(path, error);
  }
}

function noSuchTable(path: string, table: string): AppError {
  return new AppError('cannot-read', `${basename(path)} holds no ${table}.`, { path, table });
}

function unnamedTable(path: string): AppError {
  return new AppError('wrong-use', `${basename(path)} holds several tables; say which is to be read.`, { path });
}
