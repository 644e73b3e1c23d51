import { createWriteStream } from 'node:fs';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { AppError } from '../contract/app-error.ts';
import { cannotWrite } from './cannot-write.ts';
import { type FlatRow, flatRow } from './flat-row.ts';
import { terminalTable } from './terminal-table.ts';

/**
 * Rows of a table in the formats the command line offers. CSV and XLSX cells are flattened to text, and cells that a
 * spreadsheet would take for a formula are neutralised: anchors and titles are written by strangers.
 */

export type RowFormat = 'table' | 'json' | 'csv' | 'xlsx';

export interface TableRows {
  readonly total: number;
  readonly rows: Iterable<object>;
}

export interface PrintOptions {
  readonly format: RowFormat;
  /** Name of the sheet of a workbook. */
  readonly title: string;
  /** The columns a terminal shows, most telling first; files get all. */
  readonly terminalColumns: readonly string[];
  /** File to write to; stdout where null. */
  readonly output: string | null;
}

/** Prints all rows. Throws `cannot-write`, or `wrong-use` for a workbook without a file to put it in. */
export async function printRows(
  { total, rows }: TableRows,
  { format, title, terminalColumns, output }: PrintOptions,
): Promise<void> {
  if (format === 'xlsx') return writeWorkbook(rows, title, output);
  try {
    await pipeline(Readable.from(textOf(format, total, rows, terminalColumns)), openOutput(output), {
      end: output !== null,
    });
  } catch (error) {
    if (output === null || (error as NodeJS.ErrnoException).code === undefined) throw error;
    throw cannotWrite(output, error);
  }
}

function openOutput(output: string | null): Writable {
  return output === null ? process.stdout : createWriteStream(output);
}

function textOf(format: Exclude<RowFormat, 'xlsx'>, total: number, rows: Iterable<object>, columns: readonly string[]) {
  switch (format) {
    case 'json':
      return jsonText(total, rows);
    case 'csv':
      return csvText(rows);
    case 'table':
      return terminalTable(
        total,
        [...rows].map((row) => pick(flatRow(row), columns)),
        process.stdout.columns ?? 120,
      );
  }
}

function pick(row: FlatRow, columns: readonly string[]): FlatRow {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
}

function* jsonText(total: number, rows: Iterable<object>): Generator<string> {
  yield `{"total":${total},"rows":[`;
  let separator = '\n';
  for (const row of rows) {
    yield separator + JSON.stringify(row);
    separator = ',\n';
  }
  yield '\n]}\n';
}

function csvText(rows: Iterable<object>): AsyncIterable<string> {
  const flat = Readable.from(flatRows(rows));
  return flat.pipe(stringify({ header: true, bom: true, escape_formulas: true, record_delimiter: 'windows' }));
}

function* flatRows(rows: Iterable<object>): Generator<FlatRow> {
  for (const row of rows) yield flatRow(row);
}

async function writeWorkbook(rows: Iterable<object>, title: string, output: string | null): Promise<void> {
  if (output === null) throw new AppError('wrong-use', 'A workbook needs a file: add -o name.xlsx.');
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const flat = [...rows].map(flatRow);
  const names = Object.keys(flat[0] ?? {});
  const header = names.map((value) => ({ value, fontWeight: 'bold' as const }));
  const cells = flat.map((row) => names.map((name) => workbookCell(row[name] ?? null)));
  try {
    await writeXlsxFile([header, ...cells], { sheet: title, stickyRowsCount: 1 }).toFile(output);
  } catch (error) {
    throw cannotWrite(output, error);
  }
}

/** Texts are stored as texts, which no spreadsheet evaluates. */
function workbookCell(value: string | number | null) {
  if (value === null) return null;
  return typeof value === 'number' ? { value, type: Number } : { value, type: String };
}
