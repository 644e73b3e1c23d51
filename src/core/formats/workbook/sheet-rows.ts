import { MAX_ROW_CHARS, type SplitRow } from '../row-splitter.ts';
import { unescapeText } from './shared-strings.ts';
import { createXmlReader } from './xml-events.ts';

/** What the cells of a sheet refer to. */
export interface SheetSurroundings {
  readonly strings: readonly string[];
  /** Cell styles that show dates. */
  readonly dateStyles: ReadonlySet<number>;
  readonly isFrom1904: boolean;
}

export interface SheetReader {
  /** The rows completed by this piece of XML, numbered as in the sheet; rows without a filled cell are left out. */
  push(xml: string): SplitRow[];
  /** False when more XML has passed without the end of a row than any real row takes. */
  isSane(): boolean;
}

/** No export is wider; spreadsheets go to 16,384. */
const MAX_COLUMNS = 1000;
const MAX_SILENT_CHARS = 16_000_000;

/**
 * Reads the XML of a sheet as it streams in, in memory that does not grow with the sheet. Texts stay as they are, numbers lose the
 * noise of their binary form, numbers shown as dates become ISO dates, errors such as `#NAME?` become empty cells.
 */
export function createSheetReader(surroundings: SheetSurroundings): SheetReader {
  let rows: SplitRow[] = [];
  let fields: string[] = [];
  let line = 0;
  let rowChars = 0;
  let isTooLong = false;
  let silentChars = 0;
  let cell: Cell | null = null;
  let isInValue = false;

  const xml = createXmlReader({
    open(name, attributes) {
      if (name === 'c') {
        const column = columnOf(attributes['r']) ?? fields.length;
        cell = { column, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? -1), text: '' };
      } else if (name === 'v' || name === 't') isInValue = cell !== null;
      else if (name === 'row') startRow(attributes['r']);
    },
    text(text) {
      if (!isInValue || cell === null || isTooLong) return;
      rowChars += text.length;
      if (rowChars > MAX_ROW_CHARS) isTooLong = true;
      else cell.text += text;
    },
    close(name) {
      if (name === 'v' || name === 't') isInValue = false;
      else if (name === 'c') endCell();
      else if (name === 'row') endRow();
    },
  });

  function startRow(number: string | undefined): void {
    const told = Number(number);
    line = Number.isSafeInteger(told) && told > line ? told : line + 1;
    fields = [];
    rowChars = 0;
    isTooLong = false;
  }

  function endCell(): void {
    if (cell === null) return;
    if (cell.column >= MAX_COLUMNS) isTooLong = true;
    else {
      while (fields.length < cell.column) fields.push('');
      const text = readCell(cell, surroundings);
      rowChars += cell.type === 's' ? text.length : 0;
      fields[cell.column] = text;
    }
    cell = null;
  }

  function endRow(): void {
    silentChars = 0;
    if (rowChars > MAX_ROW_CHARS) isTooLong = true;
    if (!isTooLong && fields.every((field) => field === '')) return;
    rows.push(isTooLong ? longRow(line, fields) : sheetRow(line, fields));
  }

  return {
    push(text) {
      silentChars += text.length;
      rows = [];
      xml.write(text);
      return rows;
    },
    isSane: () => silentChars <= MAX_SILENT_CHARS,
  };
}

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  text: string;
}

function readCell({ type, style, text }: Cell, { strings, dateStyles, isFrom1904 }: SheetSurroundings): string {
  switch (type) {
    case 's':
      return strings[Number(text)] ?? '';
    case 'inlineStr':
    case 'str':
      return unescapeText(text);
    case 'b':
      return text === '1' ? 'TRUE' : 'FALSE';
    case 'e':
      return '';
    case 'd':
      return text;
    default: {
      const value = Number(text);
      if (text.trim() === '' || !Number.isFinite(value)) return text;
      return dateStyles.has(style) ? dateOfDayNumber(value, isFrom1904) : String(value);
    }
  }
}

/**
 * The ISO date of a spreadsheet's day number, with the time where it has one; other numbers stay numbers.
 *
 * @example dateOfDayNumber(45000.5, false) === '2023-03-15 12:00:00'
 */
export function dateOfDayNumber(days: number, isFrom1904: boolean): string {
  const sinceUnix = days - 25_569 + (isFrom1904 ? 1462 : 0);
  const date = new Date(Math.round(sinceUnix * 86_400) * 1000);
  if (days < 0 || Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999) return String(days);
  const iso = date.toISOString();
  return Number.isInteger(days) ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}

/** Position from 0 of a reference such as `AB12`; null where there is none. */
function columnOf(reference: string | undefined): number | null {
  if (reference === undefined) return null;
  let column = 0;
  for (let at = 0; at < reference.length && column <= MAX_COLUMNS; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column === 0 ? null : column - 1;
}

/** The row as text is put together only when it is asked for, which is when it is rejected. */
function sheetRow(line: number, fields: readonly string[]): SplitRow {
  return {
    line,
    fields,
    problem: null,
    get raw() {
      return fields.join('\t');
    },
  };
}

function longRow(line: number, fields: readonly string[]): SplitRow {
  const raw = fields.join('\t').slice(0, MAX_ROW_CHARS);
  return { line, fields: [raw], raw, problem: 'too-long' };
}
