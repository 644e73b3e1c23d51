import { isAddress } from './column-profile.ts';
import type { SplitRow } from './row-splitter.ts';

/** Levels of nesting in which the list of records is looked for: DataForSEO has it in `tasks[0].result[0].items`. */
const SEARCHED_LEVELS = 6;
/** Longest row text that is kept. */
const RAW_CHARS = 2000;

/**
 * Reads the answer of an API as a table: the longest list of objects in it, with a header of their keys in the order of appearance, or
 * where there are none the longest list of lists, whose first holds the names. Also reads one object or list per line, where a line that
 * is none is a broken row. Rows are numbered from 1 in their order, the header is row 0; lists without names are numbered from 1 as well.
 * Null when the text is no JSON or holds no such list.
 *
 * @example parseJsonRows('{"backlinks":[{"url_from":"https://a.example/"}]}')?.[1]?.fields[0] === 'https://a.example/'
 */
export function parseJsonRows(text: string): SplitRow[] | null {
  const whole = tryParse(text);
  const lines = whole === undefined ? text.split('\n').filter((line) => line.trim() !== '') : [];
  const values = lines.map(tryParse);
  const records = findRecords(whole ?? values);
  if (records === null) return listRows(findLists(whole ?? values));
  const names = new Set<string>();
  for (const record of records) {
    for (const name of Object.keys(record)) names.add(name);
  }
  const header = [...names];
  const isOnePerLine = values.includes(records[0]);
  const rows = isOnePerLine
    ? values.map((value, index) =>
        isRecord(value) ? recordRow(value, header, index) : brokenRow(lines[index] ?? '', index),
      )
    : records.map((record, index) => recordRow(record, header, index));
  return [rowOf(0, header, () => header.join(',')), ...rows];
}

type JsonRecord = Readonly<Record<string, unknown>>;

function recordRow(record: JsonRecord, header: readonly string[], index: number): SplitRow {
  const cells = header.map((name) => cellOf(record[name]));
  return rowOf(index + 1, cells, () => JSON.stringify(record).slice(0, RAW_CHARS));
}

function brokenRow(line: string, index: number): SplitRow {
  return { line: index + 1, fields: [line], raw: line.slice(0, RAW_CHARS), problem: 'broken-row' };
}

function rowOf(line: number, fields: readonly string[], raw: () => string): SplitRow {
  return {
    line,
    fields,
    problem: null,
    get raw() {
      return raw();
    },
  };
}

/** Lists as rows. One without an address that stands above lists with some holds the names. */
function listRows(lists: readonly unknown[] | null): SplitRow[] | null {
  if (lists === null) return null;
  const cells = lists.map((list) => (Array.isArray(list) ? list.map(cellOf) : null));
  const isNamed = cells[0]?.some(isAddress) === false;
  return cells.map((fields, index) =>
    fields === null
      ? brokenRow(JSON.stringify(lists[index]) ?? '', index - (isNamed ? 1 : 0))
      : rowOf(isNamed ? index : index + 1, fields, () => JSON.stringify(lists[index]).slice(0, RAW_CHARS)),
  );
}

/** The longest list of which most are lists of plain values. */
function findLists(value: unknown): readonly unknown[] | null {
  let best: readonly unknown[] = [];
  let level: unknown[] = [value];
  for (let depth = 0; depth < SEARCHED_LEVELS && level.length > 0; depth += 1) {
    const next: unknown[] = [];
    for (const item of level) {
      if (isRecord(item)) next.push(...Object.values(item));
      if (!Array.isArray(item)) continue;
      const lists = item.filter((entry) => Array.isArray(entry) && !entry.some(Array.isArray));
      if (lists.length > best.length && lists.length * 2 > item.length) best = item;
      next.push(...item.filter((entry) => typeof entry === 'object').slice(0, 100));
    }
    level = next;
  }
  return best.length === 0 ? null : best;
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function findRecords(value: unknown): readonly JsonRecord[] | null {
  let best: readonly JsonRecord[] = [];
  let level: unknown[] = [value];
  for (let depth = 0; depth < SEARCHED_LEVELS && level.length > 0; depth += 1) {
    const next: unknown[] = [];
    for (const item of level) {
      if (Array.isArray(item)) {
        const records = item.filter(isRecord);
        if (records.length > best.length && !records.every(isEnvelope)) best = records;
        next.push(...records.slice(0, 100));
      } else if (isRecord(item)) next.push(...Object.values(item));
    }
    level = next;
  }
  return best.length === 0 ? null : best;
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object that wraps a list of objects is not itself a record. */
function isEnvelope(record: JsonRecord): boolean {
  return Object.values(record).some((value) => Array.isArray(value) && value.some(isRecord));
}

/** Lists are joined as vendors do in CSV; what is nested deeper stays JSON. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && !value.some((item) => typeof item === 'object')) return value.join(', ');
  return JSON.stringify(value);
}
