import { type ColumnDecisions, observeColumns } from '../../core/formats/column-decisions.ts';
import { detectAsTold, type ToldFormat } from '../../core/formats/detect-as-told.ts';
import { type Delimiter, detectLayout, detectLineEnd, splitSample } from '../../core/formats/detect-layout.ts';
import type { Detection } from '../../core/formats/detection.ts';
import { parseJsonRows } from '../../core/formats/json-rows.ts';
import type { Quote } from '../../core/formats/quoted-reader.ts';
import type { SplitRow } from '../../core/formats/row-splitter.ts';
import { TEXT_ENCODINGS, type TextEncoding } from '../../core/formats/text-encoding.ts';
import { createTextReader, inflateBytes } from './file-text.ts';
import { sniffBytes } from './sniff-bytes.ts';
import type { TableSource, TextSource } from './table-source.ts';
import { readTail, type TextLayout, textRows } from './text-rows.ts';

/** How a file is to be read. Everything but the client's hosts is found out where it is not given. */
export interface ReadOptions extends ToldFormat {
  /** The client's own hosts. */
  readonly siteHosts: readonly string[];
  /** Which table of a file that holds several, by its name inside the file. */
  readonly table?: string;
  /** Rows up to this line are left out, because an import that was interrupted has merged them. */
  readonly afterLine?: number;
  /** The encoding of text, against what its bytes say. */
  readonly encoding?: TextEncoding;
}

/** A table after a look at its beginning: what it is and how to read it, or why it cannot be read. */
export type ExaminedExport = ExaminedTable | UnreadableFile;

export interface ExaminedTable {
  readonly kind: 'table';
  /** The file's name, with the table's behind it where the file holds several. */
  readonly fileName: string;
  /** As stored. */
  readonly sizeBytes: number;
  /** For people: an encoding of text, `xlsx` or `json`. */
  readonly encoding: TextEncoding | 'xlsx' | 'json';
  /** Empty where cells are kept apart by other means. */
  readonly delimiter: Delimiter | '';
  readonly quote: Quote;
  readonly detection: Detection;
  readonly decisions: ColumnDecisions;
  /** The first rows, preamble and header included. */
  readonly sample: readonly SplitRow[];
  /** All rows from the start, preamble and header included, in pieces. Throws `cannot-read`. */
  rows(onRead?: (byteCount: number) => void): AsyncGenerator<SplitRow[]>;
}

export interface UnreadableFile {
  readonly kind: 'unreadable';
  readonly fileName: string;
  readonly sizeBytes: number;
  /** `wrong-use` where not the file but the format or mapping asked for is at fault. */
  readonly code: 'cannot-read' | 'wrong-use';
  /** What the file is and what to do. */
  readonly message: string;
}

/** Enough for the 1,000 rows of the sample in every known export. */
const SAMPLE_BYTES = 1024 * 1024;
const SAMPLE_ROWS = 1000;
/** The delimiter shows in the first rows. */
const DELIMITER_CHARS = 64 * 1024;
/** Rows that are asked for the order of day and month and the decimal sign … */
const ASKED_ROWS = 20_000;
/** … and how far is gone on while a date of one order only has not come up. */
const MOST_ASKED_ROWS = 200_000;
/** A look ends here, 100 MB into an archive, whatever rows have come: hostile files have none for gigabytes. */
const MOST_PIECES = 1500;
/** API answers are read at once; larger ones are paged by every vendor. */
const MAX_JSON_BYTES = 128 * 1024 ** 2;

/** Looks at the beginning of a table. Throws `cannot-read` for a damaged archive or workbook. */
export async function examineTable(source: TableSource, options: ReadOptions): Promise<ExaminedExport> {
  const layout = await (source.kind === 'sheet' ? sheetLayout(source) : textLayout(source, options.encoding));
  const { title: fileName, sizeBytes } = source;
  if (typeof layout === 'string') {
    return { kind: 'unreadable', fileName, sizeBytes, code: 'cannot-read', message: layout };
  }
  const { encoding, delimiter, quote, sample, rows } = layout;
  const detected = detectAsTold({ rows: sample.map((row) => row.fields) }, options);
  if (typeof detected === 'string') {
    return { kind: 'unreadable', fileName, sizeBytes, code: 'wrong-use', message: detected };
  }
  const detection = { ...detected, reasons: [...detected.reasons, ...lettersTold(encoding, options)] };
  const decisions = await askRows(layout, detection);
  return { kind: 'table', fileName, sizeBytes, encoding, delimiter, quote, detection, decisions, sample, rows };
}

/** What an encoding was concluded from where it is told by letters: nobody has to trust it unseen. */
function lettersTold(encoding: ExaminedTable['encoding'], options: ReadOptions): string[] {
  const isGiven = options.encoding !== undefined;
  if (isGiven || encoding === 'xlsx' || encoding === 'json' || encoding.startsWith('utf-')) return [];
  return [`letters read as ${TEXT_ENCODINGS[encoding]}`];
}

async function* firstPieces(rows: AsyncGenerator<SplitRow[]>): AsyncGenerator<SplitRow[], void, void> {
  let count = 0;
  for await (const piece of rows) {
    yield piece;
    count += 1;
    if (count === MOST_PIECES) return;
  }
}

/** The rows of a sample behind the header. */
export function dataRows(sample: readonly SplitRow[], detection: Detection): readonly SplitRow[] {
  return sample.slice(detection.headerRow === null ? 0 : detection.headerRow + 1);
}

/** How the rows of a table are got at. */
interface TableLayout extends Pick<ExaminedTable, 'encoding' | 'delimiter' | 'quote' | 'sample' | 'rows'> {
  /** Rows near the end, where they can be read without all before them. */
  readonly lastRows: () => Promise<readonly SplitRow[]>;
}

const NO_ROWS = (): Promise<readonly SplitRow[]> => Promise.resolve([]);
const EMPTY = 'The file is empty. Download the export again.';

async function sheetLayout(source: TableSource & { readonly kind: 'sheet' }): Promise<TableLayout> {
  const sample: SplitRow[] = [];
  for await (const rows of firstPieces(source.rows())) {
    sample.push(...rows.slice(0, SAMPLE_ROWS - sample.length));
    if (sample.length >= SAMPLE_ROWS) break;
  }
  return {
    encoding: 'xlsx',
    delimiter: '',
    quote: '"',
    sample,
    rows: (onRead) => source.rows(onRead),
    lastRows: NO_ROWS,
  };
}

/** The layout of a text, or a sentence saying why it is no table. */
async function textLayout(source: TextSource, given?: TextEncoding): Promise<TableLayout | string> {
  const stored = await readHead(source.bytes());
  if (stored.length === 0) return EMPTY;
  const outer = sniffBytes(stored);
  const isGzip = outer.kind === 'gzip';
  const bytes: TextSource['bytes'] = isGzip
    ? (onRead) => inflateBytes(source.bytes(onRead), source.title)
    : (onRead) => source.bytes(onRead);
  const head = isGzip ? await readHead(bytes()) : stored;
  const sniffed = isGzip ? sniffBytes(head) : outer;
  if (sniffed.kind === 'refused') return sniffed.message;
  if (sniffed.kind === 'gzip') return 'The file is compressed twice. Unpack it and import the result.';
  if (sniffed.kind === 'json') return jsonLayout(bytes);
  const encoding = given ?? sniffed.encoding;
  const text = createTextReader(encoding).write(head);
  if (text.trim() === '') return EMPTY;
  const lineEnd = detectLineEnd(text);
  const isCut = head.length === SAMPLE_BYTES;
  const wholeRows = isCut ? cutAtLineEnd(text, text.length - 1, lineEnd) : text;
  const layout: TextLayout = { encoding, ...detectLayout(cutAtLineEnd(wholeRows, DELIMITER_CHARS, lineEnd), lineEnd) };
  const rows = splitSample(wholeRows, layout);
  if (isCut && rows.at(-1)?.problem !== null) rows.pop();
  return {
    encoding,
    delimiter: layout.delimiter,
    quote: layout.quote,
    sample: rows.slice(0, SAMPLE_ROWS),
    rows: (onRead) => textRows(bytes(onRead), layout),
    lastRows: source.path === null || isGzip ? NO_ROWS : readTail.bind(null, source.path, source.sizeBytes, layout),
  };
}

async function jsonLayout(bytes: TextSource['bytes']): Promise<TableLayout | string> {
  const text = createTextReader('utf-8');
  let [whole, length] = ['', 0];
  for await (const chunk of bytes()) {
    length += chunk.length;
    if (length > MAX_JSON_BYTES) return 'The JSON file is larger than 128 MB. Export the links as CSV instead.';
    whole += text.write(chunk);
  }
  const rows = parseJsonRows(whole + text.end());
  if (rows === null) return 'This is JSON without a list of links in it. Export the links as CSV instead.';
  const read: TableLayout['rows'] = async function* (onRead) {
    onRead?.(length);
    yield rows;
  };
  return {
    encoding: 'json',
    delimiter: '',
    quote: '"',
    sample: rows.slice(0, SAMPLE_ROWS),
    rows: read,
    lastRows: NO_ROWS,
  };
}

/**
 * Decides how ambiguous cells are read. The sample is not enough: the first date that can only be day first may stand in row 5,000,
 * and by then thousands would have been read the other way.
 */
async function askRows(layout: TableLayout, detection: Detection): Promise<ColumnDecisions> {
  const isTyped = layout.encoding === 'xlsx' || layout.encoding === 'json';
  const observer = observeColumns(detection.columns, detection.header.length, { isTyped });
  if (detection.refusal !== null) return observer.decide();
  let position = 0;
  const first = detection.headerRow === null ? 0 : detection.headerRow + 1;
  let isCutOff = false;
  for await (const rows of firstPieces(layout.rows())) {
    for (const row of rows) {
      if (position >= first && row.problem === null) observer.observe(row.fields);
      position += 1;
    }
    isCutOff = position >= (observer.isOpen() ? MOST_ASKED_ROWS : ASKED_ROWS);
    if (isCutOff) break;
  }
  if (isCutOff) {
    const width = detection.header.length;
    for (const row of await layout.lastRows()) {
      if (row.problem === null && row.fields.length === width) observer.observe(row.fields);
    }
  }
  return observer.decide();
}

/** The whole rows among the first characters of a text; all of it where it is one row. */
function cutAtLineEnd(text: string, chars: number, lineEnd: string): string {
  return text.length <= chars ? text : text.slice(0, text.lastIndexOf(lineEnd, chars) + 1) || text;
}

async function readHead(bytes: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= SAMPLE_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, SAMPLE_BYTES);
}
