import { AppError } from '../../contract/app-error.ts';
import type { SplitRow } from '../../core/formats/row-splitter.ts';
import { createSharedStringsReader } from '../../core/formats/workbook/shared-strings.ts';
import { createSheetReader, type SheetSurroundings } from '../../core/formats/workbook/sheet-rows.ts';
import {
  parseDateStyles,
  parseWorkbookOutline,
  parseWorkbookRelations,
} from '../../core/formats/workbook/workbook-parts.ts';
import { MAX_INFLATED_BYTES } from './file-text.ts';
import type { OpenArchive } from './zip-archive.ts';

/**
 * Reads Excel workbooks row by row. Own code, because the known readers inflate the whole workbook and build all its rows before
 * they give out the first, and fill gaps between rows as wide as the file claims: neither bounds the memory.
 */
export interface Workbook {
  /** Sheets with rows, in the order of their tabs. */
  readonly sheets: readonly WorkbookSheetPart[];
  /** The rows of a sheet. Throws `cannot-read`. */
  rows(sheet: WorkbookSheetPart, onRead?: (byteCount: number) => void): AsyncGenerator<SplitRow[]>;
}

export interface WorkbookSheetPart {
  readonly name: string;
  /** Path in the archive. */
  readonly path: string;
  readonly storedBytes: number;
}

const OUTLINE = 'xl/workbook.xml';
/** A sheet is seen to be empty in its first bytes; those behind are formatting. */
const PEEKED_BYTES = 64 * 1024;
/** Outline, relations and styles. Styles of overgrown workbooks reach tens of megabytes. */
const MAX_PART_BYTES = 64 * 1024 ** 2;

/** True for an archive that is a workbook. */
export function isWorkbook({ entries }: OpenArchive): boolean {
  return entries.some((entry) => entry.name === OUTLINE);
}

/** Reads the outline of a workbook. Throws `cannot-read`. */
export async function readWorkbook(archive: OpenArchive): Promise<Workbook> {
  const outline = parseWorkbookOutline(await readPart(archive, OUTLINE));
  const relations = parseWorkbookRelations(await readPart(archive, 'xl/_rels/workbook.xml.rels'));
  const sheets: WorkbookSheetPart[] = [];
  for (const { name, relation } of outline.sheets) {
    const path = relations.get(relation);
    const entry = archive.entries.find((candidate) => candidate.name === path);
    if (entry === undefined || path === undefined || !(await hasCells(archive, path))) continue;
    sheets.push({ name, path, storedBytes: entry.storedBytes });
  }
  let surroundings: Promise<SheetSurroundings> | null = null;
  return {
    sheets,
    async *rows(sheet, onRead) {
      surroundings ??= readSurroundings(archive, outline.isFrom1904);
      yield* sheetRows(archive, sheet, await surroundings, onRead);
    },
  };
}

async function* sheetRows(
  archive: OpenArchive,
  { path }: WorkbookSheetPart,
  surroundings: SheetSurroundings,
  onRead?: (byteCount: number) => void,
): AsyncGenerator<SplitRow[]> {
  const reader = createSheetReader(surroundings);
  for await (const text of partText(archive, path, MAX_INFLATED_BYTES, onRead)) {
    yield reader.push(text);
    if (!reader.isSane()) throw new AppError('cannot-read', 'The workbook is damaged: a row of a sheet does not end.');
  }
}

async function readSurroundings(archive: OpenArchive, isFrom1904: boolean): Promise<SheetSurroundings> {
  const dateStyles = parseDateStyles(await readPart(archive, 'xl/styles.xml'));
  const reader = createSharedStringsReader();
  for await (const text of partText(archive, 'xl/sharedStrings.xml', MAX_INFLATED_BYTES)) {
    if (!reader.push(text)) {
      throw new AppError(
        'cannot-read',
        'The workbook holds more text than can be kept in memory. Save its sheet as CSV (UTF-8) and import that file.',
      );
    }
  }
  return { strings: reader.strings, dateStyles, isFrom1904 };
}

/** The text of a small part; empty where the workbook has none. */
async function readPart(archive: OpenArchive, path: string): Promise<string> {
  let whole = '';
  for await (const text of partText(archive, path, MAX_PART_BYTES)) whole += text;
  return whole;
}

async function hasCells(archive: OpenArchive, path: string): Promise<boolean> {
  let start = '';
  for await (const text of partText(archive, path, MAX_INFLATED_BYTES)) {
    start += text;
    if (start.length >= PEEKED_BYTES) return true;
  }
  return /<(?:\w+:)?c[\s>]/.test(start);
}

async function* partText(
  archive: OpenArchive,
  path: string,
  maxBytes: number,
  onRead?: (byteCount: number) => void,
): AsyncGenerator<string> {
  const entry = archive.entries.find((candidate) => candidate.name === path);
  if (entry === undefined) return;
  if (entry.inflatedBytes > maxBytes)
    throw new AppError('cannot-read', 'A part of the workbook is too large to be real.');
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of archive.bytes(path, onRead)) yield decoder.decode(chunk, { stream: true });
}
