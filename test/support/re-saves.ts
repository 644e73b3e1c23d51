import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { workbookOf, zipOf } from './zip-file.ts';

/** The cells of an export, row by row. */
export type Cells = readonly (readonly string[])[];

/** The ways in which people and spreadsheets save the same table again, by what they do. */
export const RE_SAVES: Readonly<Record<string, (cells: Cells) => Uint8Array | string>> = {
  'UTF-16, tabs': (cells) => iconv.encode(text(cells, { delimiter: '\t' }), 'utf16le', { addBOM: true }),
  'UTF-16 big-endian, commas': (cells) => iconv.encode(text(cells), 'utf16be', { addBOM: true }),
  'UTF-16 without a mark': (cells) => iconv.encode(text(cells, { delimiter: '\t' }), 'utf16le'),
  'a mark before a quoted name': (cells) => `\uFEFF${text(cells, { isQuoted: true })}`,
  semicolons: (cells) => text(cells, { delimiter: ';' }),
  tabs: (cells) => text(cells, { delimiter: '\t' }),
  bars: (cells) => text(cells, { delimiter: '|' }),
  CRLF: (cells) => text(cells, { lineEnd: '\r\n' }),
  'carriage returns alone': (cells) => text(cells, { lineEnd: '\r' }),
  'line ends of both kinds': (cells) =>
    cells.map((row, index) => text([row], { lineEnd: index % 2 === 0 ? '\n' : '\r\n' })).join(''),
  'no line end at the end': (cells) => text(cells).slice(0, -1),
  'a blank line behind each row': (cells) => cells.map((row) => `${text([row])}\n`).join(''),
  'every cell in quotes': (cells) => text(cells, { isQuoted: true }),
  "Excel's sep= line": (cells) => `sep=;\r\n${text(cells, { delimiter: ';', lineEnd: '\r\n' })}`,
  'lines before the names': (cells) => `Report for a client\nCreated 2026-01-01\n\n${text(cells)}`,
  'empty columns at the right': (cells) => text(cells.map((row) => [...row, '', '', '', '', '', ''])),
  "somebody's notes at the right": (cells) =>
    text(cells.map((row, index) => [...row, index === 0 ? 'My notes' : 'keep'])),
  'NUL characters': (cells) => text(cells).replaceAll('\n', '\0\n'),
  'dates with dots': (cells) => text(withDates(cells, '.'), { delimiter: ';' }),
  'German yes and no': (cells) => text(withFlags(cells, 'WAHR', 'FALSCH'), { delimiter: ';' }),
  'French yes and no': (cells) => text(withFlags(cells, 'VRAI', 'FAUX'), { delimiter: ';' }),
  'yes and no': (cells) => text(withFlags(cells, 'Yes', 'No')),
  'ones and zeros': (cells) => text(withFlags(cells, '1', '0')),
  gzip: (cells) => gzipSync(text(cells)),
  zip: (cells) => zipOf([{ name: TABLE, content: text(cells) }]),
  'a workbook': (cells) => workbookOf({ Links: sheetOf(cells) }),
  'a workbook with six empty columns': (cells) =>
    workbookOf({ Links: sheetOf(cells.map((row) => [...row, '', '', '', '', '', ''])) }),
};

/** What the table in the zip archive is called. */
export const TABLE = 'export.csv';

interface TextForm {
  readonly delimiter?: string;
  readonly lineEnd?: string;
  readonly isQuoted?: boolean;
}

function text(cells: Cells, { delimiter = ',', lineEnd = '\n', isQuoted = false }: TextForm = {}): string {
  const written = (cell: string): string =>
    isQuoted || cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return cells.map((row) => row.map(written).join(delimiter) + lineEnd).join('');
}

function withDates(cells: Cells, mark: string): Cells {
  return cells.map((row) => row.map((cell) => cell.replace(/^(\d{4})-(\d\d)-(\d\d)( .*)?$/, `$3${mark}$2${mark}$1`)));
}

function withFlags(cells: Cells, yes: string, no: string): Cells {
  return cells.map((row) => row.map((cell) => cell.replace(/^true$/i, yes).replace(/^false$/i, no)));
}

function sheetOf(cells: Cells): string {
  const cell = (value: string): string => `<c t="inlineStr"><is><t>${escapeXml(value)}</t></is></c>`;
  return cells.map((row) => `<row>${row.map(cell).join('')}</row>`).join('');
}

function escapeXml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
